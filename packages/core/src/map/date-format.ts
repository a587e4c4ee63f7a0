import { type Day, dayOf } from '../normalise/date.js';
import { isDigit } from '../normalise/text.js';

/** Reads a date written in one format; `null` if it is not written so or there is no such day. */
export type DateReader = (text: string) => Day | null;

interface Parts {
  YYYY: number;
  MM: number;
  DD: number;
  HH: number;
  mm: number;
  ss: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A token of a format: which part it is and how many digits it may have. */
const TOKENS: Readonly<Record<string, readonly [part: keyof Parts, fewest: number, most: number]>> = {
  YYYY: ['YYYY', 4, 4],
  MM: ['MM', 2, 2],
  M: ['MM', 1, 2],
  DD: ['DD', 2, 2],
  D: ['DD', 1, 2],
  HH: ['HH', 2, 2],
  H: ['HH', 1, 2],
  mm: ['mm', 2, 2],
  ss: ['ss', 2, 2],
};

const TOKEN = /YYYY|MMM|MM|M|DD|D|HH|H|mm|ss|[^YMDHms]/g;

/** Reads one part of a date from `at`; gives where it ends, or -1. */
type Step = (text: string, at: number, parts: Parts) => number;

function monthName(text: string, at: number, parts: Parts): number {
  parts.MM = MONTHS.indexOf(text.slice(at, at + 3).toLowerCase()) + 1;
  return parts.MM === 0 ? -1 : at + 3;
}

function stepOf(token: string): Step {
  if (token === 'MMM') return monthName;
  const numeric = TOKENS[token];
  if (numeric === undefined) return (text, at) => (text.startsWith(token, at) ? at + token.length : -1);
  const [part, fewest, most] = numeric;
  return (text, at, parts) => {
    let end = at;
    let value = 0;
    while (end < at + most && isDigit(text.charCodeAt(end))) value = value * 10 + text.charCodeAt(end++) - 48;
    parts[part] = value;
    return end - at < fewest ? -1 : end;
  };
}

/**
 * A reader for a format such as `DD/MM/YYYY HH:mm` or `D-MMM-YYYY`, strict to the letter. `null` if
 * the format has no whole date or has something else than YYYY, MMM, MM, M, DD, D, HH, H, mm, ss and
 * signs between: two-digit years are refused because nobody can tell 1924 from 2024.
 */
export function compileDateFormat(format: string): DateReader | null {
  const tokens: readonly string[] = format.match(TOKEN) ?? [];
  const has = (...names: readonly string[]) => names.some((name) => tokens.includes(name));
  if (tokens.join('') !== format || !has('YYYY') || !has('MMM', 'MM', 'M') || !has('DD', 'D')) return null;
  const steps = tokens.map(stepOf);
  return (text) => {
    const parts: Parts = { YYYY: 0, MM: 0, DD: 0, HH: 0, mm: 0, ss: 0 };
    let at = 0;
    for (const step of steps) {
      at = step(text, at, parts);
      if (at < 0) return null;
    }
    if (at !== text.length || parts.HH > 23 || parts.mm > 59 || parts.ss > 59) return null;
    return dayOf(parts.YYYY, parts.MM, parts.DD);
  };
}
