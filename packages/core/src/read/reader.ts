import type { Delimiter } from './csv/delimiter.js';
import type { RowTaker } from './csv/row-taker.js';

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
  readonly notice: (notice: Omit<InputNotice, 'file'>) => void;
}

/** Where a reader of CSV stands between two rows, for whoever goes on in its place. */
export interface ReleasedRows {
  readonly text: string;
  readonly delimiter: Delimiter;
  readonly taker: RowTaker;
  /** Lines that were read meanwhile. */
  readonly skipLines: (lines: number) => void;
}

/** Turns text into rows, chunk by chunk: the one contract of all formats. */
export interface Reader {
  readonly write: (text: string) => void;
  readonly end: () => ReadingReport;
  /** Gives back the text that is not read yet, where it is certain that a row begins; else `null`. CSV alone has it. */
  readonly release?: () => ReleasedRows | null;
}
