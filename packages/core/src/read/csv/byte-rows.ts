import type { ByteEncoding } from '../../decode/encoding.js';
import { countUtf8 } from '../../decode/utf-8.js';
import type { ReleasedRows } from '../reader.js';
import { createByteScanner, HIGH, LINES, QUOTE } from './byte-scanner.js';
import { createCellTexts } from './cell-texts.js';
import type { RowTaker } from './row-taker.js';
import { looksSwallowed } from './swallowed.js';

/** Whom rows go to that are read from bytes; one that is not taken as fine is doubtful. */
export type ByteTaker = Pick<
  RowTaker,
  'width' | 'headerCells' | 'isStopped' | 'reads' | 'mayBeNone' | 'take' | 'takeRecord'
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
): BlockReader {
  const width = taker.width();
  const cellsInRow = Math.max(width, taker.headerCells());
  const scanner = createByteScanner(delimiter.charCodeAt(0), cellsInRow);
  const { starts, ends, marks } = scanner;
  const texts = createCellTexts(encoding === 'windows-1252' ? encoding : 'utf-8');
  const columns = Array.from({ length: cellsInRow }, () => texts.column());
  const all = columns.map((_, position) => position);
  const reads = taker.reads();
  const others = all.filter((position) => position > 0 && (reads === undefined || reads.has(position)));
  const wanted = Int32Array.from(others);
  const empty = columns.map(() => '');

  const cell = (position: number) =>
    columns[position]?.(starts[position] as number, ends[position] as number, marks[position] as number) ??
    '';

  /** Whether a cell of several lines may hold other rows: there are as many delimiters in it as a row has. */
  function maySwallow(): boolean {
    if (scanner.lines() === 0) return false;
    const row = all.map((position) => {
      if (((marks[position] as number) & LINES) === 0) return '';
      const text = cell(position);
      return text.split(delimiter).length < width ? '' : text;
    });
    return row.some((text) => text !== '') && looksSwallowed(row, width, { delimiter, lineEnd: '\n' });
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

  /** Hands on the row; gives whether it was taken. */
  function take(): boolean {
    const first = cell(0);
    if (((marks[0] as number) & HIGH) !== 0 || taker.mayBeNone(first)) {
      // A line number is only asked for where lines are lost.
      return taker.take(all.map(cell), 0) === 'fine';
    }
    const row = empty.slice();
    row[0] = first;
    for (let i = 0; i < wanted.length; i++) {
      const position = wanted[i] as number;
      row[position] = cell(position);
    }
    taker.takeRecord(row);
    return true;
  }

  return (block, limit = block.length) => {
    const bytes = block.subarray(0, block.lastIndexOf(LF) + 1);
    texts.load(bytes);
    let at = 0;
    let lines = 0;
    let found = bytes.length === 0 ? 'open' : 'record';
    const stop = Math.min(limit, bytes.length);
    while (at < stop && !taker.isStopped()) {
      found = scanner.scan(bytes, at);
      if (found !== 'record') break;
      if (!isReadable(bytes, at) || !isOfWidth(bytes, at) || maySwallow() || !take()) {
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
