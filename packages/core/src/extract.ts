import { createDecoder, type DecodingReport, type Encoding } from './decode/decoder.js';
import { createMapping } from './map/create-mapping.js';
import { createInspector } from './map/inspect.js';
import { createKeyWatch } from './map/keys.js';
import type { Mapping } from './map/mapping.js';
import type { Profile } from './map/profile.js';
import type { Cells } from './model/fields.js';
import { createCsvReader } from './read/csv/csv-reader.js';
import type { InputNotice, ReadingReport } from './read/reader.js';

export interface ExtractOptions {
  /** Which column is which field. @default the header has the canonical names */
  readonly profile?: Profile;
  /** @default the profile's, else detected */
  readonly encoding?: Encoding;
}

/** Receives the canonical records of one file. The mapping comes first, once its columns are known. */
export interface ExtractSink {
  readonly mapping: (mapping: Mapping) => void;
  readonly record: (cells: Cells, row: number) => void;
  readonly notice: (notice: InputNotice) => void;
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

/** Reads one file: bytes → text → rows → canonical records. */
export function openExtract(file: string, options: ExtractOptions, sink: ExtractSink): Extract {
  const { profile } = options;
  const notice = (of: Omit<InputNotice, 'file'>): void => sink.notice({ file, ...of });
  const watchKeys = createKeyWatch(notice);
  let takeRow: (row: readonly string[], number: number) => void = () => undefined;
  const decoder = createDecoder(options.encoding ?? profile?.encoding ?? 'auto');
  const reader = createCsvReader(
    {
      notice,
      header: (columns) => {
        const mapping = createMapping(profile, columns, notice);
        const inspect = createInspector(mapping, notice);
        sink.mapping(mapping);
        takeRow = (row, number) => {
          const cells = mapping.toCells(row);
          watchKeys(cells, number);
          inspect(row, cells, number);
          sink.record(cells, number);
        };
      },
      row: (row, number) => takeRow(row, number),
    },
    profile?.delimiter === undefined ? {} : { delimiter: profile.delimiter },
  );
  return {
    write: (bytes) => reader.write(decoder.write(bytes)),
    end: () => {
      reader.write(decoder.end());
      return { ...reader.end(), ...decoder.report(), format: 'csv' };
    },
  };
}
