import type { Cells, FieldName } from '../model/fields.js';

/** A marker code that the profile does not know. */
export interface UnknownCode {
  readonly column: string;
  readonly code: string;
}

/** What is made of a row's cells: of those alone that stand at `from`. */
export interface Derived<T> {
  readonly from: readonly number[];
  readonly of: (row: readonly string[]) => T;
  /** Whether it is the cell of one column as it is, blanks at its ends aside. */
  readonly isCopy?: boolean;
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
  /** Each field's cell, in the order of the fields. */
  readonly cells: readonly Derived<string | null>[];
  readonly toCells: (row: readonly string[]) => Cells;
  /** Codes in a row that the profile does not know and that are no cell of their own. */
  readonly unknownCodes?: Derived<readonly UnknownCode[]>;
  /** Whether every cell has to be made on every record, because that is counted. */
  readonly isCounted?: boolean;
}

/** Stands for a cell that holds something nobody can read: no date, number, word, code or marker is written so. */
export const UNREADABLE = '?';

/** The cell of a field that the extract has no column for. */
export const NO_COLUMN: Derived<string | null> = { from: [], of: () => null };
