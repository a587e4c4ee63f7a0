import type { Dialect } from './dialect.js';

/** With fewer columns a line of a narrative can have as many delimiters by chance. */
const FEWEST_COLUMNS = 8;

/** Codes, dates and flags have no blanks in them; the parts of a sentence do. */
function looksLikeCells(parts: readonly string[]): boolean {
  const bare = parts.filter((part) => !part.trim().includes(' ')).length;
  return bare * 2 >= parts.length;
}

/**
 * Whether a cell of a row seems to hold other rows. Where one row lost the quotation mark that closes
 * a cell and a later one the mark that opens it, what lies between is a narrative of several lines by
 * the letter of RFC 4180, and the row is as wide as it should be: only its lines show what happened.
 */
export function looksSwallowed(
  cells: readonly string[],
  width: number,
  { delimiter, lineEnd }: Pick<Dialect, 'delimiter' | 'lineEnd'>,
): boolean {
  if (width < FEWEST_COLUMNS) return false;
  return cells.some((cell, position) => {
    if (!cell.includes(lineEnd)) return false;
    const lines = cell.split(lineEnd).map((line) => line.split(delimiter));
    if (lines.slice(1, -1).some((parts) => parts.length === width && looksLikeCells(parts))) return true;
    // The rest of one row behind this column, and the beginning of another up to it.
    const rest = lines[0] ?? [];
    const beginning = lines.at(-1) ?? [];
    const areFragments = rest.length === width - position && beginning.length === position + 1;
    return areFragments && looksLikeCells([...rest.slice(1), ...beginning.slice(0, -1)]);
  });
}
