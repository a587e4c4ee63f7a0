import { count } from '../messages/figures.js';
import { type Cells, FIELD_INDEX, FIELD_NAMES, type FieldName } from '../model/fields.js';
import { CellsRecord, copyCells, type LazyRecord } from '../model/lazy-record.js';
import { trim } from '../normalise/text.js';
import type { InputNotice, LazyRowSink } from '../read/reader.js';
import { type LazyRow, TextRow, Tokens } from '../read/tokens.js';
import { blankTest } from './blanks.js';
import { columnPosition } from './columns.js';
import { createInspector } from './inspect.js';
import { createKeyWatch, type PassedKeys } from './keys.js';
import type { Mapping } from './mapping.js';
import { createRecordMerger, type MergeRow } from './merge-record.js';
import type { Profile } from './profile.js';
import { RowRecord } from './row-record.js';

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
  /** Takes rows whose cells are not texts yet; only where a row is a record. */
  readonly lazy?: LazyRowSink;
  readonly end: () => RecordsReport;
  /** The first and the last key since it was last asked, of records of which a range of a file is made; only where a row is a record. */
  readonly takeKeys?: () => PassedKeys;
  /** Records that were made elsewhere, the first of them of row `first`; only where a row is a record. */
  readonly passBy?: (passed: PassedKeys & { readonly records: number }, first: number) => void;
}

/** No crime has so many rows: they would only fill the memory. */
export const MOST_ROWS = 10_000;

interface Sink {
  readonly record: (record: LazyRecord, row: number) => void;
  readonly notice: (notice: Omit<InputNotice, 'file'>) => void;
}

function keyOf(cells: Cells): string {
  return trim(cells[FIELD_INDEX.crimeReference] ?? '');
}

/** Fields that few rules ask for, on few records; a text among them does not come again. */
const SELDOM_ASKED: ReadonlySet<FieldName> = new Set([
  'crimeReference',
  'narrative',
  'suspectEthnicities',
  'suspectNationalities',
  'team',
]);

/** The positions of the columns that all other fields are read from. */
function oftenAsked({ cells }: Mapping): ReadonlySet<number> {
  return new Set(cells.flatMap(({ from }, i) => (SELDOM_ASKED.has(FIELD_NAMES[i] as FieldName) ? [] : from)));
}

/** A row is a record. */
function createPlainRecords(width: number, mapping: Mapping, sink: Sink): Records {
  const watchKeys = createKeyWatch(mapping, sink.notice);
  const inspect = createInspector(mapping, sink.notice);
  const tokens = new Tokens();
  const often = oftenAsked(mapping);
  const textRow = new TextRow(tokens, width, often);
  const record = new RowRecord(mapping, width, tokens);
  let records = 0;

  function take(row: LazyRow, number: number): void {
    record.load(row);
    if (mapping.isCounted === true) copyCells(record);
    watchKeys.look(record, number, row);
    inspect(record, number);
    records++;
    sink.record(record, number);
  }

  return {
    add: (row, number) => take(textRow.load(row), number),
    lazy: { tokens, often, row: take },
    end: () => ({ records, unreadable: 0 }),
    takeKeys: watchKeys.take,
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
  width: number,
  mapping: Mapping,
  { record, notice }: Sink,
): Records {
  const watchKeys = createKeyWatch(mapping, notice);
  const inspect = createInspector(mapping, notice);
  const mergeRows = createRecordMerger(mapping, suspects, notice);
  const tokens = new Tokens();
  const textRow = new TextRow(tokens, width, oftenAsked(mapping));
  const single = new RowRecord(mapping, width, tokens);
  const merged = new CellsRecord();
  const held = new Map<string, MergeRow[]>();
  const tooMany = new Set<string>();
  let records = 0;
  let unreadable = 0;

  function flush(): void {
    for (const rows of held.values()) {
      merged.load(mergeRows(rows));
      const number = rows[0]?.number ?? 0;
      watchKeys.look(merged, number);
      records++;
      record(merged, number);
    }
    held.clear();
  }

  return {
    add: (row, number) => {
      single.load(textRow.load(row));
      const cells = copyCells(single);
      inspect(single, number);
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
  if (rows === undefined) return createPlainRecords(header.length, mapping, sink);
  const position = typeof rows.suspects === 'object' ? columnPosition(header, rows.suspects.key) : -1;
  const isBlank = blankTest(profile?.blanks ?? []);
  const suspectOf = (row: readonly string[]): string => {
    const suspect = trim(row[position] ?? '');
    return isBlank(suspect) ? '' : suspect;
  };
  return createMergedRecords(rows, suspectOf, header.length, mapping, sink);
}
