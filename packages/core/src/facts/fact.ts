import { FIELD_INDEX, type FieldName } from '../model/fields.js';
import type { Truth } from '../model/truth.js';
import type { Day } from '../normalise/date.js';
import { trim } from '../normalise/text.js';
import type { RecordFacts, Surroundings } from './record-facts.js';

/**
 * A word of a closed list that may be less than certain. A certain choice is its value, or none
 * (`null`). An uncertain one may still have a value that is known; `possible` says which values it
 * is unknown between, where that is known.
 */
export interface Choice {
  readonly value: string | null;
  readonly certain: boolean;
  readonly possible?: readonly string[];
}

/** What each kind of fact gives. In all but the two-valued parts `null` (or unknown) is "cannot be told". */
export interface FactValues {
  readonly truth: Truth;
  readonly number: number | null;
  readonly day: Day | null;
  readonly word: string | null;
  readonly choice: Choice;
}

export type FactKind = keyof FactValues;

/**
 * A named value read or derived from a record, as `docs/facts.md` defines it. It is computed at most
 * once a record, and only when a condition asks.
 */
export interface Fact<T> {
  /** Where the value is kept while a record is judged. */
  readonly slot: number;
  readonly compute: (record: RecordFacts) => T;
}

/** A fact that rules can name. */
export interface NamedFact<K extends FactKind = FactKind> extends Fact<FactValues[K]> {
  readonly name: string;
  readonly kind: K;
  /** The fact in words; for a truth, a clause that can be true or false. */
  readonly words: string;
  /** The clause in words when it does not hold; a truth without one is negated by "not". */
  readonly negated?: string | undefined;
  /** What an offence is that has one of these values, for readers who do not know their names. */
  readonly saidAs?: ((values: readonly string[]) => string) | undefined;
  /** The columns it is read from. */
  readonly reads: readonly FieldName[];
  /** The columns that keep it unknown on this record; without it, those of `reads` that are empty, else all of them. */
  readonly lacks?: ((record: RecordFacts) => readonly FieldName[]) | undefined;
}

let slots = 0;
let cellReadings = 0;

/**
 * How a fact is computed that follows from one cell alone: once for all records whose cells are known to be
 * the same. It is never `undefined`.
 */
export function ofCell<T>(field: FieldName, read: CellReading<T>['read']): (record: RecordFacts) => T {
  const reading: CellReading<T> = { slot: cellReadings++, position: FIELD_INDEX[field], read };
  return (record) => record.readCell(reading);
}

/** The same of the cell's text without blanks at its ends; empty where there is nothing to read. */
export function ofText<T>(
  field: FieldName,
  read: (text: string, surroundings: Surroundings) => T,
): (record: RecordFacts) => T {
  return ofCell(field, (cell, surroundings) => read(cell === null ? '' : trim(cell), surroundings));
}

/** What `ofCell` computes, for the record that keeps it. */
export interface CellReading<T> {
  readonly slot: number;
  readonly position: number;
  readonly read: (cell: string | null, surroundings: Surroundings) => T;
}

/** A fact for other facts only: rules cannot name it. */
export function privateFact<T>(compute: (record: RecordFacts) => T): Fact<T> {
  return { slot: slots++, compute };
}

/** The facts have one shape in the engine's memory, property by property, because every record asks for some. */
export function defineFact<K extends FactKind>(fact: Omit<NamedFact<K>, 'slot'>): NamedFact<K> {
  const { compute, name, kind, words, negated, saidAs, reads, lacks } = fact;
  return { slot: slots++, compute, name, kind, words, negated, saidAs, reads, lacks };
}

/** How many facts follow from one cell alone: call it after every fact is defined. */
export function cellReadingCount(): number {
  return cellReadings;
}

/** How many slots a record needs: call it after every fact is defined. */
export function slotCount(): number {
  return slots;
}
