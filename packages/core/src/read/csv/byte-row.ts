import { decodeWindows1252 } from '../../decode/windows-1252.js';
import { NO_TOKEN } from '../../model/lazy-record.js';
import { EMPTY, isBlankEnd, type LazyRow, LONGEST_REPEATED } from '../tokens.js';
import { type ByteScanner, DOUBLED, HIGH } from './byte-scanner.js';
import type { TokenTable } from './token-table.js';

/** Decodes one byte to one character, which is right for ASCII. */
const ASCII = new TextDecoder('latin1');
const UTF_8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The row that a scanner stands at, of bytes in UTF-8 or Windows-1252. */
export class ByteRow implements LazyRow {
  readonly tokens: Int32Array;
  readonly #scanner: ByteScanner;
  readonly #encoding: 'utf-8' | 'windows-1252';
  readonly #table: TokenTable;
  #bytes: Uint8Array = new Uint8Array(0);

  constructor(scanner: ByteScanner, table: TokenTable, encoding: 'utf-8' | 'windows-1252') {
    this.tokens = new Int32Array(scanner.starts.length).fill(NO_TOKEN);
    this.#scanner = scanner;
    this.#encoding = encoding;
    this.#table = table;
  }

  load(bytes: Uint8Array): void {
    this.#bytes = bytes;
    this.#table.load(bytes);
  }

  /** Finds the tokens of these columns in the row that was scanned last. */
  look(columns: Int32Array): void {
    const { starts, ends, marks } = this.#scanner;
    const { tokens } = this;
    const table = this.#table;
    table.tokens.rows++;
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i] as number;
      const start = starts[column] as number;
      const end = ends[column] as number;
      if (start === end) tokens[column] = EMPTY;
      else if (marks[column] === 0 && end - start <= LONGEST_REPEATED)
        tokens[column] = table.tokenOf(column, start, end);
      else tokens[column] = NO_TOKEN;
    }
  }

  text(column: number): string {
    const token = this.tokens[column] as number;
    return token === NO_TOKEN
      ? this.bareText(column)
      : (this.#table.tokens.column(column).texts[token] ?? '');
  }

  copyPlain(column: number, into: Uint8Array): number {
    const bytes = this.#bytes;
    const start = this.#scanner.starts[column] as number;
    const end = this.#scanner.ends[column] as number;
    if ((this.#scanner.marks[column] as number) !== 0 || start === end || end - start > into.length)
      return -1;
    if (isBlankEnd(bytes[start] as number) || isBlankEnd(bytes[end - 1] as number)) return -1;
    for (let at = start; at < end; at++) into[at - start] = bytes[at] as number;
    return end - start;
  }

  /** The text of a cell that was not looked for among the tokens. */
  bareText(column: number): string {
    const start = this.#scanner.starts[column] as number;
    const end = this.#scanner.ends[column] as number;
    const mark = this.#scanner.marks[column] as number;
    const text = this.#decode(start, end, (mark & HIGH) !== 0);
    return (mark & DOUBLED) === 0 ? text : text.replaceAll('""', '"');
  }

  #decode(start: number, end: number, isHigh: boolean): string {
    const part = this.#bytes.subarray(start, end);
    if (!isHigh) return ASCII.decode(part);
    return this.#encoding === 'utf-8' ? UTF_8.decode(part) : decodeWindows1252(part);
  }
}
