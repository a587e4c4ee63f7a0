import type { Dialect, Sql } from './dialect.js';
import { BLANKS, LOWER, quoted, refuse, UPPER, visible } from './spelling.js';

const quote = (text: string) => `N'${text.replaceAll("'", "''")}'`;

/** Control characters by their number; a backslash before a line end would join the lines. */
function literal(text: string): Sql {
  if (text.includes('\0')) refuse('A text with a NUL in it cannot be written in SQL.');
  const pieces = text.split(/([\p{Cc}\u00a0]+)/u).filter((piece) => piece !== '');
  const written = pieces.map((piece) =>
    /^[\p{Cc}\u00a0]/u.test(piece)
      ? Array.from(piece, (c) => `NCHAR(${c.codePointAt(0)})`).join(' + ')
      : quote(piece),
  );
  return written.length > 1 ? `(${written.join(' + ')})` : (written[0] ?? "N''");
}

const pattern = (of: string) => quote(visible(of, '\\x{00A0}'));

function single(separator: string): Sql {
  if (separator.length !== 1)
    refuse(
      `tsql: a list is split at one character only, and this profile splits at ${JSON.stringify(separator)}.`,
    );
  return literal(separator);
}

/** 1, 0 or NULL: T-SQL has no column of truths. */
function bit(condition: Sql): Sql {
  if (condition === TRUE) return '1';
  if (condition === FALSE) return '0';
  if (condition === UNKNOWN) return 'NULL';
  return `CASE WHEN ${condition} THEN 1 WHEN NOT (${condition}) THEN 0 END`;
}

const TRUE = '(1 = 1)';
const FALSE = '(1 = 0)';
const UNKNOWN = '(1 = CAST(NULL AS int))';

/** SQL Server 2025 and Azure SQL (compatibility level 170), whose regular expressions are RE2. */
export const tsql: Dialect = {
  name: 'tsql',
  identifier: (name) => quoted(name, '[', ']'),
  literal,
  literalNull: 'CAST(NULL AS nvarchar(1))',
  day: (iso) => `CAST('${iso}' AS date)`,
  asText: (value) => `CAST(${value} AS nvarchar(max)) COLLATE Latin1_General_BIN2`,
  // LEN does not count blanks at the end.
  length: (text) => `(DATALENGTH(CAST(${text} AS nvarchar(max))) / 2)`,
  slice: (text, from, count) => `SUBSTRING(${text}, ${from}, ${count ?? 2_147_483_647})`,
  right: (text, count) => `RIGHT(${text}, ${count})`,
  position: (needle, text) => `CHARINDEX(${literal(needle)}, ${text})`,
  replace: (text, from, to) => `REPLACE(${text}, ${literal(from)}, ${literal(to)})`,
  concat: (...texts) => texts.join(' + '),
  trim: (text) => `TRIM(${literal(BLANKS)} FROM ${text})`,
  upper: (text) => `TRANSLATE(${text}, '${LOWER}', '${UPPER}')`,
  lower: (text) => `TRANSLATE(${text}, '${UPPER}', '${LOWER}')`,
  textOfNumber: (number) => `CAST(${number} AS nvarchar(12))`,
  wordCharacters: '\\p{L}\\p{N}_',
  matches: (text, of) => `REGEXP_LIKE(${text}, ${pattern(of)}, 'c')`,
  matchesWhole: (text, of) => `REGEXP_LIKE(${text}, ${pattern(`^(?:${of})$`)}, 'c')`,
  replacePattern: (text, of, to) => `REGEXP_REPLACE(${text}, ${pattern(of)}, ${literal(to)}, 1, 0, 'c')`,
  group: (text, of, group) => `REGEXP_SUBSTR(${text}, ${pattern(`^(?:${of})$`)}, 1, 1, 'c', ${group})`,
  integer: (text) => `CAST(${text} AS int)`,
  greatest: (...numbers) => `GREATEST(${numbers.join(', ')})`,
  least: (...numbers) => `LEAST(${numbers.join(', ')})`,
  dayOf: (iso) => `CAST(${iso} AS date)`,
  year: (day) => `YEAR(${day})`,
  monthAndDay: (day) => `MONTH(${day}) * 100 + DAY(${day})`,
  dayText: (day) => `CONVERT(nvarchar(10), ${day}, 23)`,
  monthText: (day) => `CONVERT(nvarchar(7), ${day}, 23)`,
  daysBetween: (from, to) => `DATEDIFF(day, ${from}, ${to})`,
  addDays: (iso, days) => `DATEADD(day, ${days}, CAST('${iso}' AS date))`,
  always: { true: TRUE, false: FALSE, unknown: UNKNOWN },
  surely: (condition) => `(CASE WHEN ${condition} THEN 1 ELSE 0 END = 1)`,
  cases: (cases, otherwise) =>
    `(CASE ${cases.map(([when, then]) => `WHEN ${when} THEN ${bit(then)}`).join(' ')}${otherwise === undefined ? '' : ` ELSE ${bit(otherwise)}`} END = 1)`,
  toColumn: (condition) => `CAST(${bit(condition)} AS bit)`,
  fromColumn: (column) => `(${column} = 1)`,
  mapParts: (list, separator, each) =>
    `(SELECT STRING_AGG(${each('value')}, N';') WITHIN GROUP (ORDER BY ordinal) FROM STRING_SPLIT(${list}, ${single(separator)}, 1))`,
  somePart: (list, of, low, high) =>
    `EXISTS (SELECT 1 FROM STRING_SPLIT(${list}, N';') WHERE CASE WHEN ${tsql.matchesWhole(tsql.trim('value'), of)} ` +
    `THEN CASE WHEN CAST(${tsql.trim('value')} AS int) BETWEEN ${low} AND ${high} THEN 1 ELSE 0 END ELSE 0 END = 1)`,
  hasPart: (list, texts) =>
    `EXISTS (SELECT 1 FROM STRING_SPLIT(${list}, N';') WHERE value IN (${texts.map(literal).join(', ')}))`,
  dayOfParts: (list, prefix, which) =>
    `(SELECT ${which.toUpperCase()}(CASE WHEN ${tsql.upper(`LEFT(value, ${prefix.length})`)} = ${literal(prefix)} THEN CAST(SUBSTRING(value, ${prefix.length + 1}, 10) AS date) END) ` +
    `FROM STRING_SPLIT(${list}, N';'))`,
  values: (columns, rows) =>
    `SELECT * FROM (VALUES\n${rows.map((row) => `    (${row.join(', ')})`).join(',\n')}\n  ) AS rows_given (${columns.join(', ')})`,
  explode: (from, keep, columns, rows) =>
    `SELECT ${[...keep, ...columns].join(', ')} FROM ${from} CROSS APPLY (VALUES\n` +
    `${rows.map((row) => `      (${row.join(', ')})`).join(',\n')}\n    ) AS made (${columns.join(', ')})`,
  fence: '',
  createView: 'CREATE OR ALTER VIEW',
  notes: [
    'NOT RUN HERE: this was read by an independent parser of T-SQL, and never by SQL Server.',
    'It needs SQL Server 2025 or Azure SQL at compatibility level 170, for regular expressions.',
  ],
};
