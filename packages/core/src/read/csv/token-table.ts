import { NO_TOKEN } from '../../model/lazy-record.js';
import { LONGEST_REPEATED, type Tokens } from '../tokens.js';

/** Decodes one byte to one character, which is right for ASCII. */
const ASCII = new TextDecoder('latin1');

/** A power of two, and at least twice the entries: a search ends soon. */
const PLACES = 1 << 17;
const MOST_ENTRIES = PLACES / 2;

/** An entry is the column and length of a cell, its bytes four a word, and its token; one of 0 is none. */
const WORDS = LONGEST_REPEATED / 4;
const TOKEN = WORDS + 1;
const STRIDE = WORDS + 2;

/** What of a word belongs to a cell that has so many bytes in it; the first byte is the lowest. */
const MASKS = Int32Array.of(0, 0xff, 0xffff, 0xffffff, -1);

/** Cells of one character are found by it: so many there are in ASCII. */
const SINGLES = 128;
const NOT_YET = -2;

/**
 * Finds the tokens of cells by their bytes, which are ASCII, so that no text has to be made of a cell that
 * came before: a table with open addressing, whose entries hold all of their bytes.
 */
export class TokenTable {
  readonly tokens: Tokens;
  readonly #places = new Int32Array(PLACES);
  readonly #entries = new Int32Array(MOST_ENTRIES * STRIDE);
  readonly #words = new Int32Array(WORDS);
  readonly #singles: Int32Array;
  #size = 0;
  #bytes: Uint8Array = new Uint8Array(0);
  #view = new DataView(this.#bytes.buffer);

  /** `width` is how many cells a row has. */
  constructor(tokens: Tokens, width: number) {
    this.tokens = tokens;
    this.#singles = new Int32Array(width * SINGLES).fill(NOT_YET);
  }

  load(bytes: Uint8Array): void {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** The token of the cell between two places of the bytes that are loaded; it is neither empty nor longer than what is numbered. */
  tokenOf(column: number, start: number, end: number): number {
    if (end - start > 1) return this.#find(column, start, end);
    const single = column * SINGLES + (this.#bytes[start] as number);
    let token = this.#singles[single] as number;
    if (token === NOT_YET) this.#singles[single] = token = this.#add(column, start, end);
    return token;
  }

  #find(column: number, start: number, end: number): number {
    const words = this.#words;
    const head = (column << 8) | (end - start);
    let hash = Math.imul(head, 0x9e3779b1);
    let count = 0;
    for (let at = start; at < end; at += 4) {
      const word = this.#wordAt(at, end);
      words[count++] = word;
      hash = Math.imul(hash ^ word, 0x85ebca6b);
      hash ^= hash >>> 15;
    }
    const places = this.#places;
    const entries = this.#entries;
    let place = hash & (PLACES - 1);
    for (;;) {
      const entry = places[place] as number;
      if (entry === 0) return this.#enter(place, head, count, this.#add(column, start, end));
      let same = entries[entry] === head;
      for (let i = 0; same && i < count; i++) same = entries[entry + 1 + i] === words[i];
      if (same) return entries[entry + TOKEN] as number;
      place = (place + 1) & (PLACES - 1);
    }
  }

  #wordAt(at: number, end: number): number {
    const view = this.#view;
    // Nearly always there is more behind the cell.
    if (at + 4 <= this.#bytes.length)
      return view.getInt32(at, true) & (MASKS[Math.min(4, end - at)] as number);
    let word = 0;
    for (let i = at; i < end; i++) word |= view.getUint8(i) << ((i - at) * 8);
    return word;
  }

  /** The token of a cell that this table does not have. */
  #add(column: number, start: number, end: number): number {
    const tokens = this.tokens.column(column);
    if (tokens.isClosed) return NO_TOKEN;
    return tokens.of(ASCII.decode(this.#bytes.subarray(start, end)), this.tokens.rows);
  }

  #enter(place: number, head: number, count: number, token: number): number {
    if (token === NO_TOKEN || this.#size + 1 === MOST_ENTRIES) return token;
    const entry = ++this.#size * STRIDE;
    const entries = this.#entries;
    this.#places[place] = entry;
    entries[entry] = head;
    for (let i = 0; i < count; i++) entries[entry + 1 + i] = this.#words[i] as number;
    entries[entry + TOKEN] = token;
    return token;
  }
}
