import type { RecordFacts } from '../facts/record-facts.js';
import {
  BREACHED,
  MET,
  NOT_APPLICABLE,
  NOT_ASSESSED,
  UNDETERMINED,
  type OutcomeCode,
} from '../model/outcome.js';
import type { Severity } from '../model/rule.js';
import { FALSE, TRUE } from '../model/truth.js';
import { createPlanner, outcomeBy, type Plan, type PlannedRule } from './plan.js';
import type { CompiledMeasure } from '../rules/compile-measures.js';
import type { CompiledPack, CompiledRule } from '../rules/compile.js';

function outcomeOf(rule: CompiledRule, record: RecordFacts): OutcomeCode {
  const applies = rule.applies.decide(record);
  if (applies === FALSE) return NOT_APPLICABLE;
  return applies === TRUE ? outcomeBy(rule.require.decide(record)) : UNDETERMINED;
}

/** Judges the loaded record by every rule in turn; the outcomes stand in `record.outcomes` by the rules' index. */
export function judge(compiled: CompiledPack, record: RecordFacts): void {
  const { outcomes } = record;
  outcomes.fill(NOT_ASSESSED);
  for (const rule of compiled.order) outcomes[rule.index] = outcomeOf(rule, record);
}

function plannedOutcome({ outcome, applies, require }: PlannedRule, record: RecordFacts): OutcomeCode {
  if (outcome !== null) return outcome;
  const applied = applies(record);
  if (applied === FALSE) return NOT_APPLICABLE;
  return applied === TRUE ? outcomeBy(require(record)) : UNDETERMINED;
}

/**
 * Judges as {@link judge} does, and quicker record after record. The outcomes stand in `record.outcomes` by
 * the rules' index. It gives the plan: the rules that may concern the record, all others being not applicable.
 */
export type Judge = (record: RecordFacts) => Plan;

export function createJudge(compiled: CompiledPack): Judge {
  const planFor = createPlanner(compiled.order);
  const settled = new Uint8Array(compiled.rules.length).fill(NOT_ASSESSED);
  for (const { index } of compiled.order) settled[index] = NOT_APPLICABLE;
  return (record) => {
    const { outcomes } = record;
    outcomes.set(settled);
    const plan = planFor(record);
    for (const planned of plan.rules) outcomes[planned.rule.index] = plannedOutcome(planned, record);
    return plan;
  };
}

/** The severity of a breached rule on the loaded record. */
export function severityOf(rule: CompiledRule, record: RecordFacts): Severity {
  for (const change of rule.severityWhen) if (change.if.decide(record) === TRUE) return change.severity;
  return rule.fixedSeverity ?? rule.rule.severity;
}

/** Breached if any is, else undetermined if any is, else met if any is, else not counted. */
function joined(outcomes: Iterable<number | undefined>): OutcomeCode {
  let result: OutcomeCode = NOT_APPLICABLE;
  for (const outcome of outcomes) {
    if (outcome === BREACHED) return BREACHED;
    if (outcome === UNDETERMINED) result = UNDETERMINED;
    else if (outcome === MET && result === NOT_APPLICABLE) result = MET;
  }
  return result;
}

/** What a measure says of the judged record; `earlier` holds the outcomes of the measures before it. */
export function measureOutcome(
  measure: CompiledMeasure,
  record: RecordFacts,
  earlier: readonly OutcomeCode[],
): OutcomeCode {
  if (measure.of.length > 0) return joined(measure.of.map((index) => earlier[index]));
  const outcome = joined(measure.rules.map((index) => record.outcomes[index]));
  if (outcome === NOT_APPLICABLE || measure.where === null) return outcome;
  return measure.where.decide(record) === TRUE ? outcome : NOT_APPLICABLE;
}
