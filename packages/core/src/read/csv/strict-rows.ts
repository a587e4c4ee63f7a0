import { LONGEST_RECORD } from '../limits.js';
import type { Dialect } from './dialect.js';
import { withoutReturn } from './row-parser.js';
import { fitsWidth, type RowTaker } from './row-taker.js';
import { scanRecord } from './scan-record.js';
import { looksSwallowed } from './swallowed.js';

/**
 * With fewer columns a line of a narrative may look like a row of its own, so nothing behind a stray
 * quotation mark is certain.
 */
const FEWEST_COLUMNS = 5;

function linesIn(text: string, start: number, end: number, lineEnd: string): number {
  let lines = text[end - 1] === lineEnd ? 0 : 1;
  for (let at = text.indexOf(lineEnd, start); at >= 0 && at < end; at = text.indexOf(lineEnd, at + 1))
    lines++;
  return lines;
}

/** After so many whole rows behind a doubtful one, where rows begin is certain again. */
export const ROWS_TO_BE_SURE = 8;

/** How far a strict reading came. */
export interface StrictReading {
  readonly end: number;
  /** How many whole rows it still takes to be sure; 0 if it is. */
  readonly doubtful: number;
  /** Whether the text ends within a line that was given up for its length. */
  readonly inLongLine: boolean;
}

/**
 * Reads rows behind a damaged or ragged one. What counts as a row is whole by the letter of RFC 4180
 * and as wide as the header; every other line is lost, and said. So a line within a quoted narrative
 * is never taken for a record because the mark that opened it was overlooked, nor the other way round.
 */
export function readStrictly(
  text: string,
  dialect: Dialect,
  isLast: boolean,
  rowsStillDoubtful: number,
  taker: RowTaker,
  lineAt: (place: number) => number,
): StrictReading {
  const { delimiter, lineEnd } = dialect;
  const width = taker.width();
  let doubtful = rowsStillDoubtful;
  let at = 0;
  let inLongLine = false;

  /** Gives up one physical line; -1 if its end is yet to come. */
  function loseLine(): number {
    if (width < FEWEST_COLUMNS) {
      taker.stop(
        `a quotation mark in line ${lineAt(at)} is not closed or not doubled, and with so few columns no row behind it is certain`,
      );
      return text.length;
    }
    const newline = text.indexOf(lineEnd, at);
    const isLong = text.length - at > LONGEST_RECORD;
    if (newline < 0 && !isLast && !isLong) return -1;
    inLongLine = newline < 0 && !isLast;
    const line = lineAt(at);
    taker.lose(line, line, isLong && newline < 0 ? 'length' : 'quote');
    return newline < 0 ? text.length : newline + 1;
  }

  while (at < text.length && doubtful > 0 && !taker.isStopped()) {
    const scanned = scanRecord(text, at, delimiter, lineEnd, isLast);
    let next = -1;
    if (scanned.kind === 'open' && !isLast && text.length - at <= LONGEST_RECORD) break;
    if (scanned.kind === 'record' && scanned.isStrict) {
      const cells = lineEnd === '\n' ? withoutReturn(scanned.cells) : scanned.cells;
      const newline = text.indexOf(lineEnd, at);
      const isOneLine = newline < 0 || newline >= scanned.end - 1;
      if (fitsWidth(cells, width) && looksSwallowed(cells, width, dialect)) {
        const from = lineAt(at);
        taker.lose(from, from + linesIn(text, at, scanned.end, lineEnd) - 1, 'swallowed');
        doubtful = ROWS_TO_BE_SURE;
        next = scanned.end;
      } else if (fitsWidth(cells, width) || (isOneLine && !taker.isLosing())) {
        doubtful = taker.take(cells, lineAt(at)) === 'ragged' ? ROWS_TO_BE_SURE : doubtful - 1;
        next = scanned.end;
      }
    }
    if (next < 0) {
      next = loseLine();
      if (next < 0) break;
      doubtful = ROWS_TO_BE_SURE;
    }
    at = next;
  }
  return { end: at, doubtful, inLongLine };
}
