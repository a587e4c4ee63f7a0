import { createDecoder, type DecodingReport, type Encoding } from './decode/decoder.js';
import { createMapping } from './map/create-mapping.js';
import type { Mapping } from './map/mapping.js';
import type { Profile } from './map/profile.js';
import { createRecords, type Records } from './map/records.js';
import type { ProfileTables } from './map/setup.js';
import type { Cells } from './model/fields.js';
import { createCsvReader } from './read/csv/csv-reader.js';
import type { InputNotice, ReadingReport, RowSink } from './read/reader.js';

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

/** What became of one file. */
export interface ExtractReport extends ReadingReport, DecodingReport {
  readonly format: string;
}

/** One file on its way from bytes to canonical records. */
export interface Extract {
  /** Throws `PROFILE_INVALID` or `PROFILE_MISFIT` when the header is read. */
  readonly write: (bytes: Uint8Array) => void;
  readonly end: () => ExtractReport;
}

/** Reads one file: bytes → text → rows. */
export function openRows(options: Omit<ExtractOptions, 'tables'>, sink: RowSink): Extract {
  const { profile } = options;
  const decoder = createDecoder(options.encoding ?? profile?.encoding ?? 'auto');
  const reader = createCsvReader(
    sink,
    profile?.delimiter === undefined ? {} : { delimiter: profile.delimiter },
  );
  return {
    write: (bytes) => reader.write(decoder.write(bytes)),
    end: () => {
      reader.write(decoder.end());
      return { ...reader.end(), ...decoder.report() };
    },
  };
}

/** Reads one file: bytes → text → rows → canonical records. */
export function openExtract(file: string, options: ExtractOptions, sink: ExtractSink): Extract {
  const { profile, tables } = options;
  const notice = (of: Omit<InputNotice, 'file'>): void => sink.notice({ file, ...of });
  let records: Records | null = null;
  const rows = openRows(options, {
    notice,
    header: (columns) => {
      const mapping = createMapping(profile, columns, notice, tables);
      sink.mapping(mapping, columns);
      records = createRecords(profile, columns, mapping, { record: sink.record, notice });
    },
    row: (row, number) => {
      sink.row?.(row, number);
      records?.add(row, number);
    },
  });
  return {
    write: rows.write,
    end: () => {
      const report = rows.end();
      const made = records?.end();
      if (made === undefined) return report;
      return { ...report, records: made.records, unreadable: report.unreadable + made.unreadable };
    },
  };
}
