import { RecordFacts } from '../../packages/core/src/facts/record-facts.js';
import { judge, severityOf } from '../../packages/core/src/evaluate/judge.js';
import { type CrimeRecord, FIELD_NAMES } from '../../packages/core/src/model/fields.js';
import { OUTCOME_NAMES } from '../../packages/core/src/model/outcome.js';
import type { Pack } from '../../packages/core/src/model/pack.js';
import type { RuleCases, SeverityCase } from '../../packages/core/src/model/rule.js';
import { absentColumns, cellsOf } from '../../packages/core/src/normalise/cells.js';
import { type CompiledPack, compilePack } from '../../packages/core/src/rules/compile.js';

export interface Trial {
  /** The outcome of the rule on the record, and the severity of a finding. */
  readonly outcome: string;
  readonly severity: string | null;
}

type Parameters = SeverityCase['parameters'];

/** Judges records by one rule of a pack alone, on or off by default, with the rules that it refers to. */
export function ruleTrial(pack: Pack, rule: string): (record: CrimeRecord, parameters?: Parameters) => Trial {
  const rules = Object.fromEntries(pack.rules.map(({ id }) => [id, id === rule ? 'on' : 'off'] as const));
  const index = pack.rules
    .map(({ id }) => id)
    .toSorted()
    .indexOf(rule);
  const ready = new Map<string, readonly [CompiledPack, RecordFacts]>();

  function compiledFor(record: CrimeRecord, parameters: Parameters): readonly [CompiledPack, RecordFacts] {
    const absent = absentColumns(record);
    const key = JSON.stringify([absent, parameters]);
    let pair = ready.get(key);
    if (pair === undefined) {
      const columns = FIELD_NAMES.filter((name) => !absent.includes(name));
      const policy = { rules, ...(parameters === undefined ? {} : { parameters }) };
      const compiled = compilePack(pack, { policy, columns });
      pair = [compiled, new RecordFacts(compiled.surroundings, compiled.rules.length)];
      ready.set(key, pair);
    }
    return pair;
  }

  return (record, parameters) => {
    const [compiled, facts] = compiledFor(record, parameters);
    judge(compiled, facts.load(cellsOf(record)));
    const outcome = OUTCOME_NAMES[facts.outcomes[index] ?? 0] ?? 'not-assessed';
    const of = compiled.rules[index];
    return { outcome, severity: outcome === 'breached' && of !== undefined ? severityOf(of, facts) : null };
  };
}

const OUTCOME_OF = {
  met: 'met',
  breached: 'breached',
  undetermined: 'undetermined',
  notApplicable: 'not-applicable',
} as const;

/** Whether every case of the rule still comes out as it says. */
export function casesHold(pack: Pack, rule: string, cases: RuleCases): boolean {
  const judged = ruleTrial(pack, rule);
  for (const [name, outcome] of Object.entries(OUTCOME_OF)) {
    const records = cases[name as keyof typeof OUTCOME_OF];
    if (records.some((record) => judged(record).outcome !== outcome)) return false;
  }
  return (cases.severities ?? []).every(
    ({ record, parameters, severity }) => judged(record, parameters).severity === severity,
  );
}
