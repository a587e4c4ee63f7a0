import { dayOf, isoDate } from '../normalise/date.js';
import { compileDateFormat, dateTokens, MONTHS } from './date-format.js';

interface Sample {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days that two formats can only both read if they agree: every month, and days that could be months. */
const SAMPLES: readonly Sample[] = [2005, 2011, 2012].flatMap((year) =>
  Array.from({ length: 12 }, (_, i) => i + 1).flatMap((month) =>
    [1, 3, 11, 12, 25].map((day) => ({ year, month, day })),
  ),
);

const two = (value: number) => String(value).padStart(2, '0');

const WRITERS: Readonly<Record<string, (sample: Sample) => string>> = {
  YYYY: ({ year }) => String(year),
  MMMM: ({ month }) => MONTHS[month - 1] ?? '',
  MMM: ({ month }) => (MONTHS[month - 1] ?? '').slice(0, 3),
  MM: ({ month }) => two(month),
  M: ({ month }) => String(month),
  DD: ({ day }) => two(day),
  D: ({ day }) => String(day),
  HH: () => '10',
  H: () => '10',
  hh: () => '10',
  h: () => '10',
  mm: () => '20',
  ss: () => '30',
  SSS: () => '000',
  A: () => 'AM',
};

/** How a day is written in a format; `null` for a spreadsheet's serial days. */
export function writeDate(format: string, sample: Sample): string | null {
  const tokens = dateTokens(format);
  return tokens === null ? null : tokens.map((token) => WRITERS[token]?.(sample) ?? token).join('');
}

export interface DateClash {
  readonly formats: readonly [string, string];
  /** A text that each reads as another day. */
  readonly text: string;
  readonly days: readonly [string, string];
}

/** Two formats of a list that read one text as different days, such as DD/MM/YYYY and MM/DD/YYYY; else `null`. */
export function dateClash(formats: readonly string[]): DateClash | null {
  const readers = formats.map((format) => compileDateFormat(format));
  for (const format of formats) {
    for (const sample of SAMPLES) {
      // A serial day of the spreadsheet is a plain number: 41000 is one in both of its counts.
      const text = writeDate(format, sample) ?? '41000';
      const right =
        writeDate(format, sample) === null
          ? compileDateFormat(format)?.(text)
          : dayOf(sample.year, sample.month, sample.day);
      for (const [i, read] of readers.entries()) {
        const day = read?.(text) ?? null;
        if (day !== null && right !== null && right !== undefined && day !== right) {
          return { formats: [format, formats[i] ?? ''], text, days: [isoDate(right), isoDate(day)] };
        }
      }
    }
  }
  return null;
}
