import type { Condition } from '../conditions/condition.js';
import { isWithin, type Reading } from '../facts/reading.js';
import type { RecordFacts } from '../facts/record-facts.js';
import { FIELD_INDEX, FIELDS, type FieldName, type FieldType } from '../model/fields.js';
import { BREACHED, MET, type OutcomeCode, UNDETERMINED } from '../model/outcome.js';
import { FALSE, TRUE, type Truth, UNKNOWN } from '../model/truth.js';
import type { CompiledRule } from '../rules/compile.js';
import { byTwoTokens } from './by-two-tokens.js';
import { NumberMap } from './number-map.js';
import { createKeys, NO_KEY, PINNED_BY_OFFENCE, pinnedByKey } from './pins.js';

/** A rule that may concern a record, with what the columns that are settled leave open. */
export interface PlannedRule {
  readonly rule: CompiledRule;
  /** The outcome, where it is settled; else `null`. */
  readonly outcome: OutcomeCode | null;
  readonly applies: (record: RecordFacts) => Truth;
  /** What it requires, asked where it applies. */
  readonly require: (record: RecordFacts) => Truth;
}

/** What is left to be done for records that agree in some columns. Rules that it lacks are not applicable. */
export interface Plan {
  /** Plans are numbered from 0. */
  readonly id: number;
  /** In the order of evaluation. */
  readonly rules: readonly PlannedRule[];
  /** Those of them that are on, in the order of their ids. */
  readonly spoken: readonly CompiledRule[];
  /** Whether what is found out by looking at this alone is the same on every record of the plan. */
  readonly settles: (reading: Reading) => boolean;
}

/** More plans than these are noise; records beyond are judged by the offence alone, or by every rule in full. */
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

const CODE_POSITION = FIELD_INDEX.offenceCode;
const CLASS_POSITION = FIELD_INDEX.offenceClass;

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

function costOf(condition: Condition): number {
  const costs = fieldsOf(condition).map((field) => COST[FIELDS[FIELD_INDEX[field]]?.type ?? 'text']);
  return Math.max(looksAtRules(condition) ? RULES_COST : 0, ...costs);
}

type Clause = Condition['decide'];

interface OpenRule {
  readonly rule: CompiledRule;
  /** The cheapest first: "and" gives the same in any order. */
  readonly clauses: readonly Clause[];
  readonly require: Clause;
}

function openRule(rule: CompiledRule): OpenRule {
  const clauses = [...rule.when].sort((a, b) => costOf(a) - costOf(b)).map(({ decide }) => decide);
  return { rule, clauses, require: rule.require.decide };
}

function allOf(clauses: readonly Clause[]): (record: RecordFacts) => Truth {
  const [only] = clauses;
  if (clauses.length === 1 && only !== undefined) return only;
  return (record) => {
    let truth: Truth = TRUE;
    for (const decide of clauses) {
      const of = decide(record);
      if (of === FALSE) return FALSE;
      if (of < truth) truth = of;
    }
    return truth;
  };
}

type Settles = Plan['settles'];

/** The clause's truth, if it is the same on all records that agree with the loaded one in what is settled. */
function settledTruth(clause: Clause, record: RecordFacts, settles: Settles): Truth | null {
  let truth: Truth = UNKNOWN;
  const reading = record.tracing(() => (truth = clause(record)));
  return settles(reading) ? truth : null;
}

/** The outcome of a rule that applies, by what it requires. */
export function outcomeBy(required: Truth): OutcomeCode {
  if (required === TRUE) return MET;
  return required === FALSE ? BREACHED : UNDETERMINED;
}

function planRule(open: OpenRule, record: RecordFacts, settles: Settles): PlannedRule | null {
  const left: Clause[] = [];
  let settled: Truth = TRUE;
  for (const clause of open.clauses) {
    const truth = settledTruth(clause, record, settles);
    if (truth === FALSE) return null;
    if (truth === null) left.push(clause);
    else if (truth < settled) settled = truth;
  }
  const { rule } = open;
  const required = settledTruth(open.require, record, settles);
  const require = required === null ? open.require : () => required;
  if (left.length > 0) {
    const all = settled === TRUE ? left : [...left, () => settled];
    return { rule, outcome: null, applies: allOf(all), require };
  }
  const applies = () => settled;
  if (settled === UNKNOWN) return { rule, outcome: UNDETERMINED, applies, require };
  const outcome = required === null ? null : outcomeBy(required);
  return { rule, outcome, applies, require };
}

interface OfOffence {
  /** Offences are numbered from 1. */
  readonly id: number;
  readonly plan: Plan;
  /** The rules that the offence leaves open. */
  readonly rules: readonly OpenRule[];
}

/**
 * Tells which rules can concern a record at all, by its offence and then by its markers and a few other
 * columns: most records of an extract are of offences that few rules look at. An extract has few
 * offences and combinations of markers, so a plan is made once for each, by trying every clause on the
 * first of its records and seeing which columns it reads.
 */
export function createPlanner(order: readonly CompiledRule[]): (record: RecordFacts) => Plan {
  const rules = order.map(openRule);
  let plans = 0;
  let offences = 0;

  function planOf(planned: readonly PlannedRule[], settles: Settles): Plan {
    const spoken = planned.map(({ rule }) => rule).filter((rule) => rule.state === 'on');
    return { id: plans++, rules: planned, spoken: spoken.toSorted((a, b) => a.index - b.index), settles };
  }

  function planFor(open: readonly OpenRule[], record: RecordFacts, pinned: Reading): Plan {
    const settles: Settles = (reading) => isWithin(reading, pinned);
    return planOf(
      open.flatMap((of) => planRule(of, record, settles) ?? []),
      settles,
    );
  }

  const everything = planOf(
    rules.map(({ rule, clauses, require }) => ({ rule, outcome: null, applies: allOf(clauses), require })),
    () => false,
  );
  const byCode = new Map<string, Map<string, OfOffence>>();
  /** By the offence and the two parts of the key. */
  const byKey = new NumberMap<Plan>();
  const { ofMarkers, ofOthers } = createKeys();

  function ofOffence(record: RecordFacts): OfOffence | null {
    const code = record.text('offenceCode');
    const ofClass = record.text('offenceClass');
    let byClass = byCode.get(code);
    let found = byClass?.get(ofClass);
    if (found !== undefined) return found;
    if (plans >= REMEMBERED) return null;
    const plan = planFor(rules, record, PINNED_BY_OFFENCE);
    const left = new Set(plan.rules.map(({ rule }) => rule));
    found = { id: ++offences, plan, rules: rules.filter(({ rule }) => left.has(rule)) };
    if (byClass === undefined) byCode.set(code, (byClass = new Map<string, OfOffence>()));
    byClass.set(ofClass, found);
    return found;
  }

  const offenceOf = byTwoTokens(CODE_POSITION, CLASS_POSITION, ofOffence);

  return (record) => {
    const offence = offenceOf(record);
    if (offence === null) return everything;
    const markers = ofMarkers(record.loaded);
    const others = ofOthers(record.loaded);
    if (markers === NO_KEY || others === NO_KEY) return offence.plan;
    const known = byKey.get(offence.id, markers, others);
    if (known !== undefined) return known;
    if (plans >= REMEMBERED) return offence.plan;
    const plan = planFor(offence.rules, record, pinnedByKey(record));
    byKey.set(offence.id, markers, others, plan);
    return plan;
  };
}
