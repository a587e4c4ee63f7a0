import { MarkercheckError } from '../model/errors.js';
import { type Cells, type CrimeRecord, FIELD_NAMES, type FieldName, isFieldName } from '../model/fields.js';

function faultsOf(record: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(record).flatMap(([name, value]) => {
    if (!isFieldName(name)) return [`${JSON.stringify(name)} is not a field of a record`];
    if (value === undefined || value === null || typeof value === 'string') return [];
    return [`${name} is text or null, and not ${typeof value}`];
  });
}

/**
 * A record as a row of cells: an absent field is an empty cell.
 * @throws {MarkercheckError} `RECORD_INVALID` with every name that is no field and every value that is no text.
 */
export function cellsOf(record: CrimeRecord): Cells {
  const faults = faultsOf(record);
  if (faults.length > 0) throw new MarkercheckError('RECORD_INVALID', 'The record cannot be read.', faults);
  return FIELD_NAMES.map((name) => {
    const value = record[name];
    return value === undefined ? '' : value;
  });
}

/** The columns that a record says do not exist. */
export function absentColumns(record: CrimeRecord): readonly FieldName[] {
  return FIELD_NAMES.filter((name) => record[name] === null);
}
