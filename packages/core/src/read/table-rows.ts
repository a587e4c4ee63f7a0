import { createRowTaker } from './csv/row-taker.js';
import type { ReadingReport, RowSink } from './reader.js';

/** Takes the next row of a table, a text a column; an empty text is a cell without a value. */
export type TableRows = (cells: readonly string[]) => void;

/** Rows that come as such, from a database or a file of columns: there is no text to find them in. */
export interface TableReader {
  readonly row: TableRows;
  readonly end: () => ReadingReport;
}

/**
 * Reads the rows of a table as if they stood in a CSV whose quotation marks are all right: what is blank,
 * a header again, or holds NUL characters is told and numbered in the same way.
 */
export function createTableReader(sink: RowSink, format: string, columns: readonly string[]): TableReader {
  const taker = createRowTaker(sink);
  taker.take(columns, 1);
  let line = 1;
  return {
    row: (cells) => void taker.take(cells, ++line),
    end: () => ({ format, ...taker.end() }),
  };
}
