import type { Dialect, Sql } from '../dialect/dialect.js';
import { digitsAt } from './date.js';

/** One to three digits that write a number from 0 to `highest`; `null` for anything else. */
export function parseWholeNumber(text: string, highest: number): number | null {
  if (text.length < 1 || text.length > 3) return null;
  const value = digitsAt(text, 0, text.length);
  return value < 0 || value > highest ? null : value;
}

/** The SQL reading of {@link parseWholeNumber}: NULL for anything else. */
export function wholeNumberSql(text: Sql, highest: number, sql: Dialect): Sql {
  const number = sql.integer(text);
  const capped =
    highest === 999 ? number : `nullif(${sql.least(number, String(highest + 1))}, ${highest + 1})`;
  return `CASE WHEN ${sql.matchesWhole(text, '[0-9]{1,3}')} THEN ${capped} END`;
}
