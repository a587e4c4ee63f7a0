import { type CrimeRecord, FIELD_NAMES, type FieldName } from '../model/fields.js';

/** A column of an extract: a canonical field, or one of the force's own with its value. */
export type CsvColumn =
  FieldName | { readonly name: string; readonly value: (record: CrimeRecord, index: number) => string };

export interface CsvStyle {
  /** @default "," */
  readonly delimiter?: string;
  /** @default "\n" */
  readonly lineEnd?: string;
}

/** Pieces of about this many characters: few enough to be quick to write, small enough to stream. */
const PIECE = 1 << 16;

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

function needsQuotes(cell: string, delimiter: string): boolean {
  return cell.includes(delimiter) || cell.includes('"') || cell.includes('\n') || cell.includes('\r');
}

function reader(column: CsvColumn): (record: CrimeRecord, index: number) => string {
  return typeof column === 'string' ? (record) => record[column] ?? '' : column.value;
}

/** The records as CSV text in pieces, the header first. Cells are quoted where they must be. */
export function* writeCsv(
  records: Iterable<CrimeRecord>,
  columns: readonly CsvColumn[] = FIELD_NAMES,
  style: CsvStyle = {},
): Generator<string, void, undefined> {
  const { delimiter = ',', lineEnd = '\n' } = style;
  const write = (cell: string) => (needsQuotes(cell, delimiter) ? quoted(cell) : cell);
  const readers = columns.map(reader);
  let piece =
    columns.map((column) => write(typeof column === 'string' ? column : column.name)).join(delimiter) +
    lineEnd;
  let index = 0;
  for (const record of records) {
    let line = '';
    for (let i = 0; i < readers.length; i++) {
      const cell = readers[i]?.(record, index) ?? '';
      if (i > 0) line += delimiter;
      line += write(cell);
    }
    piece += line + lineEnd;
    index++;
    if (piece.length >= PIECE) {
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
}
