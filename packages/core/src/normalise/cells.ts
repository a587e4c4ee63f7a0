import { MarkercheckError } from '../model/errors.js';
import { type Cells, type CrimeRecord, FIELD_NAMES, type FieldName, isFieldName } from '../model/fields.js';

/** A record as a row of cells: an absent field is an empty cell. Throws `ARGUMENT_INVALID` on a name that is no field. */
export function cellsOf(record: CrimeRecord): Cells {
  for (const name of Object.keys(record)) {
    if (!isFieldName(name)) {
      throw new MarkercheckError('ARGUMENT_INVALID', `A record has no field ${JSON.stringify(name)}.`);
    }
  }
  return FIELD_NAMES.map((name) => {
    const value = record[name];
    if (value === null) return null;
    if (value === undefined) return '';
    if (typeof value === 'string') return value;
    throw new MarkercheckError('ARGUMENT_INVALID', `The field ${name} of a record is text or null.`);
  });
}

/** The columns that a record says do not exist. */
export function absentColumns(record: CrimeRecord): readonly FieldName[] {
  return FIELD_NAMES.filter((name) => record[name] === null);
}
