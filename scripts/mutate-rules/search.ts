import type { CrimeRecord, FieldName } from '../../packages/core/src/model/fields.js';
import type { Pack } from '../../packages/core/src/model/pack.js';
import type { SeverityCase } from '../../packages/core/src/model/rule.js';
import type { Mutant } from './rule-mutants.js';
import { ruleTrial } from './try-cases.js';

/** A record on which a mutant differs from the rule, as small as it can be. */
export interface Killer extends SeverityCaseLike {
  readonly outcome: string;
}

interface SeverityCaseLike {
  readonly record: CrimeRecord;
  readonly severity: string | null;
}

type Differs = (record: CrimeRecord) => boolean;

/** Leaves out every field without which the record still does the same. */
function smallest(record: CrimeRecord, differs: Differs): CrimeRecord {
  let small = record;
  for (const name of Object.keys(record) as FieldName[]) {
    const { [name]: _, ...rest } = small;
    if (differs(rest)) small = rest;
  }
  return small;
}

/** Looks for a killer of each mutant among random records; `null` where none was found. */
export function searchKillers(
  pack: Pack,
  mutants: readonly Mutant[],
  records: Iterable<CrimeRecord>,
  tries: number,
  parameters?: SeverityCase['parameters'],
): ReadonlyMap<Mutant, Killer | null> {
  const found = new Map<Mutant, Killer | null>(mutants.map((mutant) => [mutant, null]));
  const [first] = mutants;
  if (first === undefined) return found;
  const original = ruleTrial(pack, first.rule);
  const trials = mutants.map((mutant) => ({ mutant, judged: ruleTrial(mutant.pack, mutant.rule) }));
  let tried = 0;
  for (const record of records) {
    if (tried++ >= tries || trials.length === 0) break;
    const expected = original(record, parameters);
    for (let index = trials.length - 1; index >= 0; index--) {
      const { mutant, judged } = trials[index] as (typeof trials)[number];
      const differs: Differs = (other) => {
        const truth = original(other, parameters);
        const mutated = judged(other, parameters);
        return truth.outcome !== 'not-assessed' && (truth.outcome !== mutated.outcome || truth.severity !== mutated.severity);
      };
      if (expected.outcome === 'not-assessed' || !differs(record)) continue;
      const small = smallest(record, differs);
      found.set(mutant, { record: small, ...original(small, parameters) });
      trials.splice(index, 1);
    }
  }
  return found;
}
