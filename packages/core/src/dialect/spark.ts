import type { Dialect, Sql } from './dialect.js';
import { BLANKS, patternOf, quoted, refuse, visible } from './spelling.js';
import { STANDARD } from './standard.js';

/** `$` by its number: Spark puts the values of variables into the text of a statement, literals included. */
function literal(text: string): Sql {
  if (text.includes('\0')) refuse('A text with a NUL in it cannot be written in SQL.');
  const body = text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replace(/[\p{Cc}\u00a0$]/gu, (c) => `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
  return `'${body}'`;
}

function identifier(name: string): Sql {
  if (name.includes('${'))
    refuse(
      `spark: the name ${JSON.stringify(name)} holds \${, which Spark would replace; rename it in a view.`,
    );
  return quoted(name, '`', '`');
}

const pattern = (of: string) => literal(visible(of, '\\u00A0'));
/** Java's `$` also stands before a last line end; this is the very end. */
const END = '(?![^a]|a)';
const parts = (list: Sql, separator = ';') => `split(${list}, ${pattern(patternOf(separator))})`;

/** Spark SQL 3.3 and later, Databricks and Fabric. Its regular expressions are Java's. */
export const spark: Dialect = {
  ...STANDARD,
  name: 'spark',
  identifier,
  literal,
  literalNull: 'CAST(NULL AS STRING)',
  asText: (value) => `CAST(${value} AS STRING)`,
  position: (needle, text) => `instr(${text}, ${literal(needle)})`,
  replace: (text, from, to) => `replace(${text}, ${literal(from)}, ${literal(to)})`,
  trim: (text) => `trim(BOTH ${literal(BLANKS)} FROM ${text})`,
  textOfNumber: (number) => `CAST(${number} AS STRING)`,
  integer: (text) => `CAST(${text} AS INT)`,
  wordCharacters: '\\p{L}\\p{N}_',
  matches: (text, of) => `${text} RLIKE ${pattern(of)}`,
  matchesWhole: (text, of) => `${text} RLIKE ${pattern(`^(?:${of})${END}`)}`,
  replacePattern: (text, of, to) => `regexp_replace(${text}, ${pattern(of)}, ${literal(to)})`,
  group: (text, of, group) => `regexp_extract(${text}, ${pattern(`^(?:${of})${END}`)}, ${group})`,
  year: (day) => `year(${day})`,
  monthAndDay: (day) => `month(${day}) * 100 + day(${day})`,
  dayText: (day) => `CAST(${day} AS STRING)`,
  monthText: (day) => `substr(CAST(${day} AS STRING), 1, 7)`,
  daysBetween: (from, to) => `datediff(${to}, ${from})`,
  addDays: (iso, days) => `date_add(DATE '${iso}', ${days})`,
  mapParts: (list, separator, each) =>
    `array_join(transform(${parts(list, separator)}, part -> ${each('part')}), ';')`,
  somePart: (list, of, low, high) =>
    `exists(${parts(list)}, part -> CASE WHEN ${spark.matchesWhole(spark.trim('part'), of)} ` +
    `THEN CAST(${spark.trim('part')} AS INT) BETWEEN ${low} AND ${high} ELSE FALSE END)`,
  hasPart: (list, texts) => `arrays_overlap(${parts(list)}, array(${texts.map(literal).join(', ')}))`,
  dayOfParts: (list, prefix, which) =>
    `array_${which}(transform(filter(${parts(list)}, part -> ${spark.upper(`left(part, ${prefix.length})`)} = ${literal(prefix)}), ` +
    `part -> CAST(substr(part, ${prefix.length + 1}, 10) AS DATE)))`,
  explode: (from, keep, columns, rows) =>
    `SELECT ${[...keep, ...columns].join(', ')} FROM ${from} LATERAL VIEW inline(array(\n` +
    `${rows.map((row) => `      struct(${row.map((value, i) => `${value} AS ${columns[i]}`).join(', ')})`).join(',\n')}\n    )) made AS ${columns.join(', ')}`,
};
