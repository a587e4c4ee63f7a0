import { type CrimeRecord, FIELD_NAMES } from '../model/fields.js';
import { cellOf, type Column, inPieces, nameOf } from './columns.js';

export type { Column as CsvColumn } from './columns.js';

export interface CsvStyle {
  /** @default "," */
  readonly delimiter?: string;
  /** @default "\n" */
  readonly lineEnd?: string;
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

function needsQuotes(cell: string, delimiter: string): boolean {
  return cell.includes(delimiter) || cell.includes('"') || cell.includes('\n') || cell.includes('\r');
}

/** A row of cells, quoted where they must be. */
export function csvRow(cells: readonly string[], { delimiter = ',', lineEnd = '\n' }: CsvStyle = {}): string {
  let line = '';
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? '';
    if (i > 0) line += delimiter;
    line += needsQuotes(cell, delimiter) ? quoted(cell) : cell;
  }
  return line + lineEnd;
}

function* lines(
  records: Iterable<CrimeRecord>,
  columns: readonly Column[],
  style: CsvStyle,
): Generator<string, void, undefined> {
  yield csvRow(columns.map(nameOf), style);
  const cells = columns.map(cellOf);
  let index = 0;
  for (const record of records) {
    const at = index++;
    yield csvRow(
      cells.map((cell) => cell(record, at)),
      style,
    );
  }
}

/** The records as CSV text in pieces, the header first. */
export function writeCsv(
  records: Iterable<CrimeRecord>,
  columns: readonly Column[] = FIELD_NAMES,
  style: CsvStyle = {},
): Generator<string, void, undefined> {
  return inPieces(lines(records, columns, style));
}
