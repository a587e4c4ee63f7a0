import type { Cells } from './fields.js';
import { FIELDS } from './field-dictionary.js';

/** Stands where a cell has no token. */
export const NO_TOKEN = -1;

/**
 * A record whose cells become texts when they are asked for. It stands for the record that is handed on
 * and for no other: what is to outlive it has to be copied.
 */
export interface LazyRecord {
  /** The cell of a field by its position, as in {@link Cells}. */
  readonly cell: (position: number) => string | null;
  /**
   * By the position of the field, a number for its cell: where two records of one numbering have the same
   * token, they have the same cell, so that what follows from a cell alone is found out once.
   */
  readonly tokens: Int32Array;
  /** What tokens are counted by: those of two files say nothing of each other. */
  readonly numbering: object | null;
}

/** The tokens of a record whose cells have none. */
export const NO_TOKENS = new Int32Array(FIELDS.length).fill(NO_TOKEN);

/** A record of cells that are there. */
export class CellsRecord implements LazyRecord {
  readonly tokens = NO_TOKENS;
  readonly numbering = null;
  #cells: Cells = [];

  load(cells: Cells): this {
    this.#cells = cells;
    return this;
  }

  cell(position: number): string | null {
    return this.#cells[position] ?? null;
  }
}

/** The cells of a record, copied. */
export function copyCells(record: LazyRecord): Cells {
  return FIELDS.map((_, position) => record.cell(position));
}
