import type { ConditionData } from '../../packages/core/src/model/rule.js';
import { isoDate, parseDate } from '../../packages/core/src/normalise/date.js';

/** A condition with one thing changed, and what and where that was. */
export interface ConditionMutant {
  readonly name: string;
  readonly condition: ConditionData;
}

type Conditions = readonly ConditionData[];

function operatorOf(condition: ConditionData): readonly [string, unknown] {
  const [entry] = Object.entries(condition);
  if (entry === undefined) throw new Error('A condition has one key, the operator.');
  return entry;
}

/** The opposite; a double "not" is none, so that a part and the "not" around it are not flipped twice. */
export function negate(condition: ConditionData): ConditionData {
  return 'not' in condition ? (condition['not'] as ConditionData) : { not: condition };
}

function without<T>(items: readonly T[], index: number): readonly T[] {
  return items.toSpliced(index, 1);
}

/** Each part dropped, and each part changed. `placeOf` names a part where its index does not. */
export function* partMutants(
  parts: Conditions,
  placeOf: (index: number) => string,
): Generator<{ readonly name: string; readonly parts: Conditions }> {
  for (const [index, part] of parts.entries()) {
    yield { name: `drop ${placeOf(index)}`, parts: without(parts, index) };
    for (const { name, condition } of conditionMutants(part, placeOf(index))) {
      yield { name, parts: parts.with(index, condition) };
    }
  }
}

function* joinMutants(operator: 'all' | 'any', parts: Conditions, place: string): Generator<ConditionMutant> {
  const other = operator === 'all' ? 'any' : 'all';
  if (parts.length > 1) yield { name: `${other} for ${place}`, condition: { [other]: parts } };
  for (const mutant of partMutants(parts, (index) => `${place}/${index}`)) {
    yield { name: mutant.name, condition: { [operator]: mutant.parts } };
  }
}

function shifted(value: unknown): readonly (number | string)[] {
  if (typeof value === 'number') return [value - 1, value + 1];
  const day = typeof value === 'string' ? parseDate(value) : null;
  return day === null ? [] : [isoDate(day - 1), isoDate(day + 1)];
}

/** Each number and date written in a comparison, one less and one more. */
function* argumentMutants(
  operator: string,
  args: readonly unknown[],
  place: string,
): Generator<ConditionMutant> {
  for (const [index, value] of args.entries()) {
    for (const other of shifted(value)) {
      yield { name: `${other} for ${place}/${index}`, condition: { [operator]: args.with(index, other) } };
    }
  }
}

function* listMutants(
  values: readonly string[],
  rebuild: (values: readonly string[]) => ConditionData,
  place: string,
): Generator<ConditionMutant> {
  for (const [index, value] of values.entries()) {
    yield { name: `drop ${value} of ${place}`, condition: rebuild(without(values, index)) };
  }
}

function* wrapped(operator: 'not' | 'sure', part: ConditionData, place: string): Generator<ConditionMutant> {
  if (operator === 'sure') yield { name: `drop ${place}`, condition: part };
  for (const { name, condition } of conditionMutants(part, place)) {
    yield { name, condition: operator === 'not' ? negate(condition) : { sure: condition } };
  }
}

/** Every change of a condition: flipped, parts dropped and changed, bounds shifted, list members dropped. */
export function* conditionMutants(condition: ConditionData, at: string): Generator<ConditionMutant> {
  yield { name: `flip ${at}`, condition: negate(condition) };
  const [operator, args] = operatorOf(condition);
  const place = `${at}/${operator}`;
  switch (operator) {
    case 'all':
    case 'any':
      yield* joinMutants(operator, args as Conditions, place);
      break;
    case 'not':
    case 'sure':
      yield* wrapped(operator, args as ConditionData, place);
      break;
    case 'breached':
      if (Array.isArray(args)) yield* listMutants(args as string[], (ids) => ({ breached: ids }), place);
      break;
    case 'oneOf': {
      const [fact, values] = args as readonly [string, readonly string[]];
      yield* listMutants(values, (rest) => ({ oneOf: [fact, rest] }), place);
      break;
    }
    default:
      if (Array.isArray(args)) yield* argumentMutants(operator, args as unknown[], place);
  }
}
