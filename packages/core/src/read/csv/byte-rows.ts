import type { ByteEncoding } from '../../decode/encoding.js';
import { countUtf8 } from '../../decode/utf-8.js';
import type { ReleasedRows } from '../reader.js';
import { createByteScanner, HIGH, LINES, QUOTE } from './byte-scanner.js';
import { ByteRow } from './byte-row.js';
import type { RowTaker } from './row-taker.js';
import { looksSwallowed } from './swallowed.js';
import type { TokenTable } from './token-table.js';

/** Whom rows go to that are read from bytes; one that is not taken as fine is doubtful. */
export type ByteTaker = Pick<
  RowTaker,
  'width' | 'headerCells' | 'isStopped' | 'often' | 'mayBeNone' | 'take' | 'takeRecord'
>;

/** How far a block of bytes was read. */
interface BlockReading {
  /** Where the first record begins that was not read. */
  readonly end: number;
  /** Whether it was not read because it is doubtful; else it is not whole. */
  readonly isDoubtful: boolean;
}

/** Reads the rows of a block of bytes that begins where a row does; none that begins at `limit` or behind it. */
export type BlockReader = (block: Uint8Array, limit?: number) => BlockReading;

const LF = 0x0a;

/**
 * Reads rows from bytes, for as long as what is a row is certain at a glance: quicker than text and
 * papaparse, because only the cells that are looked at become texts. Rows go to the taker of the reader
 * in whose place it stands.
 */
export function createByteRows(
  {
    delimiter,
    taker,
    skipLines,
  }: Pick<ReleasedRows, 'delimiter' | 'skipLines'> & { readonly taker: ByteTaker },
  encoding: ByteEncoding,
  table: TokenTable,
): BlockReader {
  const width = taker.width();
  const cellsInRow = Math.max(width, taker.headerCells());
  const delimiterByte = delimiter.charCodeAt(0);
  const scanner = createByteScanner(delimiterByte, cellsInRow);
  const { starts, ends, marks } = scanner;
  const row = new ByteRow(scanner, table, encoding === 'windows-1252' ? encoding : 'utf-8');
  const all = Array.from({ length: cellsInRow }, (_, position) => position);
  const often = taker.often();
  const wanted = Int32Array.from(all.filter((position) => often?.has(position) ?? true));

  /** How many delimiters stand between two places. */
  function delimitersIn(bytes: Uint8Array, start: number, end: number): number {
    let found = 0;
    for (let at = start; at < end; at++) if (bytes[at] === delimiterByte) found++;
    return found;
  }

  /** Whether a cell of several lines may hold other rows: there are as many delimiters in it as a row has. */
  function maySwallow(bytes: Uint8Array): boolean {
    if (scanner.lines() === 0) return false;
    const cells = all.map((position) => {
      if (((marks[position] as number) & LINES) === 0) return '';
      const delimiters = delimitersIn(bytes, starts[position] as number, ends[position] as number);
      return delimiters + 1 < width ? '' : row.bareText(position);
    });
    return cells.some((text) => text !== '') && looksSwallowed(cells, width, { delimiter, lineEnd: '\n' });
  }

  function isReadable(bytes: Uint8Array, from: number): boolean {
    if (!scanner.isHigh()) return true;
    if (encoding === 'ascii') return false;
    return encoding === 'windows-1252' || countUtf8(bytes.subarray(from, scanner.end()), true).invalid === 0;
  }

  /** Whether there is nothing behind the columns of the header, and no quotation mark that could have put it there. */
  function isOfWidth(bytes: Uint8Array, from: number): boolean {
    if (cellsInRow === width) return true;
    const mark = bytes.indexOf(QUOTE, from);
    if (mark >= 0 && mark < scanner.end()) return false;
    for (let position = width; position < cellsInRow; position++) {
      if (starts[position] !== ends[position]) return false;
    }
    return true;
  }

  /** Whether it may be no record but a blank row or a header again, as far as its first cell tells. */
  function mayBeNone(bytes: Uint8Array): boolean {
    if (((marks[0] as number) & HIGH) !== 0) return true;
    const start = starts[0] as number;
    const end = ends[0] as number;
    return taker.mayBeNone(end - start, bytes[start] as number, bytes[end - 1] as number);
  }

  /** Hands on the row; gives whether it was taken. */
  function take(bytes: Uint8Array): boolean {
    // A line number is only asked for where lines are lost.
    if (mayBeNone(bytes))
      return (
        taker.take(
          all.map((position) => row.bareText(position)),
          0,
        ) === 'fine'
      );
    row.look(wanted);
    taker.takeRecord(row);
    return true;
  }

  return (block, limit = block.length) => {
    const bytes = block.subarray(0, block.lastIndexOf(LF) + 1);
    row.load(bytes);
    let at = 0;
    let lines = 0;
    let found = bytes.length === 0 ? 'open' : 'record';
    const stop = Math.min(limit, bytes.length);
    while (at < stop && !taker.isStopped()) {
      found = scanner.scan(bytes, at);
      if (found !== 'record') break;
      if (!isReadable(bytes, at) || !isOfWidth(bytes, at) || maySwallow(bytes) || !take(bytes)) {
        found = 'doubtful';
        break;
      }
      at = scanner.end();
      lines += 1 + scanner.lines();
    }
    skipLines(lines);
    return { end: taker.isStopped() ? block.length : at, isDoubtful: found === 'doubtful' };
  };
}
