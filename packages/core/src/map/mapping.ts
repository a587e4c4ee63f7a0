import type { Cells, FieldName } from '../model/fields.js';

/** How the columns of an extract become the cells of a canonical record. */
export interface Mapping {
  /** The fields that the extract has. */
  readonly columns: ReadonlySet<FieldName>;
  /** The extract's column that a field is read from, for messages. */
  readonly columnOf: (field: FieldName) => string;
  /** How a field's dates are written, for messages. */
  readonly dateFormatOf: (field: FieldName) => string;
  readonly toCells: (row: readonly string[]) => Cells;
  /** Codes in this row that the profile does not know: the columns that hold one. */
  readonly unknownCodes?: (row: readonly string[]) => readonly string[];
}

/** Stands for a cell that holds something nobody can read: no date, number, word, code or marker is written so. */
export const UNREADABLE = '?';
