import type { Dialect, Sql } from '../dialect/dialect.js';
import { isDigit } from './text.js';

/** Days since 1 January 1970. */
export type Day = number;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/**
 * The day number of a date of the Gregorian calendar, or `null` if there is no such day.
 * Years are 1 to 9999: the calendar has no year 0, and neither have the databases that check the same rules.
 */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (year < 1 || month < 1 || month > 12 || day < 1) return null;
  const length = month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
  if (day > length) return null;
  // Counting from 1 March makes the leap day the last of its year; 719468 is the days from 0000-03-01 to 1970.
  const y = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719468;
}

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The calendar date of a day number; the inverse of {@link dayOf}. */
export function calendarDate(dayNumber: Day): CalendarDate {
  const z = dayNumber + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** A day number as `YYYY-MM-DD`. */
export function isoDate(dayNumber: Day): string {
  const { year, month, day } = calendarDate(dayNumber);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** The month of a day number as `YYYY-MM`. */
export function isoMonth(dayNumber: Day): string {
  return isoDate(dayNumber).slice(0, 7);
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** The number that `count` digits at `start` write, or -1 if they are not all digits. */
export function digitsAt(text: string, start: number, count: number): number {
  let value = 0;
  for (let i = start; i < start + count; i++) {
    const code = text.charCodeAt(i);
    if (!isDigit(code)) return -1;
    value = value * 10 + code - 48;
  }
  return value;
}

/** Whether `THH:MM` or `THH:MM:SS` stands at position 10 and ends the text. */
function isTime(text: string): boolean {
  if (text.length !== 16 && text.length !== 19) return false;
  if (text[10] !== 'T' || text[13] !== ':') return false;
  const hour = digitsAt(text, 11, 2);
  const minute = digitsAt(text, 14, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return false;
  if (text.length === 16) return true;
  const second = digitsAt(text, 17, 2);
  return text[16] === ':' && second >= 0 && second <= 59;
}

/**
 * A canonical date, `YYYY-MM-DD` with an optional `THH:MM` or `THH:MM:SS`, as its day number;
 * `null` for anything else. Only the day counts, in every comparison and difference.
 */
export function parseDate(text: string): Day | null {
  if (text.length !== 10 && !isTime(text)) return null;
  if (text[4] !== '-' || text[7] !== '-') return null;
  const year = digitsAt(text, 0, 4);
  const month = digitsAt(text, 5, 2);
  const day = digitsAt(text, 8, 2);
  return year < 0 || month < 0 || day < 0 ? null : dayOf(year, month, day);
}

/** A canonical date as a pattern, for engines that cannot be asked whether a text is a day: the calendar is in it. */
export const DATE_PATTERN = (() => {
  const year = '(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])';
  const leapYear = '(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)';
  const days = [
    '(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])',
    '(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)',
    '02-(?:0[1-9]|1[0-9]|2[0-8])',
  ];
  const time = 'T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?';
  return `(?:${year}-(?:${days.join('|')})|${leapYear}-02-29)(?:${time})?`;
})();

/** The SQL reading of {@link parseDate}; `text` is used twice. */
export function dateSql(text: Sql, sql: Dialect): Sql {
  return `CASE WHEN ${sql.matchesWhole(text, DATE_PATTERN)} THEN ${sql.dayOf(sql.slice(text, 1, 10))} END`;
}
