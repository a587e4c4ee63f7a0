import { createMapping } from './map/create-mapping.js';
import { profileColumns } from './map/profile-columns.js';
import type { Profile } from './map/profile.js';
import type { ProfileTables } from './map/setup.js';
import { MarkercheckError } from './model/errors.js';
import type { Cells, FieldName } from './model/fields.js';
import type { InputNotice } from './read/reader.js';

export interface MapperOptions {
  /** The extract's columns, in the order of its rows. @default the columns that the profile reads */
  readonly header?: readonly string[];
  /** The files that the profile names, read. @default it names none */
  readonly tables?: ProfileTables;
  /** Receives what is wrong with the header. @default nobody */
  readonly notice?: (notice: Omit<InputNotice, 'file'>) => void;
}

/** Turns rows of a system's columns into the cells of canonical records, a row a record. */
export interface Mapper {
  /** The fields that the records have: the `columns` of their checker. */
  readonly columns: ReadonlySet<FieldName>;
  /** Of a row, its cells in the order of the header. */
  readonly ofRow: (row: readonly string[]) => Cells;
  /**
   * Of a row by the names of its columns, as a database gives it; columns that the profile does not read may be there.
   * @throws {MarkercheckError} `RECORD_INVALID` where a value is neither text nor a number nor empty.
   */
  readonly ofObject: (row: Readonly<Record<string, unknown>>) => Cells;
}

function textsOf(header: readonly string[], row: Readonly<Record<string, unknown>>): readonly string[] {
  const faults: string[] = [];
  const texts = header.map((column) => {
    const value = row[column];
    if (value === undefined || value === null) return '';
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
    faults.push(
      `${column} is text, a number or nothing, and not ${value instanceof Date ? 'a Date' : typeof value}`,
    );
    return '';
  });
  if (faults.length > 0) throw new MarkercheckError('RECORD_INVALID', 'The row cannot be read.', faults);
  return texts;
}

/**
 * Makes the mapping of a profile, for programs that have rows and no file; files are read by `createCheck`.
 * @throws {MarkercheckError} `PROFILE_MISFIT` where the header lacks what the profile names, or several rows are a record.
 */
export function createMapper(profile: Profile, options: MapperOptions = {}): Mapper {
  if (profile.rows !== undefined) {
    const problem = `The profile ${profile.name} makes one record of several rows, which needs the whole file: see createCheck.`;
    throw new MarkercheckError('PROFILE_MISFIT', problem);
  }
  const header = options.header ?? profileColumns(profile);
  const { columns, toCells } = createMapping(
    profile,
    header,
    options.notice ?? (() => undefined),
    options.tables,
  );
  return { columns, ofRow: toCells, ofObject: (row) => toCells(textsOf(header, row)) };
}
