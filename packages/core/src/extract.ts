import { createDecoder, type DecodingReport, type Encoding } from './decode/decoder.js';
import { createMapping } from './map/create-mapping.js';
import type { Mapping } from './map/mapping.js';
import { profileColumns } from './map/profile-columns.js';
import type { Profile } from './map/profile.js';
import { createRecords, type Records } from './map/records.js';
import type { ProfileTables } from './map/setup.js';
import { MarkercheckError } from './model/errors.js';
import type { Cells } from './model/fields.js';
import { copyCells, type LazyRecord } from './model/lazy-record.js';
import { createByteFeed, type PassedRows, type RangePlace } from './read/byte-feed.js';
import { openReader, type ReaderOptions } from './read/open-reader.js';
import type { InputNotice, ReadingReport, RowSink } from './read/reader.js';
import { createTableReader, type TableReader, type TableRows } from './read/table-rows.js';

export interface ExtractOptions {
  /** Which column is which field. @default the header has the canonical names */
  readonly profile?: Profile;
  /** The files that the profile names, read. @default it names none */
  readonly tables?: ProfileTables;
  /** @default the profile's, else detected */
  readonly encoding?: Encoding;
}

/** Receives the canonical records of one file. The mapping comes first, once its columns are known. */
export interface ExtractSink {
  readonly mapping: (mapping: Mapping, header: readonly string[]) => void;
  readonly record: (cells: Cells, row: number) => void;
  readonly notice: (notice: InputNotice) => void;
  /** Every row as it was read, before what it becomes. */
  readonly row?: (row: readonly string[], number: number) => void;
}

/** The same, of records that are there until the next one comes. */
export interface LazyExtractSink extends Omit<ExtractSink, 'record'> {
  readonly record: (record: LazyRecord, row: number) => void;
}

/** What became of one file. */
export interface ExtractReport extends ReadingReport, DecodingReport {
  readonly format: string;
}

/** One file on its way from bytes to canonical records. */
export interface Extract {
  /** Throws `PROFILE_INVALID` or `PROFILE_MISFIT` when the header is read. */
  readonly write: (bytes: Uint8Array) => void;
  /**
   * Takes the rows of a table in place of bytes: `format` says what they come from, for the summary.
   * Throws as `write` does.
   */
  readonly table: (format: string, columns: readonly string[]) => TableRows;
  readonly end: () => ExtractReport;
  /** Where it stands between two records of CSV, XML or NDJSON, so that others can read on; `null` where nobody else can. */
  readonly place?: () => RangePlace | null;
  /** Goes on behind records that were read elsewhere. */
  readonly passBy?: (passed: PassedRecords) => void;
}

/** Records that were read elsewhere. */
export interface PassedRecords extends PassedRows {
  readonly firstKey: string;
  readonly lastKey: string;
}

/** What databases and files of columns hold is text already. */
const AS_TEXT: DecodingReport = {
  encoding: 'utf-8',
  because: 'a table holds text',
  damaged: 0,
  doubt: null,
  refused: false,
};

const NOT_READ: ReadingReport = { format: 'not read', records: 0, unreadable: 0, truncated: true };

function readerOptions(file: string, profile: Profile | undefined): ReaderOptions {
  const { format, delimiter, records } = profile ?? {};
  return {
    name: file,
    columns: profileColumns(profile),
    ...(format === undefined ? {} : { format }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(records === undefined ? {} : { records }),
  };
}

/** Reads one file: bytes → text → rows, or the rows of a table. The file's name tells its format, where the profile does not. */
export function openRows(file: string, options: Omit<ExtractOptions, 'tables'>, sink: RowSink): Extract {
  const { profile } = options;
  const decoder = createDecoder(options.encoding ?? profile?.encoding ?? 'auto');
  const reader = openReader(sink, readerOptions(file, profile), (format) => {
    if (format !== 'csv' || profile?.records === undefined) return;
    const problem = `${file} is CSV, and the profile ${profile.name} says where its records are as in XML or JSON.`;
    throw new MarkercheckError('PROFILE_MISFIT', problem, ['records: leave it out, or set "format"']);
  });
  const feed = createByteFeed(decoder, reader);
  let table: TableReader | null = null;
  return {
    write: feed.write,
    place: feed.place,
    passBy: feed.passBy,
    table: (format, columns) => {
      table = createTableReader(sink, format, columns);
      return table.row;
    },
    end: () => {
      if (table !== null) return { ...table.end(), ...AS_TEXT };
      feed.end();
      const decoded = decoder.report();
      const { doubt, refused } = decoded;
      const read = refused ? NOT_READ : reader.end();
      if (doubt !== null) {
        const done = refused ? 'nothing of the file was checked' : `it was read as ${decoded.encoding}`;
        sink.notice({ row: null, column: null, problem: doubt, done });
      }
      return { ...read, ...decoded };
    },
  };
}

/** Reads one file: bytes → text → rows → canonical records. */
export function openExtract(file: string, options: ExtractOptions, sink: ExtractSink): Extract {
  return openLazyExtract(file, options, {
    ...sink,
    record: (record, row) => sink.record(copyCells(record), row),
  });
}

/** The same, of records whose cells become texts when they are asked for. */
export function openLazyExtract(file: string, options: ExtractOptions, sink: LazyExtractSink): Extract {
  const { profile, tables } = options;
  const notice = (of: Omit<InputNotice, 'file'>): void => sink.notice({ file, ...of });
  let records: Records | null = null;
  let reads: ReadonlySet<number> | undefined;
  const rows = openRows(file, options, {
    notice,
    header: (columns) => {
      const mapping = createMapping(profile, columns, notice, tables);
      sink.mapping(mapping, columns);
      records = createRecords(profile, columns, mapping, { record: sink.record, notice });
      reads = sink.row === undefined ? mapping.reads : undefined;
    },
    reads: () => reads,
    lazy: () => (sink.row === undefined ? records?.lazy : undefined),
    row: (row, number) => {
      sink.row?.(row, number);
      records?.add(row, number);
    },
  });
  return {
    write: rows.write,
    table: rows.table,
    place: () => (records?.passBy === undefined ? null : (rows.place?.() ?? null)),
    passBy: (passed) => {
      const first = (rows.place?.()?.row ?? 0) + 1;
      rows.passBy?.(passed);
      records?.passBy?.(passed, first);
    },
    end: () => {
      const report = rows.end();
      const made = records?.end();
      if (made === undefined) return report;
      return { ...report, records: made.records, unreadable: report.unreadable + made.unreadable };
    },
  };
}
