import type { Dialect, Sql } from '../dialect/dialect.js';

/** Space, tab, line feed, carriage return and the no-break space: what is trimmed from a cell's ends. */
export function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13 && code !== 11 && code !== 12) || code === 0xa0;
}

/** A cell without blanks at its ends. */
export function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return end - start === text.length ? text : text.slice(start, end);
}

/** Upper case of a to z alone: other alphabets have no place in coded words, and their folding depends on a locale. */
export function upperAscii(text: string): string {
  return /[a-z]/.test(text) ? text.replace(/[a-z]+/g, (letters) => letters.toUpperCase()) : text;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The parts of a cell that holds a list, each trimmed; an empty cell is an empty list. */
export function splitList(text: string): readonly string[] {
  return text === '' ? [] : text.split(';').map(trim);
}

/** The SQL reading of how many parts {@link splitList} gives. */
export function partsSql(text: Sql, sql: Dialect): Sql {
  return `CASE WHEN ${text} = '' THEN 0 ELSE ${sql.length(text)} - ${sql.length(sql.replace(text, ';', ''))} + 1 END`;
}
