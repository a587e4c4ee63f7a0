import type { Dialect, Sql } from './dialect.js';
import { LOWER, quoted, UPPER } from './spelling.js';

/** A piece that needs no brackets: one name, or something that has its own. */
function isClosed(sql: Sql): boolean {
  return /^(?:[a-z_0-9.]+|"[^"]*"|`[^`]*`)$/.test(sql);
}

export function bracketed(sql: Sql): Sql {
  return isClosed(sql) ? sql : `(${sql})`;
}

/** What engines that have booleans write alike. */
export const STANDARD = {
  identifier: (name) => quoted(name, '"', '"'),
  literalNull: 'CAST(NULL AS VARCHAR)',
  day: (iso) => `DATE '${iso}'`,
  length: (text) => `length(${text})`,
  slice: (text, from, count) => `substr(${text}, ${from}${count === undefined ? '' : `, ${count}`})`,
  right: (text, count) => `right(${text}, ${count})`,
  concat: (...texts) => texts.join(' || '),
  upper: (text) => `translate(${text}, '${LOWER}', '${UPPER}')`,
  lower: (text) => `translate(${text}, '${UPPER}', '${LOWER}')`,
  integer: (text) => `CAST(${text} AS INTEGER)`,
  greatest: (...numbers) => `greatest(${numbers.join(', ')})`,
  least: (...numbers) => `least(${numbers.join(', ')})`,
  dayOf: (iso) => `CAST(${iso} AS DATE)`,
  always: { true: 'TRUE', false: 'FALSE', unknown: 'CAST(NULL AS BOOLEAN)' },
  surely: (condition) => `${bracketed(condition)} IS TRUE`,
  cases: (cases, otherwise) =>
    `CASE ${cases.map(([when, then]) => `WHEN ${when} THEN ${then}`).join(' ')}${otherwise === undefined ? '' : ` ELSE ${otherwise}`} END`,
  toColumn: (condition) => condition,
  fromColumn: (column) => column,
  values: (columns, rows) =>
    `SELECT * FROM (VALUES\n${rows.map((row) => `    (${row.join(', ')})`).join(',\n')}\n  ) AS rows_given (${columns.join(', ')})`,
  fence: '',
  createView: 'CREATE OR REPLACE VIEW',
  notes: [],
} satisfies Partial<Dialect>;
