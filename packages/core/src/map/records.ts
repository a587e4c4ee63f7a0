import { count } from '../messages/figures.js';
import { type Cells, FIELD_INDEX } from '../model/fields.js';
import { trim } from '../normalise/text.js';
import type { InputNotice } from '../read/reader.js';
import { blankTest } from './blanks.js';
import { columnPosition } from './columns.js';
import { createInspector } from './inspect.js';
import { createKeyWatch, type PassedKeys } from './keys.js';
import type { Mapping } from './mapping.js';
import { createRecordMerger, type MergeRow } from './merge-record.js';
import type { Profile } from './profile.js';

/** What became of the rows of one file. */
export interface RecordsReport {
  /** Records handed on. */
  readonly records: number;
  /** Rows that could not be taken into a record. */
  readonly unreadable: number;
}

/** Rows on their way to canonical records. */
export interface Records {
  readonly add: (row: readonly string[], number: number) => void;
  readonly end: () => RecordsReport;
  /** Records that were made elsewhere, the first of them of row `first`; only where a row is a record. */
  readonly passBy?: (passed: PassedKeys & { readonly records: number }, first: number) => void;
}

/** No crime has so many rows: they would only fill the memory. */
export const MOST_ROWS = 10_000;

interface Sink {
  readonly record: (cells: Cells, row: number) => void;
  readonly notice: (notice: Omit<InputNotice, 'file'>) => void;
}

function keyOf(cells: Cells): string {
  return trim(cells[FIELD_INDEX.crimeReference] ?? '');
}

/** A row is a record. */
function createPlainRecords(mapping: Mapping, { record, notice }: Sink): Records {
  const watchKeys = createKeyWatch(mapping.columnOf('crimeReference'), notice);
  const inspect = createInspector(mapping, notice);
  let records = 0;
  return {
    add: (row, number) => {
      const cells = mapping.toCells(row);
      watchKeys.look(cells, number);
      inspect(row, cells, number);
      records++;
      record(cells, number);
    },
    end: () => ({ records, unreadable: 0 }),
    passBy: (passed, first) => {
      records += passed.records;
      watchKeys.passBy(passed, first);
    },
  };
}

/** Rows of one crime reference are a record; its place is its first row. */
function createMergedRecords(
  { merge, suspects }: NonNullable<Profile['rows']>,
  suspectOf: (row: readonly string[]) => string,
  mapping: Mapping,
  { record, notice }: Sink,
): Records {
  const watchKeys = createKeyWatch(mapping.columnOf('crimeReference'), notice);
  const inspect = createInspector(mapping, notice);
  const mergeRows = createRecordMerger(mapping, suspects, notice);
  const held = new Map<string, MergeRow[]>();
  const tooMany = new Set<string>();
  let records = 0;
  let unreadable = 0;

  function flush(): void {
    for (const rows of held.values()) {
      const cells = mergeRows(rows);
      const number = rows[0]?.number ?? 0;
      watchKeys.look(cells, number);
      records++;
      record(cells, number);
    }
    held.clear();
  }

  return {
    add: (row, number) => {
      const cells = mapping.toCells(row);
      inspect(row, cells, number);
      const key = keyOf(cells);
      const rows = key === '' ? undefined : held.get(key);
      if (rows === undefined) {
        if (merge === 'adjacent') flush();
        // A row without a crime reference is a record of its own; a reference is never longer than a cell.
        held.set(key === '' ? `\n${number}` : key, [{ cells, number, suspect: suspectOf(row) }]);
      } else if (rows.length < MOST_ROWS) {
        rows.push({ cells, number, suspect: suspectOf(row) });
      } else {
        unreadable++;
        if (!tooMany.has(key)) {
          tooMany.add(key);
          const problem = `more than ${count(MOST_ROWS)} rows have one crime reference`;
          notice({
            row: number,
            column: mapping.columnOf('crimeReference'),
            problem,
            done: 'the rows beyond were not checked',
          });
        }
      }
    },
    end: () => {
      flush();
      return { records, unreadable };
    },
  };
}

/** Makes the records of one file of its rows, as its profile says. */
export function createRecords(
  profile: Profile | undefined,
  header: readonly string[],
  mapping: Mapping,
  sink: Sink,
): Records {
  const rows = profile?.rows;
  if (rows === undefined) return createPlainRecords(mapping, sink);
  const position = typeof rows.suspects === 'object' ? columnPosition(header, rows.suspects.key) : -1;
  const isBlank = blankTest(profile?.blanks ?? []);
  const suspectOf = (row: readonly string[]): string => {
    const suspect = trim(row[position] ?? '');
    return isBlank(suspect) ? '' : suspect;
  };
  return createMergedRecords(rows, suspectOf, mapping, sink);
}
