import type { RecordFacts } from '../facts/record-facts.js';
import type { Clause } from '../model/clause.js';
import type { Finding } from '../model/finding.js';
import { BREACHED, OUTCOME_NAMES, UNDETERMINED } from '../model/outcome.js';
import type { Outcome } from '../model/rule.js';
import type { CompiledPack, CompiledRule } from '../rules/compile.js';
import { explain } from './explain.js';
import { findingOf, lackingOf } from './finding.js';
import { judge } from './judge.js';
import { statementsOf } from './statement.js';

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

function outcomeOf(compiled: CompiledRule, facts: RecordFacts): RuleOutcome {
  const code = facts.outcomes[compiled.index] ?? 0;
  const said = statementsOf(compiled);
  return {
    rule: compiled.rule.id,
    outcome: OUTCOME_NAMES[code] ?? 'not-assessed',
    lacking: code === UNDETERMINED ? lackingOf(compiled, facts) : compiled.lacking,
    when: said.when.map((clause) => explain(clause, facts)),
    require: explain(said.require, facts),
  };
}

/** Judges the loaded record by every rule that is on. */
export function checkRecord(compiled: CompiledPack, facts: RecordFacts): CheckResult {
  judge(compiled, facts);
  const rules = compiled.rules.filter(({ isOff }) => !isOff);
  return {
    outcomes: Object.fromEntries(rules.map((rule) => [rule.rule.id, outcomeOf(rule, facts)])),
    findings: rules
      .filter(({ index }) => facts.outcomes[index] === BREACHED)
      .map((rule) => findingOf(rule, facts, compiled.policy.parameters)),
  };
}
