import type { Cells, FieldName } from '../model/fields.js';

/** A marker code that the profile does not know. */
export interface UnknownCode {
  readonly column: string;
  readonly code: string;
}

/** How the columns of an extract become the cells of a canonical record. */
export interface Mapping {
  /** The fields that the extract has. */
  readonly columns: ReadonlySet<FieldName>;
  /** The extract's column that a field is read from, for messages. */
  readonly columnOf: (field: FieldName) => string;
  /** How a field's dates are written, for messages. */
  readonly dateFormatOf: (field: FieldName) => string;
  /** What is wrong with a cell of this field that is unreadable, where the profile's tables tell. */
  readonly problemOf?: (field: FieldName) => string | undefined;
  /** What the extract has for a field in a row, as it came, where it is one column. */
  readonly textOf?: (field: FieldName, row: readonly string[]) => string | undefined;
  /** The positions of the extract's columns that are looked at: a row's other cells may be empty. */
  readonly reads: ReadonlySet<number>;
  readonly toCells: (row: readonly string[]) => Cells;
  /** Codes in this row that the profile does not know and that are no cell of their own. */
  readonly unknownCodes?: (row: readonly string[]) => readonly UnknownCode[];
}

/** Stands for a cell that holds something nobody can read: no date, number, word, code or marker is written so. */
export const UNREADABLE = '?';
