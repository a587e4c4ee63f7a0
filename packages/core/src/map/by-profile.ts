import { MarkercheckError } from '../model/errors.js';
import { type Cells, FIELD_NAMES, type FieldName } from '../model/fields.js';
import { trim } from '../normalise/text.js';
import type { InputNotice } from '../read/reader.js';
import { blankTest } from './blanks.js';
import { columnCount, columnPosition, missingColumn } from './columns.js';
import { dateFormatWords, fieldReader, tableProblem } from './field-reader.js';
import { type Mapping, NO_COLUMN } from './mapping.js';
import { mapMarkers } from './markers.js';
import { columnsOfSource, type FieldSource, type Profile } from './profile.js';
import { profileFaults } from './profile-faults.js';
import type { CellReader, ProfileTables, Setup } from './setup.js';

/**
 * The mapping of an extract by a profile.
 * @throws {MarkercheckError} `PROFILE_INVALID` with every fault of the profile; `PROFILE_MISFIT` with every
 * column that the extract lacks and the nearest names that it has.
 */
export function mapByProfile(
  profile: Profile,
  header: readonly string[],
  notice: (notice: Omit<InputNotice, 'file'>) => void,
  tables: ProfileTables = {},
): Mapping {
  const faults = profileFaults(profile);
  if (faults.length > 0) {
    throw new MarkercheckError('PROFILE_INVALID', `The profile ${profile.name} cannot be used.`, faults);
  }
  const misfits: string[] = [];
  const reads = new Set<number>();
  const twice = new Set<string>();
  const setup: Setup = {
    tables,
    isBlank: blankTest(profile.blanks ?? []),
    hasNoBlanks: (profile.blanks ?? []).length === 0,
    misfit: (what) => void misfits.push(what),
    find: (name, forWhat) => {
      const position = columnPosition(header, name);
      reads.add(position);
      if (position < 0) misfits.push(`${forWhat}: ${missingColumn('the extract', name, header)}`);
      else if (columnCount(header, name) > 1 && !twice.has(name.toLowerCase())) {
        twice.add(name.toLowerCase());
        notice({
          row: 1,
          column: name,
          problem: 'the header has this column twice',
          done: 'the first was read; remove or rename the other',
        });
      }
      return position;
    },
  };

  const readers = new Map<FieldName, CellReader>();
  for (const [field, value] of Object.entries(profile.constants ?? {}) as [FieldName, string][]) {
    readers.set(field, { from: [], of: () => value });
  }
  for (const [field, source] of Object.entries(profile.fields) as [FieldName, FieldSource][]) {
    readers.set(field, fieldReader(field, source, setup));
  }
  const markers = mapMarkers(profile.markers, readers.get('crimeReference'), setup);
  for (const [marker, reader] of markers.readers) readers.set(marker, reader);
  if (markers.local !== undefined) readers.set('localMarkers', markers.local);
  const suspects = profile.rows?.suspects;
  if (typeof suspects === 'object') setup.find(suspects.key, 'rows/suspects');
  if (misfits.length > 0) {
    throw new MarkercheckError(
      'PROFILE_MISFIT',
      `The profile ${profile.name} does not fit the extract.`,
      misfits,
    );
  }
  const cells = FIELD_NAMES.map((field) => readers.get(field) ?? NO_COLUMN);
  const columnOf = (field: FieldName) => {
    const source = profile.fields[field];
    return markers.columnOf(field) ?? (source === undefined ? field : columnsOfSource(source).join(' + '));
  };
  for (const field of FIELD_NAMES) reads.add(columnPosition(header, columnOf(field)));
  const textOf = (field: FieldName, row: readonly string[]) => {
    const position = columnPosition(header, columnOf(field));
    return position < 0 ? undefined : trim(row[position] ?? '');
  };
  return {
    columns: new Set(readers.keys()),
    columnOf,
    textOf,
    dateFormatOf: (field) => dateFormatWords(profile.fields[field]),
    reads,
    problemOf: (field) => tableProblem(field, profile.fields[field]),
    cells,
    toCells: (row): Cells => cells.map(({ of }) => of(row)),
    ...(markers.unknownCodes === undefined ? {} : { unknownCodes: markers.unknownCodes }),
    ...(markers.isCounted === true ? { isCounted: true } : {}),
  };
}
