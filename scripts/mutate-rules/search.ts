import type { CrimeRecord, FieldName } from '../../packages/core/src/model/fields.js';
import type { Pack } from '../../packages/core/src/model/pack.js';
import type { RuleCases, SeverityCase } from '../../packages/core/src/model/rule.js';
import { randomRecords } from './random-records.js';
import type { Mutant } from './rule-mutants.js';
import { ruleTrial, type Trial } from './try-cases.js';

type Parameters = SeverityCase['parameters'];

/** A record on which a mutant differs from its rule, without the fields that play no part in it. */
export interface Killer {
  readonly record: CrimeRecord;
  readonly parameters: Parameters;
  /** What the rule says of the record, and not the mutant. */
  readonly says: Trial;
}

type Judged = ReturnType<typeof ruleTrial>;

function differs(original: Judged, mutated: Judged, record: CrimeRecord, parameters: Parameters): boolean {
  const truth = original(record, parameters);
  if (truth.outcome === 'not-assessed') return false;
  const other = mutated(record, parameters);
  return truth.outcome !== other.outcome || truth.severity !== other.severity;
}

function smallest(record: CrimeRecord, stillDiffers: (record: CrimeRecord) => boolean): CrimeRecord {
  let small = record;
  for (const name of Object.keys(record) as FieldName[]) {
    const { [name]: _, ...rest } = small;
    if (stillDiffers(rest)) small = rest;
  }
  return small;
}

/** The settings of parameters that the rule's cases use, and the pack's own. */
function settingsOf(cases: RuleCases | undefined): readonly Parameters[] {
  const used = (cases?.severities ?? []).map(({ parameters }) => parameters);
  return [...new Map([undefined, ...used].map((setting) => [JSON.stringify(setting), setting])).values()];
}

/** Looks for a killer of a mutant among `tries` random records; `null` where there is none. */
export function searchKiller(
  pack: Pack,
  cases: Readonly<Record<string, RuleCases>>,
  mutant: Mutant,
  tries: number,
  seed: number,
): Killer | null {
  const original = ruleTrial(pack, mutant.rule);
  const mutated = ruleTrial(mutant.pack, mutant.rule);
  const settings = settingsOf(cases[mutant.rule]);
  let tried = 0;
  for (const record of randomRecords(pack, cases, mutant.rule, seed)) {
    if (tried++ >= tries) return null;
    const parameters = settings[tried % settings.length];
    if (!differs(original, mutated, record, parameters)) continue;
    const small = smallest(record, (other) => differs(original, mutated, other, parameters));
    return { record: small, parameters, says: original(small, parameters) };
  }
  return null;
}
