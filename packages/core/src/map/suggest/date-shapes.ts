import { compileDateFormat } from '../date-format.js';
import { share } from './sample.js';

/** Values of one shape: the same order and the same signs between. */
export interface Shape {
  /** The date, with d and m where their order is open. */
  readonly pattern: string;
  readonly time: string;
  values: number;
  /** Whether every day and month has two digits. */
  padded: boolean;
  firstOver12: number;
  secondOver12: number;
}

const NUMERIC = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})(?=$|[ T])/;
const YEAR_FIRST = /^\d{4}([-/. ])(\d{1,2})\1(\d{1,2})(?=$|[ T])/;
const NAMED = /^(\d{1,2})([-/. ])([A-Za-z]{3,9})\2\d{4}(?=$|[ T])/;
const NAME_FIRST = /^([A-Za-z]{3,9}) (\d{1,2})(,?) \d{4}(?=$|[ T])/;
export const COMPACT = /^\d{8}(?=$|[ T])/;
const SHORT_YEAR = /^\d{1,2}[-/. ](\d{1,2}|[A-Za-z]{3})[-/. ]\d{2}(?=$|[ T])/;
const SERIAL = /^[1-7]\d{4}([.,]\d+)?$/;
const TIME = /^([ T])(\d{1,2}):\d{2}(:\d{2}(\.\d+)?)?( ?[AaPp][Mm])?(Z?)$/;

const monthToken = (name: string) => (name.length === 3 ? 'MMM' : 'MMMM');

/** The format of a time of the day; `null` for none that is known. */
function timeFormat(text: string): string | null {
  if (text === '') return '';
  const match = TIME.exec(text);
  if (match === null) return null;
  const [, sign = '', hour = '', seconds, fraction, half, zone = ''] = match;
  const hours = half === undefined ? (hour.length === 2 ? 'HH' : 'H') : hour.length === 2 ? 'hh' : 'h';
  const ending = half === undefined ? '' : half.startsWith(' ') ? ' A' : 'A';
  return `${sign}${hours}:mm${seconds === undefined ? '' : ':ss'}${fraction === undefined ? '' : '.SSS'}${ending}${zone}`;
}

interface Read {
  readonly pattern: string;
  readonly rest: string;
  readonly padded: boolean;
  readonly first?: number;
  readonly second?: number;
}

function readShape(text: string): Read | null {
  let match = YEAR_FIRST.exec(text);
  if (match) {
    const [all, sign = '', month = '', day = ''] = match;
    return {
      pattern: `YYYY${sign}MM${sign}DD`,
      rest: text.slice(all.length),
      padded: month.length + day.length === 4,
    };
  }
  match = NUMERIC.exec(text);
  if (match) {
    const [all, a = '', sign = '', b = ''] = match;
    return {
      pattern: `d${sign}m${sign}YYYY`,
      rest: text.slice(all.length),
      padded: a.length + b.length === 4,
      first: Number(a),
      second: Number(b),
    };
  }
  match = NAMED.exec(text);
  if (match) {
    const [all, day = '', sign = '', name = ''] = match;
    return {
      pattern: `DD${sign}${monthToken(name)}${sign}YYYY`,
      rest: text.slice(all.length),
      padded: day.length === 2,
    };
  }
  match = NAME_FIRST.exec(text);
  if (match) {
    const [all, name = '', day = '', comma = ''] = match;
    return {
      pattern: `${monthToken(name)} DD${comma} YYYY`,
      rest: text.slice(all.length),
      padded: day.length === 2,
    };
  }
  match = COMPACT.exec(text);
  if (match) return { pattern: 'compact', rest: text.slice(8), padded: true };
  match = SHORT_YEAR.exec(text);
  if (match) return { pattern: 'YY', rest: '', padded: true };
  return SERIAL.test(text) ? { pattern: 'serial', rest: '', padded: true } : null;
}

const COMPACT_ORDERS = ['YYYYMMDD', 'DDMMYYYY'] as const;

/**
 * The order in which eight digits are days of a time that crimes are of: nobody recorded one in the year
 * 1112, so that no text is one both ways.
 */
export function compactOrders(values: readonly string[]): readonly string[] {
  return COMPACT_ORDERS.filter((order) => {
    const read = compileDateFormat(order);
    const isDay = (value: string) => {
      const year = Number(order === 'YYYYMMDD' ? value.slice(0, 4) : value.slice(4, 8));
      return year >= 1800 && year < 2100 && read?.(value.slice(0, 8)) !== null;
    };
    return share(values, isDay) >= 0.8;
  });
}

export function shapesOf(values: readonly string[]): readonly Shape[] {
  const shapes = new Map<string, Shape>();
  for (const value of values) {
    const read = readShape(value);
    const time = read === null ? null : timeFormat(read.rest);
    if (read === null || time === null) continue;
    const key = `${read.pattern}${time}`;
    const shape = shapes.get(key) ?? {
      pattern: read.pattern,
      time,
      values: 0,
      padded: true,
      firstOver12: 0,
      secondOver12: 0,
    };
    shape.values++;
    shape.padded &&= read.padded;
    if ((read.first ?? 0) > 12) shape.firstOver12++;
    if ((read.second ?? 0) > 12) shape.secondOver12++;
    shapes.set(key, shape);
  }
  return [...shapes.values()].sort((a, b) => b.values - a.values);
}
