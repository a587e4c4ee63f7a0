import type { Dialect, Sql } from './dialect.js';
import { BLANKS, refuse, visible } from './spelling.js';
import { STANDARD } from './standard.js';

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Control characters by their number: a line break in a literal is easily lost. */
function literal(text: string): Sql {
  if (text.includes('\0')) refuse('A text with a NUL in it cannot be written in SQL.');
  const pieces = text.split(/([\p{Cc}\u00a0]+)/u).filter((piece) => piece !== '');
  const written = pieces.map((piece) =>
    /^[\p{Cc}\u00a0]/u.test(piece)
      ? Array.from(piece, (c) => `chr(${c.codePointAt(0)})`).join(' || ')
      : quote(piece),
  );
  return written.length > 1 || written[0]?.startsWith('chr') === true
    ? `(${written.join(' || ')})`
    : (written[0] ?? "''");
}

const pattern = (of: string) => quote(visible(of, '\\x{00A0}'));
const parts = (list: Sql, separator = ';') => `string_split(${list}, ${literal(separator)})`;

/** DuckDB 1.3 and later: see docs/sql.md for the versions that were run. Its regular expressions are RE2. */
export const duckdb: Dialect = {
  ...STANDARD,
  name: 'duckdb',
  literal,
  asText: (value) => `CAST(${value} AS VARCHAR)`,
  position: (needle, text) => `strpos(${text}, ${literal(needle)})`,
  replace: (text, from, to) => `replace(${text}, ${literal(from)}, ${literal(to)})`,
  trim: (text) => `trim(${text}, ${literal(BLANKS)})`,
  textOfNumber: (number) => `CAST(${number} AS VARCHAR)`,
  wordCharacters: '\\p{L}\\p{N}_',
  matches: (text, of) => `regexp_matches(${text}, ${pattern(of)})`,
  matchesWhole: (text, of) => `regexp_full_match(${text}, ${pattern(of)})`,
  replacePattern: (text, of, to) => `regexp_replace(${text}, ${pattern(of)}, ${literal(to)}, 'g')`,
  group: (text, of, group) => `regexp_extract(${text}, ${pattern(`^(?:${of})$`)}, ${group})`,
  year: (day) => `year(${day})`,
  monthAndDay: (day) => `month(${day}) * 100 + day(${day})`,
  dayText: (day) => `CAST(${day} AS VARCHAR)`,
  monthText: (day) => `substr(CAST(${day} AS VARCHAR), 1, 7)`,
  daysBetween: (from, to) => `${to} - ${from}`,
  addDays: (iso, days) => `DATE '${iso}' + ${days}`,
  mapParts: (list, separator, each) =>
    `array_to_string(list_transform(${parts(list, separator)}, lambda part: ${each('part')}), ';')`,
  somePart: (list, of, low, high) =>
    `len(list_filter(${parts(list)}, lambda part: CASE WHEN regexp_full_match(${duckdb.trim('part')}, ${pattern(of)}) ` +
    `THEN CAST(${duckdb.trim('part')} AS INTEGER) BETWEEN ${low} AND ${high} ELSE FALSE END)) > 0`,
  hasPart: (list, texts) => `list_has_any(${parts(list)}, [${texts.map(literal).join(', ')}])`,
  dayOfParts: (list, prefix, which) =>
    `list_${which}(list_transform(list_filter(${parts(list)}, lambda part: starts_with(${duckdb.upper('part')}, ${literal(prefix)})), ` +
    `lambda part: CAST(substr(part, ${prefix.length + 1}, 10) AS DATE)))`,
  explode: (from, keep, columns, rows) => {
    const structs = rows.map(
      (row) => `      {${row.map((value, i) => `${columns[i]}: ${value}`).join(', ')}}`,
    );
    return `SELECT ${[...keep, 'unnest(['].join(', ')}\n${structs.join(',\n')}\n    ], recursive := true) FROM ${from}`;
  },
};
