import { FIELD_INDEX, FIELDS, type FieldName } from '../model/fields.js';
import { isoDate } from '../normalise/date.js';
import { trim } from '../normalise/text.js';
import { createCodeBook } from './codes.js';
import { compileDateFormat } from './date-format.js';
import { lookupTable } from './lookup.js';
import { UNREADABLE } from './mapping.js';
import { columnsOfSource, type SourceDetail, type FieldSource, readingOf } from './profile.js';
import type { CellReader, Setup } from './setup.js';

type Convert = (text: string) => string;

const SAME: Convert = (text) => text;

function cutter({ after, before }: SourceDetail): Convert {
  if (after === undefined && before === undefined) return SAME;
  return (text) => {
    const start = after === undefined ? -1 : text.indexOf(after);
    const rest = start < 0 ? text : text.slice(start + (after?.length ?? 0));
    // What is cut off at the front leaves blanks behind: a separator of one blank must not find these.
    const trimmed = trim(rest);
    const end = before === undefined ? -1 : trimmed.indexOf(before);
    return end < 0 ? trimmed : trim(trimmed.slice(0, end));
  };
}

function dates(formats: readonly string[]): Convert {
  const readers = formats.flatMap((format) => compileDateFormat(format) ?? []);
  return (text) => {
    for (const read of readers) {
      const day = read(text);
      if (day !== null) return isoDate(day);
    }
    return UNREADABLE;
  };
}

/** Each part of a list for itself; a part that the table lacks stays, because no rule takes it for another. */
function parts(
  separator: string,
  meaningOf: (code: string) => string | undefined,
  isBlank: Setup['isBlank'],
): Convert {
  const one = (text: string) => {
    const part = trim(text);
    if (isBlank(part)) return '';
    const meaning = meaningOf(part) ?? part;
    return separator === ';' ? meaning : meaning.replaceAll(';', ',');
  };
  return (text) => text.split(separator).map(one).join(';');
}

function converter(field: FieldName, reading: SourceDetail, setup: Setup): Convert {
  const { type } = FIELDS[FIELD_INDEX[field]] ?? { type: 'text' };
  if (reading.date !== undefined) return dates([reading.date].flat());
  const table = reading.lookup === undefined ? reading.values : lookupTable(field, reading, setup);
  const meaningOf = table === undefined ? undefined : createCodeBook(table);
  if (type === 'list') return parts(reading.separator ?? ';', meaningOf ?? (() => undefined), setup.isBlank);
  if (meaningOf === undefined) return SAME;
  return (text) => meaningOf(text) ?? (type === 'text' ? text : UNREADABLE);
}

/** The text of several columns together. A part that is missing before one that is there would make another code of it. */
function joiner(cells: readonly ((row: readonly string[]) => string)[], join: string, isText: boolean) {
  return (row: readonly string[]): string => {
    const texts = cells.map((cell) => cell(row));
    const found = texts.filter((text) => text !== '');
    const gap = texts.slice(0, found.length).includes('');
    return gap && !isText ? UNREADABLE : found.join(join);
  };
}

/** A reader of one field: column or columns → blanks → cut → what the text means. */
export function fieldReader(field: FieldName, source: FieldSource, setup: Setup): CellReader {
  const reading = readingOf(source);
  const { isBlank } = setup;
  const from = columnsOfSource(source).map((name) => setup.find(name, field));
  const cells = from.map((position) => (row: readonly string[]) => {
    const text = trim(row[position] ?? '');
    return isBlank(text) ? '' : text;
  });
  const isText = ['text', 'list'].includes(FIELDS[FIELD_INDEX[field]]?.type ?? 'text');
  const [first] = cells;
  const read = cells.length === 1 && first !== undefined ? first : joiner(cells, reading.join ?? '', isText);
  const cut = cutter(reading);
  const convert = converter(field, reading, setup);
  if (cut === SAME && convert === SAME)
    return { from, of: read, isCopy: cells.length === 1 && setup.hasNoBlanks };
  const of = (row: readonly string[]) => {
    const text = read(row);
    if (text === '' || text === UNREADABLE) return text;
    const part = cut(text);
    return isBlank(part) ? '' : convert(part);
  };
  return { from, of };
}

/** How a field's dates are written, in words. */
export function dateFormatWords(source: FieldSource | undefined): string {
  const formats = source === undefined ? undefined : readingOf(source).date;
  return formats === undefined ? 'YYYY-MM-DD' : [formats].flat().join(' or ');
}

/** What is wrong with a value that a table of the profile lacks. */
export function tableProblem(field: FieldName, source: FieldSource | undefined): string | undefined {
  if (source === undefined) return undefined;
  const { values, lookup, columns, date } = readingOf(source);
  if (lookup !== undefined) return `a code that ${lookup} does not have; add it there`;
  if (values !== undefined) return `a value that the profile does not have; add it to "values" of ${field}`;
  if (columns === undefined || date !== undefined) return undefined;
  return 'the first of the columns is empty where a later one is not';
}
