import { type Cells, FIELDS, type FieldDefinition, type FieldName } from '../model/fields.js';
import { parseDate } from '../normalise/date.js';
import { readHistory } from '../normalise/history.js';
import { readMarker } from '../normalise/marker.js';
import { offenceCodeReader } from '../normalise/offence-code.js';
import { trim } from '../normalise/text.js';
import { parseWholeNumber } from '../normalise/whole-number.js';
import { wordReader } from '../normalise/word.js';
import type { InputNotice } from '../read/reader.js';
import { type Mapping, UNREADABLE } from './mapping.js';
import { serialCode, serialDay, spreadsheetDamage } from './spreadsheet-damage.js';

/**
 * What is wrong with a cell that is not empty, or `null`; it never repeats the cell. `raw` is what the
 * extract has, where the profile made something else of it.
 */
type Inspector = (text: string, raw: string) => string | Doubt | null;

/** What is read all the same, and may be something else. */
interface Doubt {
  readonly problem: string;
  readonly done: string;
}

const HIGHEST_AGE = 120;

const NO_CODE = 'not an offence code; export the column as text, a spreadsheet may have changed it';

function inspectorOf(field: FieldDefinition, mapping: Mapping): Inspector | null {
  const ofTable = mapping.problemOf?.(field.name as FieldName);
  const inspect = plainInspectorOf(field, mapping);
  if (ofTable === undefined || inspect === null) return inspect;
  return (text, raw) => (text === UNREADABLE ? ofTable : inspect(text, raw));
}

function plainInspectorOf(field: FieldDefinition, mapping: Mapping): Inspector | null {
  switch (field.type) {
    case 'date': {
      const problem = `not a date of the form ${mapping.dateFormatOf(field.name as FieldName)}, or no such day`;
      return (text, raw) => (parseDate(text) === null ? (serialDay(raw) ?? problem) : null);
    }
    case 'word': {
      const words = field.words ?? [];
      const problem = `none of the words ${words.join(', ')}`;
      const read = wordReader(words);
      return (text) => (read(text) === null ? problem : null);
    }
    case 'number': {
      const highest = field.highest ?? 0;
      const problem = `not a whole number from 0 to ${highest}`;
      return (text) => (parseWholeNumber(text, highest) === null ? problem : null);
    }
    case 'offence-code':
    case 'offence-class': {
      const read = offenceCodeReader();
      const isClass = field.type === 'offence-class';
      return (text, raw) => {
        const { kind } = read(text);
        if (kind === 'unreadable') return spreadsheetDamage(raw) ?? NO_CODE;
        if (isClass && kind === 'subcode') return 'a sub-code where a class belongs';
        const problem = kind === 'subcode' ? serialCode(raw) : null;
        return problem === null ? null : { problem, done: 'taken as the code that it looks like' };
      };
    }
    case 'marker':
      return (text) => (readMarker(text).unreadable ? 'a marker code that the profile does not know' : null);
    case 'history':
      return (text) =>
        readHistory(text) === null
          ? 'not a marker history (MARKER:set or removed:YYYY-MM-DD, ; between)'
          : null;
    case 'list':
      if (field.name !== 'suspectAges') return null;
      return (text) =>
        text.split(';').every((age) => trim(age) === '' || parseWholeNumber(trim(age), HIGHEST_AGE) !== null)
          ? null
          : 'an age that is not a whole number from 0 to 120';
    case 'text':
      return null;
    default:
      return field.type satisfies never;
  }
}

/** So many texts of a column are remembered: an extract has few codes, dates and words, and many records. */
const REMEMBERED = 10_000;

/** What is longer does not come again. */
const LONGEST_REMEMBERED = 32;

/** The same inspection of a whole cell, blanks at its ends included, which remembers; for cells that the profile did not change. */
function remembering(inspect: Inspector): (cell: string) => ReturnType<Inspector> {
  const known = new Map<string, ReturnType<Inspector>>();
  let last = '';
  let ofLast: ReturnType<Inspector> = null;
  return (cell) => {
    if (cell === last) return ofLast;
    let found = known.get(cell);
    if (found === undefined) {
      const text = trim(cell);
      found = text === '' ? null : inspect(text, text);
      if (cell.length > LONGEST_REMEMBERED) return found;
      if (known.size < REMEMBERED) known.set(cell, found);
    }
    last = cell;
    ofLast = found;
    return found;
  };
}

/** Looks through a record's cells for what cannot be read, and says so with its place; rules take such a cell as unknown. */
export function createInspector(
  mapping: Mapping,
  notice: (notice: Omit<InputNotice, 'file'>) => void,
): (row: readonly string[], cells: Cells, number: number) => void {
  const inspected = FIELDS.flatMap((field: FieldDefinition, index) => {
    const name = field.name as FieldName;
    const inspect = mapping.columns.has(name) ? inspectorOf(field, mapping) : null;
    if (inspect === null) return [];
    return [{ name, index, inspect, remembered: remembering(inspect), column: mapping.columnOf(name) }];
  });
  return (row, cells, number) => {
    for (const { name, index, inspect, remembered, column } of inspected) {
      const cell = cells[index];
      if (cell === null || cell === undefined || cell === '') continue;
      const found =
        cell === UNREADABLE ? inspect(cell, mapping.textOf?.(name, row) ?? cell) : remembered(cell);
      if (typeof found === 'string')
        notice({ row: number, column, problem: found, done: 'taken as unknown' });
      else if (found !== null) notice({ row: number, column, ...found });
    }
    if (mapping.unknownCodes === undefined) return;
    // A row is one notice a column, however many of its codes are unknown.
    for (const column of new Set(mapping.unknownCodes(row).map((unknown) => unknown.column))) {
      notice({
        row: number,
        column,
        problem: 'a marker code that the profile does not know',
        done: 'the markers that are not set on this record are taken as unknown',
      });
    }
  };
}
