import { MOST_COLUMNS } from '../limits.js';

/** What stands from one place on in a CSV text. */
export type Scanned =
  | {
      readonly kind: 'record';
      /** At most one more than there may be columns. */
      readonly cells: readonly string[];
      /** Where the next record starts. */
      readonly end: number;
      /** Whether every quotation mark in it encloses a cell or is doubled within one, as RFC 4180 has it. */
      readonly isStrict: boolean;
    }
  /** A quoted cell is followed by something else than the end of the cell. */
  | { readonly kind: 'broken' }
  /** The text ends before the record does. */
  | { readonly kind: 'open' };

const BROKEN: Scanned = { kind: 'broken' };
const OPEN: Scanned = { kind: 'open' };
const QUOTE = '"';

/** Where the quoted cell that opens before `from` closes; -1 if the text ends first. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf(QUOTE, from);
  while (at >= 0 && text[at + 1] === QUOTE) at = text.indexOf(QUOTE, at + 2);
  return at;
}

/** Past the blanks that some programs write between a closing quotation mark and the delimiter. */
function skipBlanks(text: string, from: number, delimiter: string, lineEnd: string): number {
  let at = from;
  for (; at < text.length; at++) {
    const c = text[at] ?? '';
    if (c === delimiter || c === lineEnd || (c !== ' ' && c !== '\t' && c !== '\r')) break;
  }
  return at;
}

/**
 * Reads one record by the letter of RFC 4180. Slower than papaparse, and it tells what papaparse does
 * not: where a record can no longer be read with certainty, before the rest of the file is swallowed.
 * Looks at each character a fixed number of times, so that no text makes it slow.
 */
export function scanRecord(
  text: string,
  start: number,
  delimiter: string,
  lineEnd: string,
  isLast: boolean,
): Scanned {
  const cells: string[] = [];
  // One more than there may be tells as much as millions.
  const add = (cell: string) => (cells.length > MOST_COLUMNS ? 0 : cells.push(cell));
  let isStrict = true;
  let at = start;
  for (;;) {
    let end = at;
    if (text[at] === QUOTE) {
      const close = closingQuote(text, at + 1);
      // A mark at the very end may yet be the first of two.
      if (close < 0 || (close === text.length - 1 && !isLast)) return OPEN;
      add(text.slice(at + 1, close).replaceAll('""', QUOTE));
      end = skipBlanks(text, close + 1, delimiter, lineEnd);
      if (end < text.length && text[end] !== delimiter && text[end] !== lineEnd) return BROKEN;
    } else {
      while (end < text.length && text[end] !== delimiter && text[end] !== lineEnd) {
        if (text[end] === QUOTE) isStrict = false;
        end++;
      }
      add(text.slice(at, end));
    }
    if (end === text.length) return isLast ? { kind: 'record', cells, end, isStrict } : OPEN;
    if (text[end] === lineEnd) return { kind: 'record', cells, end: end + 1, isStrict };
    at = end + 1;
  }
}
