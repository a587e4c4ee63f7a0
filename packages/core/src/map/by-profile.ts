import { MarkercheckError } from '../model/errors.js';
import { type Cells, FIELD_INDEX, FIELD_NAMES, FIELDS, type FieldName } from '../model/fields.js';
import type { InputNotice } from '../read/reader.js';
import { isoDate } from '../normalise/date.js';
import { trim } from '../normalise/text.js';
import { compileDateFormat, type DateReader } from './date-format.js';
import { type Mapping, UNREADABLE } from './mapping.js';
import { mapMarkers } from './markers.js';
import { nearestNames } from './nearest.js';
import type { FieldSource, Profile } from './profile.js';

/** Gives one cell of the canonical record from a row; `null` is unknown by the profile's blank policy. */
export type CellReader = (row: readonly string[]) => string | null;

/** Finds a column of the extract; what is not there is collected, so that all of it is said at once. */
export type FindColumn = (name: string, forWhat: string) => number;

export type IsBlank = (text: string) => boolean;

function dateReaders(formats: string | readonly string[], place: string, faults: string[]): readonly DateReader[] {
  return [formats].flat().flatMap((format) => {
    const reader = compileDateFormat(format);
    if (reader === null) {
      faults.push(
        `${place}: ${JSON.stringify(format)} is not a date format; write it with YYYY, MMM, MM, M, DD, D, HH, H, mm and ss, such as DD/MM/YYYY HH:mm`,
      );
    }
    return reader ?? [];
  });
}

function fieldReader(
  field: FieldName,
  source: FieldSource,
  find: FindColumn,
  isBlank: IsBlank,
  faults: string[],
): CellReader {
  const read = (position: number) => (row: readonly string[]) => {
    const text = trim(row[position] ?? '');
    return isBlank(text) ? '' : text;
  };
  if (typeof source === 'string') return read(find(source, field));
  if ('columns' in source) {
    const parts = source.columns.map((column) => read(find(column, field)));
    return (row) => {
      const texts = parts.map((part) => part(row));
      return texts.every((text) => text === '') ? '' : texts.filter((text) => text !== '').join(source.join);
    };
  }
  const cell = read(find(source.column, field));
  if (source.date !== undefined) {
    const readers = dateReaders(source.date, `fields/${field}/date`, faults);
    return (row) => {
      const text = cell(row);
      if (text === '') return '';
      for (const reader of readers) {
        const day = reader(text);
        if (day !== null) return isoDate(day);
      }
      return UNREADABLE;
    };
  }
  if (source.values !== undefined) {
    const values = new Map(Object.entries(source.values).map(([from, to]) => [from.toLowerCase(), to]));
    const isText = FIELDS[FIELD_INDEX[field]]?.type === 'text';
    return (row) => {
      const text = cell(row);
      return text === '' ? '' : (values.get(text.toLowerCase()) ?? (isText ? text : UNREADABLE));
    };
  }
  return cell;
}

function dateFormats(source: FieldSource | undefined): string {
  return typeof source === 'object' && 'date' in source && source.date !== undefined
    ? [source.date].flat().join(' or ')
    : 'YYYY-MM-DD';
}

function columnNames(source: FieldSource | undefined): string | undefined {
  if (source === undefined || typeof source === 'string') return source;
  return 'columns' in source ? source.columns.join(' + ') : source.column;
}

/**
 * The mapping of an extract by a profile.
 * @throws {MarkercheckError} `PROFILE_MISFIT` with every column that the extract lacks and the nearest names that it has.
 */
export function mapByProfile(
  profile: Profile,
  header: readonly string[],
  notice: (notice: Omit<InputNotice, 'file'>) => void,
): Mapping {
  const misfits: string[] = [];
  const faults: string[] = [];
  const blanks = new Set((profile.blanks ?? []).map((blank) => trim(blank)));
  const isBlank = (text: string) => text === '' || blanks.has(text);
  const find: FindColumn = (name, forWhat) => {
    const position = header.findIndex((column) => column.toLowerCase() === name.toLowerCase());
    if (position < 0) {
      const nearest = nearestNames(name, header).map((column) => JSON.stringify(column));
      const hint = nearest.length > 0 ? `; the nearest names are ${nearest.join(', ')}` : '';
      misfits.push(`${forWhat}: the extract has no column ${JSON.stringify(name)}${hint}`);
    } else if (header.findIndex((column, i) => i > position && column.toLowerCase() === name.toLowerCase()) > 0) {
      notice({
        row: 1,
        column: name,
        problem: 'the header has this column twice',
        done: 'the first was read; remove or rename the other',
      });
    }
    return position;
  };

  const readers = new Map<FieldName, CellReader>();
  for (const [field, value] of Object.entries(profile.constants ?? {}) as [FieldName, string][]) {
    readers.set(field, () => value);
  }
  for (const [field, source] of Object.entries(profile.fields) as [FieldName, FieldSource][]) {
    readers.set(field, fieldReader(field, source, find, isBlank, faults));
  }
  const markers = mapMarkers(profile.markers, find, isBlank, faults);
  for (const [marker, reader] of markers.readers) readers.set(marker, reader);
  if (faults.length > 0) throw new MarkercheckError('PROFILE_INVALID', `The profile ${profile.name} cannot be used.`, faults);
  if (misfits.length > 0) {
    throw new MarkercheckError('PROFILE_MISFIT', `The profile ${profile.name} does not fit the extract.`, misfits);
  }
  const inOrder = FIELD_NAMES.map((field) => readers.get(field));
  return {
    columns: new Set(readers.keys()),
    columnOf: (field) => markers.columnOf(field) ?? columnNames(profile.fields[field]) ?? field,
    dateFormatOf: (field) => dateFormats(profile.fields[field]),
    toCells: (row): Cells => inOrder.map((reader) => (reader === undefined ? null : reader(row))),
    ...(markers.unknownCodes === undefined ? {} : { unknownCodes: markers.unknownCodes }),
  };
}
