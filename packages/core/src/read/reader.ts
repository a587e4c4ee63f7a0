import type { ByteEncoding } from '../decode/encoding.js';
import type { Delimiter } from './csv/delimiter.js';
import type { RowTaker } from './csv/row-taker.js';
import type { LazyRow, Tokens } from './tokens.js';

/** Where a row stands. `row` is the record's number in its file, the header being 1. */
export interface Place {
  readonly file: string;
  readonly row: number;
}

/** Something that could not be read, for `input.csv`: never the value of a cell. */
export interface InputNotice {
  readonly file: string;
  /** `null` where it concerns the whole file. */
  readonly row: number | null;
  readonly column: string | null;
  /** What is wrong. */
  readonly problem: string;
  /** What was done about it. */
  readonly done: string;
}

/** What became of a reading: rows that gave no record, and whether the end was reached. */
export interface ReadingReport {
  /** The format as it was read, with what was detected: `csv (semicolon)`. */
  readonly format: string;
  /** Records handed on. */
  readonly records: number;
  /** Rows that could not be read as records. */
  readonly unreadable: number;
  /** Whether more was lost than the unreadable rows: reading stopped before the end, or there was nothing to read. */
  readonly truncated: boolean;
}

/** What a reader tells as it goes. The header comes first, once; cells stand in the order of its columns. */
export interface RowSink {
  readonly header: (columns: readonly string[]) => void;
  /** Asked behind the header: the positions of the columns that are looked at, so that other cells may be empty. @default all */
  readonly reads?: () => ReadonlySet<number> | undefined;
  readonly row: (cells: readonly string[], row: number) => void;
  /** Asked behind the header: who takes rows whose cells need not become texts, from readers that have such. @default all rows go to `row` */
  readonly lazy?: () => LazyRowSink | undefined;
  readonly notice: (notice: Omit<InputNotice, 'file'>) => void;
}

/** Takes rows whose cells become texts when they are asked for. */
export interface LazyRowSink {
  /** By what its rows are numbered, whoever reads them. */
  readonly tokens: Tokens;
  /** The positions of the columns that are asked for on nearly every row; cells of others need no token. */
  readonly often: ReadonlySet<number>;
  readonly row: (row: LazyRow, number: number) => void;
}

/** Where a reader of CSV stands between two rows, for whoever goes on in its place. */
export interface ReleasedRows {
  readonly text: string;
  readonly delimiter: Delimiter;
  readonly taker: RowTaker;
  /** Lines that were read meanwhile. */
  readonly skipLines: (lines: number) => void;
}

/** A place in XML or NDJSON at which a record may begin, and what tells that one does. */
export interface TextPlace {
  readonly format: 'xml' | 'ndjson';
  /** Bytes that were handed over and are not read: what is behind them begins so much earlier. */
  readonly open: number;
  readonly encoding: ByteEncoding;
  readonly columns: readonly string[];
  /** The number of the record before. */
  readonly row: number;
  /** What stands at the end of every record, and behind which another may begin. */
  readonly boundary: string;
  /** The columns that no record had so far. */
  readonly lacking: readonly string[];
  /** What has to stand before a record, so that it is read as one: the tags that are open. */
  readonly prologue: string;
  /** The path of the records, where the profile says it. */
  readonly path?: string;
}

/** Where a reader of text stands, for whoever goes on in its place, with the text that is not read yet. */
export type PausedText = Omit<TextPlace, 'open' | 'encoding'> & { readonly text: string };

/** What stands in a text that was read elsewhere. */
export interface PassedText {
  readonly records: number;
  readonly lines: number;
  readonly tail?: number;
  readonly lacking?: readonly string[];
}

/** Turns text into rows, chunk by chunk: the one contract of all formats. */
export interface Reader {
  readonly write: (text: string) => void;
  readonly end: () => ReadingReport;
  /** Gives back the text that is not read yet, where it is certain that a row begins; else `null`. CSV alone has it. */
  readonly release?: () => ReleasedRows | null;
  /** Gives back the text that is not read yet, where it is certain that records may begin; else `null`. XML and NDJSON have it. */
  readonly pause?: () => PausedText | null;
  /** Goes on behind text that was read elsewhere. */
  readonly passBy?: (passed: PassedText) => void;
}
