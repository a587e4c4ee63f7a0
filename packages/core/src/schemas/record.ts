import { nearestNames } from '../map/nearest.js';
import { MarkercheckError } from '../model/errors.js';
import { type CrimeRecord, FIELD_NAMES, isFieldName } from '../model/fields.js';

/** The text of a value as canonical JSON is read; `undefined` for one that is no value of a field. */
function textOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!Array.isArray(value)) return undefined;
  const parts = value.map(textOf);
  return parts.includes(undefined) ? undefined : parts.join(';');
}

function unknownField(name: string): string {
  const [nearest] = nearestNames(name, FIELD_NAMES, 1);
  const hint = nearest === undefined ? '' : `; did you mean ${nearest}?`;
  return `${JSON.stringify(name)} is not a field of a record${hint}`;
}

/**
 * A record from parsed JSON, such as the body of a request: numbers become text, a list is joined by `;`, and
 * `null` is an empty cell, as in an extract of JSON. No value stands in the message.
 * @throws {MarkercheckError} `RECORD_INVALID` with every key that is no field and every value that is none.
 */
export function readRecord(value: unknown): CrimeRecord {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new MarkercheckError('RECORD_INVALID', 'A record is an object, its keys the fields.');
  const faults: string[] = [];
  const record: Record<string, string> = {};
  for (const [name, cell] of Object.entries(value)) {
    const text = textOf(cell);
    if (!isFieldName(name)) faults.push(unknownField(name));
    else if (text === undefined) faults.push(`${name} is text, a number, a list of them or null`);
    else record[name] = text;
  }
  if (faults.length > 0) throw new MarkercheckError('RECORD_INVALID', 'The record cannot be read.', faults);
  return record;
}
