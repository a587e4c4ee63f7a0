import { NO_TOKEN } from '../model/lazy-record.js';

/** The token of the empty cell, in every column. */
export const EMPTY = 0;

/** What is longer is a text, and no code, date or word that comes again. */
export const LONGEST_REPEATED = 24;

/** So many texts of a column are numbered; no list of codes or days of a lifetime is longer. */
const MOST = 32_768;

/** After so many texts it is clear whether a column repeats itself. */
const TRIAL = 4096;

/** Of so many cells one at least was there before, or the column is not worth numbering. */
const WORTHWHILE = 32;

/** The texts of a column that come again, numbered as they come. */
export class ColumnTokens {
  /** By token. */
  readonly texts: string[] = [''];
  /** Whether nothing more is numbered: the column does not repeat itself, or has too many texts. */
  isClosed = false;
  readonly #tokens = new Map<string, number>([['', EMPTY]]);
  #last = '';
  #ofLast = EMPTY;

  /** The token of a text in the column's row of this number, counted from 1. */
  of(text: string, row: number): number {
    if (text === this.#last) return this.#ofLast;
    if (text.length > LONGEST_REPEATED) return NO_TOKEN;
    const token = this.#tokens.get(text) ?? this.#add(text, row);
    this.#last = text;
    this.#ofLast = token;
    return token;
  }

  #add(text: string, row: number): number {
    if (this.isClosed) return NO_TOKEN;
    const token = this.texts.length;
    if (token === MOST || (token === TRIAL && (row - token) * WORTHWHILE < row)) {
      this.isClosed = true;
      return NO_TOKEN;
    }
    this.texts.push(text);
    this.#tokens.set(text, token);
    return token;
  }
}

/**
 * The tokens of a file's columns: codes, dates and words come again and again, and a number for each is
 * compared, counted and looked up much quicker than a text.
 */
export class Tokens {
  readonly columns: ColumnTokens[] = [];
  /** Rows so far. */
  rows = 0;

  column(position: number): ColumnTokens {
    while (this.columns.length <= position) this.columns.push(new ColumnTokens());
    return this.columns[position] as ColumnTokens;
  }
}

/** A row whose cells become texts when they are asked for, until the next row comes. */
export interface LazyRow {
  readonly text: (column: number) => string;
  /**
   * Copies a cell whose characters are all of ASCII, none of its ends being a blank; gives how many they are,
   * -1 for any other cell and for one that does not fit.
   */
  readonly copyPlain: (column: number, into: Uint8Array) => number;
  /** By column: the cell's token, if it has one. Of columns that nobody looks at there is none. */
  readonly tokens: Int32Array;
}

/** Whether a character of ASCII may be a blank, or is missing. */
export const isBlankEnd = (code: number): boolean => !(code > 0x20);

/** A row of texts as one whose cells have tokens. */
export class TextRow implements LazyRow {
  readonly tokens: Int32Array;
  readonly #of: Tokens;
  readonly #wanted: readonly (readonly [position: number, tokens: ColumnTokens])[];
  #cells: readonly string[] = [];

  constructor(of: Tokens, width: number, wanted: Iterable<number>) {
    this.tokens = new Int32Array(width).fill(NO_TOKEN);
    this.#of = of;
    this.#wanted = [...wanted]
      .filter((position) => position >= 0 && position < width)
      .map((position) => [position, of.column(position)] as const);
  }

  load(cells: readonly string[]): this {
    this.#cells = cells;
    const row = ++this.#of.rows;
    for (const [position, tokens] of this.#wanted) {
      this.tokens[position] = tokens.of(cells[position] ?? '', row);
    }
    return this;
  }

  text(column: number): string {
    return this.#cells[column] ?? '';
  }

  copyPlain(column: number, into: Uint8Array): number {
    const text = this.text(column);
    const { length } = text;
    if (length > into.length || isBlankEnd(text.charCodeAt(0)) || isBlankEnd(text.charCodeAt(length - 1)))
      return -1;
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code > 0x7f) return -1;
      into[i] = code;
    }
    return length;
  }
}
