import { FIELDS, type FieldDefinition, type FieldName } from '../model/fields.js';
import { type LazyRecord, NO_TOKEN } from '../model/lazy-record.js';
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

/** What is wrong with a cell, or nothing. */
type Verdict = ReturnType<Inspector>;

/** What is looked through: a record, and the row that it was made of. */
export interface Inspected extends Pick<LazyRecord, 'cell' | 'tokens'> {
  readonly row: () => readonly string[];
}

interface InspectedField {
  readonly name: FieldName;
  readonly position: number;
  readonly column: string;
  readonly inspect: Inspector;
}

/** So many cells of a field are known to be fine by their token; more are looked at again. */
const KNOWN = 32_768;

/**
 * Looks through records' cells for what cannot be read, and says so with its place; rules take such a cell as
 * unknown. The records are of one numbering.
 */
export function createInspector(
  mapping: Mapping,
  notice: (notice: Omit<InputNotice, 'file'>) => void,
): (record: Inspected, number: number) => void {
  const fields = FIELDS.flatMap((field: FieldDefinition, position): readonly InspectedField[] => {
    const name = field.name as FieldName;
    const inspect = mapping.columns.has(name) ? inspectorOf(field, mapping) : null;
    if (inspect === null) return [];
    return [{ name, position, inspect, column: mapping.columnOf(name) }];
  });
  const positions = Int32Array.from(fields, ({ position }) => position);
  /** By field and token, whether nothing is wrong with the cell. */
  const fine = fields.map(() => new Uint8Array(KNOWN));

  function verdictOf({ name, position, inspect }: InspectedField, record: Inspected): Verdict {
    const cell = record.cell(position);
    if (cell === UNREADABLE) return inspect(cell, mapping.textOf?.(name, record.row()) ?? cell);
    const text = trim(cell ?? '');
    return text === '' ? null : inspect(text, text);
  }

  function say(of: Doubt | string, column: string, row: number): void {
    if (typeof of === 'string') notice({ row, column, problem: of, done: 'taken as unknown' });
    else notice({ row, column, ...of });
  }

  return (record, number) => {
    const { tokens } = record;
    for (let i = 0; i < positions.length; i++) {
      const token = tokens[positions[i] as number] as number;
      const ofField = fine[i] as Uint8Array;
      // Nearly every cell ends here.
      if (token !== NO_TOKEN && ofField[token] === 1) continue;
      const field = fields[i] as InspectedField;
      const verdict = verdictOf(field, record);
      if (verdict !== null) say(verdict, field.column, number);
      else if (token !== NO_TOKEN) ofField[token] = 1;
    }
    if (mapping.unknownCodes === undefined) return;
    // A row is one notice a column, however many of its codes are unknown.
    for (const column of new Set(mapping.unknownCodes.of(record.row()).map((unknown) => unknown.column))) {
      notice({
        row: number,
        column,
        problem: 'a marker code that the profile does not know',
        done: 'the markers that are not set on this record are taken as unknown',
      });
    }
  };
}
