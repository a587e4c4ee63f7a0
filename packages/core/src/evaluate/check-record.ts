import type { RecordFacts } from '../facts/record-facts.js';
import type { Clause } from '../model/clause.js';
import type { Finding } from '../model/finding.js';
import { BREACHED, OUTCOME_NAMES, UNDETERMINED } from '../model/outcome.js';
import type { Outcome } from '../model/rule.js';
import type { CompiledPack, CompiledRule } from '../rules/compile.js';
import { clausesOf } from './clauses.js';
import { createFinder, lackingOf } from './finding.js';
import { judge } from './judge.js';

/** What one rule says of one record. */
export interface RuleOutcome {
  readonly rule: string;
  readonly outcome: Outcome | 'not-assessed';
  /** The columns that would tell an outcome that is undetermined; those that a rule not assessed lacks. */
  readonly lacking: readonly string[];
  /** The clauses of the rule's `when`, each with its truth on this record. */
  readonly when: readonly Clause[];
  readonly require: Clause;
}

/** What a pack says of one record. */
export interface CheckResult {
  /** The outcome of every rule that is on, by its id. */
  readonly outcomes: Readonly<Record<string, RuleOutcome>>;
  /** One for each breached outcome, in the order of the rules' ids. */
  readonly findings: readonly Finding[];
}

function createOutcome(compiled: CompiledRule): (facts: RecordFacts) => RuleOutcome {
  const { rule, index } = compiled;
  const tellClauses = clausesOf(compiled);
  return (facts) => {
    const code = facts.outcomes[index] ?? 0;
    return {
      rule: rule.id,
      outcome: OUTCOME_NAMES[code] ?? 'not-assessed',
      lacking: code === UNDETERMINED ? lackingOf(compiled, facts) : compiled.lacking,
      ...tellClauses(facts),
    };
  };
}

/** Judges loaded records by every rule that is on. */
export function createRecordCheck(compiled: CompiledPack): (facts: RecordFacts) => CheckResult {
  const rules = compiled.rules.filter(({ isOff }) => !isOff);
  const outcomes = rules.map((rule) => [rule.rule.id, createOutcome(rule)] as const);
  const findingOf = createFinder(compiled);
  return (facts) => {
    judge(compiled, facts);
    return {
      outcomes: Object.fromEntries(outcomes.map(([id, outcomeOf]) => [id, outcomeOf(facts)])),
      findings: rules
        .filter(({ index }) => facts.outcomes[index] === BREACHED)
        .map((rule) => findingOf(rule, facts)),
    };
  };
}
