import type { Dialect, Sql } from '../dialect/dialect.js';
import { anyCase, oneOfPatterns, patternOf, refuse } from '../dialect/spelling.js';
import { dateTokens, MONTHS } from '../map/date-format.js';
import { SERIALS } from '../map/excel-date.js';

/** The part of a date that a token gives, how it is written, and whether its length varies. */
interface Token {
  readonly part?: 'year' | 'month' | 'day';
  readonly pattern: string;
  readonly isLoose?: true;
  readonly isDigits?: true;
}

const SHORT_MONTHS = MONTHS.map((month) => month.slice(0, 3));

const TOKENS: Readonly<Record<string, Token>> = {
  YYYY: { part: 'year', pattern: '[0-9]{4}', isDigits: true },
  MMMM: { part: 'month', pattern: oneOfPatterns(MONTHS.map(anyCase)) },
  MMM: { part: 'month', pattern: oneOfPatterns(SHORT_MONTHS.map(anyCase)) },
  MM: { part: 'month', pattern: '(?:0[1-9]|1[0-2])', isDigits: true },
  M: { part: 'month', pattern: '(?:0?[1-9]|1[0-2])', isDigits: true, isLoose: true },
  DD: { part: 'day', pattern: '(?:0[1-9]|[12][0-9]|3[01])', isDigits: true },
  D: { part: 'day', pattern: '(?:0?[1-9]|[12][0-9]|3[01])', isDigits: true, isLoose: true },
  HH: { pattern: '(?:[01][0-9]|2[0-3])', isDigits: true },
  H: { pattern: '(?:[01]?[0-9]|2[0-3])', isDigits: true, isLoose: true },
  hh: { pattern: '(?:0[1-9]|1[0-2])', isDigits: true },
  h: { pattern: '(?:0?[1-9]|1[0-2])', isDigits: true, isLoose: true },
  mm: { pattern: '[0-5][0-9]', isDigits: true },
  ss: { pattern: '[0-5][0-9]', isDigits: true },
  SSS: { pattern: '[0-9]{1,9}', isDigits: true, isLoose: true },
  A: { pattern: '[AaPp][Mm]' },
};

function tokensOf(format: string, sql: Dialect): readonly Token[] {
  const tokens = (dateTokens(format) ?? []).map((token) => TOKENS[token] ?? { pattern: patternOf(token) });
  tokens.forEach(({ isLoose }, i) => {
    const next = tokens[i + 1];
    if (isLoose === true && (next?.isDigits === true || /^[0-9]$/.test(next?.pattern ?? '')))
      refuse(
        `${sql.name}: the date format ${JSON.stringify(format)} has a number of one or two digits directly before another; no pattern reads that as our reader does.`,
      );
  });
  return tokens;
}

function twoDigits(text: Sql, sql: Dialect): Sql {
  return sql.right(`(${sql.concat("'0'", text)})`, 2);
}

function monthNumber(name: Sql, sql: Dialect): Sql {
  const cases = SHORT_MONTHS.map(
    (month, i) => `WHEN '${month.toUpperCase()}' THEN '${String(i + 1).padStart(2, '0')}'`,
  );
  return `CASE ${sql.upper(sql.slice(name, 1, 3))} ${cases.join(' ')} END`;
}

function serialSql(text: Sql, format: 'excel-1900' | 'excel-1904', sql: Dialect): Sql {
  const { epoch, last, isLeap1900 } = SERIALS[format];
  const pattern = '([0-9]{1,7})(?:[.,][0-9]+)?';
  const serial = sql.integer(sql.group(text, pattern, 1));
  const days = isLeap1900 ? `${serial} - CASE WHEN ${serial} > 60 THEN 1 ELSE 0 END` : serial;
  const none = [`${serial} > ${last}`, ...(isLeap1900 ? [`${serial} IN (0, 60)`] : [])];
  return `CASE WHEN ${sql.matchesWhole(text, pattern)} THEN CASE WHEN ${none.join(' OR ')} THEN NULL ELSE ${sql.dayText(sql.addDays(epoch, `(${days})`))} END END`;
}

/**
 * The SQL reading of `compileDateFormat`: the date as `YYYY-MM-DD`, NULL where the text is not written so.
 * Whether there is such a day is asked afterwards.
 */
export function dateFormatSql(text: Sql, format: string, sql: Dialect): Sql {
  if (format === 'excel-1900' || format === 'excel-1904') return serialSql(text, format, sql);
  const tokens = tokensOf(format, sql);
  const parts = tokens.flatMap(({ part }) => part ?? []);
  const pattern = tokens
    .map((token) => (token.part === undefined ? token.pattern : `(${token.pattern})`))
    .join('');
  const group = (part: 'year' | 'month' | 'day'): Sql => sql.group(text, pattern, parts.indexOf(part) + 1);
  const isNamed = tokens.some(({ part, isDigits }) => part === 'month' && isDigits !== true);
  const month = isNamed ? monthNumber(group('month'), sql) : twoDigits(group('month'), sql);
  const iso = sql.concat(group('year'), "'-'", month, "'-'", twoDigits(group('day'), sql));
  return `CASE WHEN ${sql.matchesWhole(text, pattern)} THEN ${iso} END`;
}
