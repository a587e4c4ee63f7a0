import { allOf } from '../conditions/all.js';
import type { Condition } from '../conditions/condition.js';
import type { RecordFacts } from '../facts/record-facts.js';
import { FIELD_INDEX, FIELDS, type FieldName, type FieldType } from '../model/fields.js';
import { FALSE, TRUE } from '../model/truth.js';
import type { CompiledRule } from '../rules/compile.js';

/** A rule that may concern a record, with the clauses that its offence leaves open. */
export interface PlannedRule {
  readonly rule: CompiledRule;
  readonly applies: Condition;
}

export type Plan = readonly PlannedRule[];

/** More pairs of code and class than these are noise, and are judged by every rule in full. */
const REMEMBERED = 5_000;

/** What reading a field costs, roughly: a marker is a letter, a text must be searched. */
const COST: Readonly<Record<FieldType, number>> = {
  marker: 0,
  'offence-code': 1,
  'offence-class': 1,
  word: 1,
  number: 2,
  date: 3,
  list: 4,
  history: 5,
  text: 6,
};

const RULES_COST = 2;

function fieldsOf(condition: Condition): readonly FieldName[] {
  return [
    ...(condition.reads ?? []),
    ...condition.facts.flatMap((fact) => fact.reads),
    ...condition.parts.flatMap(fieldsOf),
  ];
}

function looksAtRules(condition: Condition): boolean {
  return condition.looksAtRules === true || condition.parts.some(looksAtRules);
}

function isOfOffence(condition: Condition): boolean {
  return (
    !looksAtRules(condition) &&
    fieldsOf(condition).every((field) => field === 'offenceCode' || field === 'offenceClass')
  );
}

function costOf(condition: Condition): number {
  const costs = fieldsOf(condition).map((field) => COST[FIELDS[FIELD_INDEX[field]]?.type ?? 'text']);
  return Math.max(looksAtRules(condition) ? RULES_COST : 0, ...costs);
}

interface Sorted {
  readonly rule: CompiledRule;
  readonly ofOffence: readonly Condition[];
  /** The cheapest first: "and" gives the same in any order. */
  readonly others: readonly Condition[];
}

function sortClauses(rule: CompiledRule): Sorted {
  const others = rule.when.filter((clause) => !isOfOffence(clause));
  return {
    rule,
    ofOffence: rule.when.filter(isOfOffence),
    others: [...others].sort((a, b) => costOf(a) - costOf(b)),
  };
}

/** The rules that the loaded record's offence leaves open, in the order of evaluation. */
function planFor(rules: readonly Sorted[], record: RecordFacts): Plan {
  return rules.flatMap(({ rule, ofOffence, others }): Plan => {
    const truths = ofOffence.map((clause) => clause.decide(record));
    if (truths.includes(FALSE)) return [];
    const open = ofOffence.filter((_, i) => truths[i] !== TRUE);
    return [{ rule, applies: allOf([...open, ...others]) }];
  });
}

/**
 * Tells which rules can concern a record at all, by its offence code and class alone: most records of
 * an extract are of offences that few rules look at. An extract has few codes, so a plan is made once
 * for each and used for every record that has it.
 */
export function createPlanner(order: readonly CompiledRule[]): (record: RecordFacts) => Plan {
  const sorted = order.map(sortClauses);
  const everything: Plan = order.map((rule) => ({ rule, applies: rule.applies }));
  const plans = new Map<string, Map<string, Plan>>();
  let remembered = 0;
  return (record) => {
    const code = record.text('offenceCode');
    const ofClass = record.text('offenceClass');
    let byClass = plans.get(code);
    let plan = byClass?.get(ofClass);
    if (plan !== undefined) return plan;
    if (remembered >= REMEMBERED) return everything;
    plan = planFor(sorted, record);
    if (byClass === undefined) plans.set(code, (byClass = new Map<string, Plan>()));
    byClass.set(ofClass, plan);
    remembered++;
    return plan;
  };
}
