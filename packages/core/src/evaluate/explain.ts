import type { Condition } from '../conditions/condition.js';
import type { Choice, NamedFact } from '../facts/fact.js';
import type { RecordFacts } from '../facts/record-facts.js';
import type { Clause } from '../model/clause.js';
import type { FieldName } from '../model/fields.js';
import { truthName, UNKNOWN } from '../model/truth.js';
import type { Statement } from './statement.js';

/** A clause with its truth on the loaded record. Findings share it, so that it is frozen. */
export function explain({ words, parts, decide }: Statement, record: RecordFacts): Clause {
  const clause = { clause: words, truth: truthName(decide(record)) };
  if (parts.length === 0) return Object.freeze(clause);
  return Object.freeze({ ...clause, parts: Object.freeze(parts.map((part) => explain(part, record))) });
}

function isUnknown(fact: NamedFact, record: RecordFacts): boolean {
  const value: unknown = record.get<unknown>(fact);
  if (fact.kind === 'truth') return value === UNKNOWN;
  if (fact.kind === 'choice') return !(value as Choice).certain;
  return value === null;
}

function lackedBy(fact: NamedFact, record: RecordFacts): readonly FieldName[] {
  if (fact.lacks !== undefined) return fact.lacks(record);
  const empty = fact.reads.filter((field) => record.text(field) === '');
  return empty.length > 0 ? empty : fact.reads;
}

/** Adds the columns that keep a condition unknown on the loaded record. */
export function addLacking(condition: Condition, record: RecordFacts, lacking: Set<FieldName>): void {
  if (condition.decide(record) !== UNKNOWN) return;
  for (const part of condition.parts) addLacking(part, record, lacking);
  for (const fact of condition.facts) {
    if (isUnknown(fact, record)) for (const field of lackedBy(fact, record)) lacking.add(field);
  }
  for (const field of condition.reads ?? []) lacking.add(field);
}
