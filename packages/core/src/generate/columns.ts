import type { CrimeRecord, FieldName } from '../model/fields.js';

/** A column of an extract: a canonical field, or one of the force's own with its value. */
export type Column =
  FieldName | { readonly name: string; readonly value: (record: CrimeRecord, index: number) => string };

export function nameOf(column: Column): string {
  return typeof column === 'string' ? column : column.name;
}

/** Gives the cell of a column. */
export function cellOf(column: Column): (record: CrimeRecord, index: number) => string {
  return typeof column === 'string' ? (record) => record[column] ?? '' : column.value;
}

/** Pieces of about this many characters: few enough to be quick to write, small enough to stream. */
const PIECE = 1 << 16;

/** Lines as pieces of text. */
export function* inPieces(lines: Iterable<string>): Generator<string, void, undefined> {
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length >= PIECE) {
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
}
