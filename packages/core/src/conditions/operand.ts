import type { Sql } from '../dialect/dialect.js';
import type { FactKind, FactValues, NamedFact } from '../facts/fact.js';
import { findFact, isFactOf } from '../facts/index.js';
import type { RecordFacts } from '../facts/record-facts.js';
import { type Day, parseDate } from '../normalise/date.js';
import type { Scope, SqlScope } from './condition.js';

/** One side of a comparison: a fact, a value written in the rule, or a parameter. */
export interface Operand<T> {
  readonly read: (record: RecordFacts) => T | null;
  readonly words: string;
  readonly facts: readonly NamedFact[];
}

/** The fact of a kind by its name; reports a fault where there is none. */
export function factOf<K extends FactKind>(
  name: unknown,
  kind: K,
  scope: Scope,
  place: string,
): NamedFact<K> | undefined {
  const fact = typeof name === 'string' ? findFact(name) : undefined;
  if (fact !== undefined && isFactOf(fact, kind)) return fact;
  scope.fault(place, `${JSON.stringify(name)} is not the name of a fact of the kind ${kind}`);
  return undefined;
}

function constant<T>(value: T | null, words: string): Operand<T> {
  return { read: () => value, words, facts: [] };
}

function parameterOf(data: unknown, scope: Scope): string | number | null | undefined {
  return typeof data === 'string' ? scope.parameter(data) : undefined;
}

function ofFact(
  data: unknown,
  kind: 'number' | 'day',
  scope: Scope,
  place: string,
): Operand<number> | undefined {
  const fact = factOf(data, kind, scope, place);
  if (fact === undefined) return undefined;
  const read = (record: RecordFacts) => record.get<FactValues['number']>(fact);
  return { read, words: fact.words, facts: [fact] };
}

export function numberOperand(data: unknown, scope: Scope, place: string): Operand<number> | undefined {
  if (typeof data === 'number') return constant(data, String(data));
  const value = parameterOf(data, scope);
  if (value !== undefined)
    return constant(typeof value === 'number' ? value : null, `${String(data)} (${value ?? 'not set'})`);
  return ofFact(data, 'number', scope, place);
}

export function dayOperand(data: unknown, scope: Scope, place: string): Operand<Day> | undefined {
  if (typeof data === 'string' && /^\d/.test(data)) {
    const day = parseDate(data);
    if (day === null) scope.fault(place, `${JSON.stringify(data)} is not a date of the form YYYY-MM-DD`);
    return constant(day, data);
  }
  const value = parameterOf(data, scope);
  if (value !== undefined) {
    return constant(
      typeof value === 'string' ? parseDate(value) : null,
      `${String(data)} (${value ?? 'not set'})`,
    );
  }
  return ofFact(data, 'day', scope, place);
}

function parameterSql(data: unknown, scope: SqlScope): string | number | null | undefined {
  return typeof data === 'string' ? scope.parameter(data) : undefined;
}

/** The SQL reading of {@link numberOperand}. */
export function numberSql(data: unknown, scope: SqlScope): Sql {
  const value = typeof data === 'number' ? data : parameterSql(data, scope);
  if (value === undefined) return scope.get(scope.fact(data as string));
  return typeof value === 'number' ? String(value) : 'CAST(NULL AS INTEGER)';
}

/** The SQL reading of {@link dayOperand}. */
export function daySql(data: unknown, scope: SqlScope): Sql {
  const value = typeof data === 'string' && /^\d/.test(data) ? data : parameterSql(data, scope);
  if (value === undefined) return scope.get(scope.fact(data as string));
  return typeof value === 'string' ? scope.sql.day(value.slice(0, 10)) : 'CAST(NULL AS DATE)';
}
