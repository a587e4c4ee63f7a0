import { FIELD_INDEX, type FieldName } from '../model/fields.js';

/**
 * What was looked at to find something out, a bit each: the fields by their position, 32 of them in each
 * number, and the outcomes of other rules. It is noted for every fact of every record, so it has to cost nothing.
 */
export interface Reading {
  readonly low: number;
  readonly high: number;
}

/** The bit of `high` that stands for the outcomes of rules. */
export const OF_RULES = 1 << 31;

/** The bits of a field at this position, below 63. */
export const lowBit = (position: number): number => (position < 32 ? 1 << position : 0);
export const highBit = (position: number): number => (position < 32 ? 0 : 1 << (position - 32));

/** The reading of fields alone. */
export function readingOf(fields: Iterable<FieldName>): Reading {
  let low = 0;
  let high = 0;
  for (const field of fields) {
    low |= lowBit(FIELD_INDEX[field]);
    high |= highBit(FIELD_INDEX[field]);
  }
  return { low, high };
}

/** Whether all that was looked at is a part of another reading. */
export function isWithin(reading: Reading, of: Reading): boolean {
  return (reading.low & ~of.low) === 0 && (reading.high & ~of.high) === 0;
}
