import type { RecordFacts } from '../facts/record-facts.js';
import { OUTCOME_NAMES, UNDETERMINED, BREACHED } from '../model/outcome.js';
import type { Outcome, Rule, RuleState, Severity, Tier } from '../model/rule.js';
import { TRUE, truthName, type TruthName } from '../model/truth.js';
import type { CompiledPack, CompiledRule } from '../rules/compile.js';
import { dependencyOrder } from '../rules/order.js';
import { createFinder, type Finder, lackingOf } from './finding.js';
import { judge } from './judge.js';
import { type Statement, statementsOf } from './statement.js';

/** One clause of a rule with its truth on a record. */
export interface ExplainedClause {
  readonly clause: string;
  readonly truth: TruthName;
  readonly parts: readonly ExplainedClause[];
}

/** What one rule says of one record, and why. */
export interface RuleExplanation {
  readonly rule: string;
  readonly title: string;
  readonly tier: Tier;
  readonly state: RuleState;
  /** Of a rule that is off: what it would be. `null` where the extract lacks columns that it needs. */
  readonly outcome: Outcome | null;
  /** Of a finding; of any other outcome, the highest that a finding could have. */
  readonly severity: Severity;
  /** Why a finding has another severity than the rule's own. */
  readonly because: string | null;
  /** The columns that would tell an outcome that is undetermined, or that a rule not assessed lacks. */
  readonly lacking: readonly string[];
  /** What is wrong and what to do, where it is breached. */
  readonly message: string | null;
  readonly action: string | null;
  readonly when: readonly ExplainedClause[];
  readonly require: ExplainedClause;
}

/** The rules whose breach a rule's conditions look at: those that silence it. */
export function silencers(rule: Rule): readonly string[] {
  const found = new Set<string>();
  JSON.stringify([rule.when, rule.where, rule.require], (key, value: unknown) => {
    if (key === 'breached') for (const id of [value].flat()) found.add(id as string);
    return value;
  });
  return [...found];
}

/** Every rule that can be judged, on or off, each after those that it refers to. */
function judgeableOf(compiled: CompiledPack): readonly CompiledRule[] {
  const indexes = new Map(compiled.rules.map(({ rule, index }) => [rule.id, index]));
  const found = dependencyOrder(
    compiled.rules.map(({ rule }) => silencers(rule).flatMap((id) => indexes.get(id) ?? [])),
  );
  const order = 'order' in found ? found.order : [];
  return order.flatMap((index) => compiled.rules[index] ?? []).filter(({ lacking }) => lacking.length === 0);
}

function becauseOf(compiled: CompiledRule, facts: RecordFacts): string | null {
  if (compiled.fixedSeverity !== null) {
    return compiled.fixedSeverity === compiled.rule.severity
      ? null
      : 'the policy gives the rule this severity';
  }
  return compiled.severityWhen.find((change) => change.if.decide(facts) === TRUE)?.because ?? null;
}

function explained({ words, parts, decide }: Statement, facts: RecordFacts): ExplainedClause {
  return {
    clause: words,
    truth: truthName(decide(facts)),
    parts: parts.map((part) => explained(part, facts)),
  };
}

function explainRule(compiled: CompiledRule, facts: RecordFacts, findingOf: Finder): RuleExplanation {
  const { rule, state, index } = compiled;
  const code = facts.outcomes[index];
  const name = code === undefined ? undefined : OUTCOME_NAMES[code];
  const finding = code === BREACHED ? findingOf(compiled, facts) : null;
  const said = statementsOf(compiled);
  return {
    rule: rule.id,
    title: rule.title,
    tier: rule.tier,
    state: compiled.isOff ? 'off' : state,
    outcome: name === undefined || name === 'not-assessed' ? null : name,
    severity: finding?.severity ?? compiled.severity,
    because: finding === null ? null : becauseOf(compiled, facts),
    lacking: code === UNDETERMINED ? lackingOf(compiled, facts) : compiled.lacking,
    message: finding?.message ?? null,
    action: finding?.action ?? null,
    when: said.when.map((clause) => explained(clause, facts)),
    require: explained(said.require, facts),
  };
}

/** What every rule says of the loaded record, clause by clause, in the order of the rules' ids; rules that are off too. */
export function explainRecord(compiled: CompiledPack, facts: RecordFacts): readonly RuleExplanation[] {
  judge({ ...compiled, order: judgeableOf(compiled) }, facts);
  const findingOf = createFinder(compiled);
  return compiled.rules.map((rule) => explainRule(rule, facts, findingOf));
}
