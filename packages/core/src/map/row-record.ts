import { FIELDS } from '../model/fields.js';
import { type LazyRecord, NO_TOKEN } from '../model/lazy-record.js';
import { EMPTY, type LazyRow } from '../read/tokens.js';
import type { Derived, Mapping } from './mapping.js';

/** What a field's cell is made of, where it is not the cell of one column. */
const NOTHING = -1;
const SEVERAL = -2;

function sourceOf({ from }: Derived<unknown>): number {
  if (from.length === 0) return NOTHING;
  return from.length === 1 ? (from[0] ?? NOTHING) : SEVERAL;
}

/** Rows of one file as records by its mapping: a cell that comes again is made once, by its token. */
export class RowRecord implements LazyRecord {
  readonly tokens = new Int32Array(FIELDS.length).fill(NO_TOKEN);
  readonly numbering: object;
  readonly #mapping: Mapping;
  readonly #sources: Int32Array;
  readonly #made: readonly (string | null | undefined)[][];
  readonly #texts: string[];
  #row: LazyRow | null = null;

  /** `width` is that of the rows, and `numbering` what their tokens are counted by. */
  constructor(mapping: Mapping, width: number, numbering: object) {
    this.numbering = numbering;
    this.#mapping = mapping;
    this.#sources = Int32Array.from(mapping.cells, sourceOf);
    this.#made = mapping.cells.map(() => []);
    this.#texts = Array.from({ length: width }, () => '');
  }

  load(row: LazyRow): this {
    this.#row = row;
    const { tokens } = this;
    const sources = this.#sources;
    for (let field = 0; field < sources.length; field++) {
      const source = sources[field] as number;
      // A constant is one cell.
      tokens[field] = source >= 0 ? (row.tokens[source] as number) : source === NOTHING ? EMPTY : NO_TOKEN;
    }
    return this;
  }

  cell(position: number): string | null {
    const token = this.tokens[position] as number;
    const made = this.#made[position];
    if (token === NO_TOKEN || made === undefined) return this.#make(position);
    let cell = made[token];
    if (cell === undefined) made[token] = cell = this.#make(position);
    return cell;
  }

  /** The row as it came; cells that the mapping does not look at may be empty. */
  row(): readonly string[] {
    this.#fill(this.#mapping.reads);
    return this.#texts;
  }

  #make(position: number): string | null {
    const of = this.#mapping.cells[position];
    if (of === undefined) return null;
    this.#fill(of.from);
    return of.of(this.#texts);
  }

  #fill(positions: Iterable<number>): void {
    for (const position of positions) {
      if (position >= 0) this.#texts[position] = this.#row?.text(position) ?? '';
    }
  }
}
