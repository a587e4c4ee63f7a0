import type { Dialect, Sql } from '../dialect/dialect.js';
import { trim, upperAscii } from '../normalise/text.js';

/** What the fields of a profile are written from. */
export interface Mapping {
  readonly sql: Dialect;
  /** The text of a column of the table without blanks at its ends. */
  readonly source: (name: string) => Sql;
  readonly isBlank: (text: Sql) => Sql;
}

/** A text by a table of codes, whatever their case; anything else by itself or by what is given. */
export function byCodes<T extends string>(
  text: Sql,
  codes: Iterable<readonly [string, T]>,
  otherwise: Sql,
  sql: Dialect,
): Sql {
  const meanings = new Map([...codes].map(([code, meaning]) => [upperAscii(trim(code)), meaning]));
  if (meanings.size === 0) return otherwise;
  const cases = [...meanings].map(
    ([code, meaning]) => `WHEN ${sql.literal(code)} THEN ${sql.literal(meaning)}`,
  );
  return `CASE ${sql.upper(text)} ${cases.join(' ')} ELSE ${otherwise} END`;
}
