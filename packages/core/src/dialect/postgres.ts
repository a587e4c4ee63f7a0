import type { Dialect, Sql } from './dialect.js';
import { BLANKS, refuse, visible } from './spelling.js';
import { STANDARD } from './standard.js';
import { postgresWordCharacters } from './word-ranges.js';

/** An `E''` literal reads backslashes one way whatever `standard_conforming_strings` says. */
function literal(text: string): Sql {
  if (text.includes('\0')) refuse('A text with a NUL in it cannot be written in SQL.');
  const body = text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "''")
    .replace(/[\p{Cc}\u00a0]/gu, (c) => `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
  return body.includes('\\') ? `E'${body}'` : `'${body}'`;
}

const pattern = (of: string) => literal(visible(of, '\\u00A0'));
const parts = (list: Sql, separator = ';') => `string_to_array(${list}, ${literal(separator)})`;

/** PostgreSQL 13 and later, a database in UTF-8. Its regular expressions are its own. */
export const postgres: Dialect = {
  ...STANDARD,
  name: 'postgres',
  literal,
  literalNull: 'CAST(NULL AS text)',
  asText: (value) => `CAST(${value} AS text) COLLATE "C"`,
  position: (needle, text) => `strpos(${text}, ${literal(needle)})`,
  replace: (text, from, to) => `replace(${text}, ${literal(from)}, ${literal(to)})`,
  trim: (text) => `btrim(${text}, ${literal(BLANKS)})`,
  textOfNumber: (number) => `CAST(${number} AS text)`,
  // Its classes go by the collation, and none of them is Unicode's letters and numbers.
  wordCharacters: postgresWordCharacters(),
  matches: (text, of) => `${text} ~ ${pattern(of)}`,
  matchesWhole: (text, of) => `${text} ~ ${pattern(`^(?:${of})$`)}`,
  replacePattern: (text, of, to) => `regexp_replace(${text}, ${pattern(of)}, ${literal(to)}, 'g')`,
  group: (text, of, group) => `(regexp_match(${text}, ${pattern(`^(?:${of})$`)}))[${group}]`,
  year: (day) => `CAST(extract(year FROM ${day}) AS integer)`,
  monthAndDay: (day) => `CAST(extract(month FROM ${day}) * 100 + extract(day FROM ${day}) AS integer)`,
  dayText: (day) => `to_char(${day}, 'YYYY-MM-DD')`,
  monthText: (day) => `to_char(${day}, 'YYYY-MM')`,
  daysBetween: (from, to) => `${to} - ${from}`,
  addDays: (iso, days) => `DATE '${iso}' + ${days}`,
  mapParts: (list, separator, each) =>
    `(SELECT string_agg(${each('part')}, ';' ORDER BY place) FROM unnest(${parts(list, separator)}) WITH ORDINALITY AS parts (part, place))`,
  somePart: (list, of, low, high) =>
    `EXISTS (SELECT 1 FROM unnest(${parts(list)}) AS parts (part) WHERE CASE WHEN ${postgres.matchesWhole(postgres.trim('part'), of)} ` +
    `THEN CAST(${postgres.trim('part')} AS integer) BETWEEN ${low} AND ${high} ELSE FALSE END)`,
  hasPart: (list, texts) => `${parts(list)} && ARRAY[${texts.map(literal).join(', ')}]`,
  dayOfParts: (list, prefix, which) =>
    `(SELECT ${which}(CASE WHEN ${postgres.upper(`left(part, ${prefix.length})`)} = ${literal(prefix)} THEN CAST(substr(part, ${prefix.length + 1}, 10) AS date) END) ` +
    `FROM unnest(${parts(list)}) AS parts (part))`,
  explode: (from, keep, columns, rows) =>
    `SELECT ${[...keep, ...columns].join(', ')} FROM ${from} CROSS JOIN LATERAL (VALUES\n` +
    `${rows.map((row) => `      (${row.join(', ')})`).join(',\n')}\n    ) AS made (${columns.join(', ')})`,
  // Without it the planner writes each step's expressions into the next, and they grow beyond all bounds.
  fence: 'OFFSET 0',
};
