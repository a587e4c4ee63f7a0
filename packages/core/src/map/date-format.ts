import { type Day, dayOf } from '../normalise/date.js';
import { isDigit } from '../normalise/text.js';
import { excelSerial } from './excel-date.js';

/** Reads a date written in one format; `null` if it is not written so or there is no such day. */
export type DateReader = (text: string) => Day | null;

interface Parts {
  YYYY: number;
  MM: number;
  DD: number;
  HH: number;
  hh: number;
  mm: number;
  ss: number;
  SSS: number;
}

export const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** A token of a format: which part it is, how many digits it may have, and its lowest and highest value. */
const TOKENS: Readonly<
  Record<string, readonly [part: keyof Parts, fewest: number, most: number, low: number, high: number]>
> = {
  YYYY: ['YYYY', 4, 4, 1, 9999],
  MM: ['MM', 2, 2, 1, 12],
  M: ['MM', 1, 2, 1, 12],
  DD: ['DD', 2, 2, 1, 31],
  D: ['DD', 1, 2, 1, 31],
  HH: ['HH', 2, 2, 0, 23],
  H: ['HH', 1, 2, 0, 23],
  hh: ['hh', 2, 2, 1, 12],
  h: ['hh', 1, 2, 1, 12],
  mm: ['mm', 2, 2, 0, 59],
  ss: ['ss', 2, 2, 0, 59],
  // SQL Server writes three digits of a second, its newer types seven.
  SSS: ['SSS', 1, 9, 0, 999_999_999],
};

const TOKEN = /YYYY|MMMM|MMM|MM|M|DD|D|HH|H|hh|h|mm|ss|SSS|A|[^YMDHhmsSA]/g;

/** Reads one part of a date from `at`; gives where it ends, or -1. */
type Step = (text: string, at: number, parts: Parts) => number;

function shortMonth(text: string, at: number, parts: Parts): number {
  const name = text.slice(at, at + 3).toLowerCase();
  parts.MM = name.length < 3 ? 0 : MONTHS.findIndex((month) => month.startsWith(name)) + 1;
  return parts.MM === 0 ? -1 : at + 3;
}

function longMonth(text: string, at: number, parts: Parts): number {
  const rest = text.slice(at, at + 9).toLowerCase();
  parts.MM = MONTHS.findIndex((month) => rest.startsWith(month)) + 1;
  return parts.MM === 0 ? -1 : at + (MONTHS[parts.MM - 1]?.length ?? 0);
}

function halfDay(text: string, at: number): number {
  return /^[ap]m$/i.test(text.slice(at, at + 2)) ? at + 2 : -1;
}

function stepOf(token: string): Step {
  if (token === 'MMM') return shortMonth;
  if (token === 'MMMM') return longMonth;
  if (token === 'A') return halfDay;
  const numeric = TOKENS[token];
  if (numeric === undefined) return (text, at) => (text.startsWith(token, at) ? at + token.length : -1);
  const [part, fewest, most, low, high] = numeric;
  return (text, at, parts) => {
    let end = at;
    let value = 0;
    while (end < at + most && isDigit(text.charCodeAt(end))) value = value * 10 + text.charCodeAt(end++) - 48;
    parts[part] = value;
    return end - at < fewest || value < low || value > high ? -1 : end;
  };
}

/** The tokens of a format, or `null` if it is none that can be read. */
export function dateTokens(format: string): readonly string[] | null {
  const tokens: readonly string[] = format.match(TOKEN) ?? [];
  const count = (...names: readonly string[]) => tokens.filter((token) => names.includes(token)).length;
  const isWhole = count('YYYY') === 1 && count('MMMM', 'MMM', 'MM', 'M') === 1 && count('DD', 'D') === 1;
  return tokens.join('') === format && isWhole ? tokens : null;
}

/**
 * A reader for a format such as `DD/MM/YYYY HH:mm` or `D-MMM-YYYY`, strict to the letter, or for the
 * days of a spreadsheet, `excel-1900` and `excel-1904`. `null` if the format has no whole date or
 * has something else than the tokens and signs between: two-digit years are refused because nobody
 * can tell 1924 from 2024.
 */
export function compileDateFormat(format: string): DateReader | null {
  if (format === 'excel-1900' || format === 'excel-1904') return excelSerial(format);
  const steps = dateTokens(format)?.map(stepOf);
  if (steps === undefined) return null;
  return (text) => {
    const parts: Parts = { YYYY: 0, MM: 0, DD: 0, HH: 0, hh: 0, mm: 0, ss: 0, SSS: 0 };
    let at = 0;
    for (const step of steps) {
      at = step(text, at, parts);
      if (at < 0) return null;
    }
    return at === text.length ? dayOf(parts.YYYY, parts.MM, parts.DD) : null;
  };
}
