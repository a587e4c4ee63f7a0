import { MarkercheckError } from './model/errors.js';
import { type Cells, FIELD_NAMES, type FieldName, isFieldName } from './model/fields.js';
import { cellsOf } from './normalise/cells.js';
import { type Day, parseDate } from './normalise/date.js';

/*
 * What a program hands over is looked at as if it had no types: many that use the library are JavaScript.
 */

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

export function isCells(record: unknown): record is Cells {
  return Array.isArray(record);
}

/** The record as a row of cells, whichever way it came. */
export function rowOf(record: unknown): Cells {
  if (!isObject(record)) {
    const problem = 'A record is an object, its keys the fields and its values texts.';
    throw new MarkercheckError('RECORD_INVALID', problem);
  }
  if (!isCells(record)) return cellsOf(record);
  if (record.length !== FIELD_NAMES.length) {
    const problem = `A row of cells has one for each of the ${FIELD_NAMES.length} fields; this has ${record.length}.`;
    throw new MarkercheckError('RECORD_INVALID', problem);
  }
  const wrong = FIELD_NAMES.filter((_, i) => record[i] !== null && typeof record[i] !== 'string');
  if (wrong.length === 0) return record;
  throw new MarkercheckError('RECORD_INVALID', 'A cell is text or null.', wrong);
}

/** The day as at which records are judged. */
export function dayOf(options: unknown): Day {
  const asAt = isObject(options) && 'asAt' in options ? options.asAt : undefined;
  const day = typeof asAt === 'string' ? parseDate(asAt) : null;
  if (day !== null) return day;
  const said = asAt === undefined ? 'nothing' : JSON.stringify(asAt);
  const problem = `asAt: ${said} is not a date (YYYY-MM-DD): the library has no clock.`;
  throw new MarkercheckError('ARGUMENT_INVALID', problem);
}

export function columnsOf(columns: Iterable<string>): ReadonlySet<FieldName> {
  const names = typeof columns === 'string' ? [columns] : [...columns];
  const faults = names
    .filter((name) => !isFieldName(name))
    .map((name) => `${JSON.stringify(name)} is not a field`);
  if (faults.length > 0)
    throw new MarkercheckError('ARGUMENT_INVALID', 'The columns cannot be used.', faults);
  return new Set(names.filter(isFieldName));
}

/** Refuses what is no pack at all; what is wrong within one is found when it is compiled. */
export function checkPack(pack: unknown): void {
  if (isObject(pack) && 'rules' in pack && 'measures' in pack && 'offences' in pack) return;
  throw new MarkercheckError('PACK_INVALID', 'This is not a pack: loadPack() gives the built-in one.');
}

/** What can be summarised: records, or what was counted of them. */
export function checkCounted<T extends object>(counted: T): T {
  if (isObject(counted) && (Symbol.iterator in counted || 'basis' in counted)) return counted;
  const problem =
    'summarise takes an iterable of records, or a tally; records that come later are counted by counter().';
  throw new MarkercheckError('ARGUMENT_INVALID', problem);
}
