import { compileDateFormat } from '../date-format.js';

/** How the dates of a column are written, as far as its values tell. */
export type DateGuess =
  | { readonly kind: 'none' }
  /** `others`: values that none of the formats reads. `because` where the order of day and month had to be found. */
  | {
      readonly kind: 'formats';
      readonly formats: readonly string[];
      readonly others: number;
      readonly because: string;
    }
  | { readonly kind: 'question'; readonly question: string };

/** Values of one shape: the same order and the same signs between. */
interface Shape {
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
const COMPACT = /^\d{8}(?=$|[ T])/;
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
  if (match) return { pattern: compactOrder(text), rest: text.slice(8), padded: true };
  match = SHORT_YEAR.exec(text);
  if (match) return { pattern: 'YY', rest: '', padded: true };
  return SERIAL.test(text) ? { pattern: 'serial', rest: '', padded: true } : null;
}

/** Eight digits begin with the year if that makes a day, else with the day: no crime is of the year 0105 or 3112. */
function compactOrder(text: string): string {
  const year = Number(text.slice(0, 4));
  return year >= 1800 && year < 2100 ? 'YYYYMMDD' : 'DDMMYYYY';
}

function shapesOf(values: readonly string[]): readonly Shape[] {
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

/** The formats of shapes, each once. A column whose days have one digit somewhere is read so everywhere; hours likewise. */
function formatsOf(shapes: readonly Shape[], dayFirst: boolean): readonly string[] {
  const isPadded = shapes.every(({ padded }) => padded);
  const isShortHour = shapes.some(({ time }) => /[ T][Hh]:/.test(time));
  const formats = shapes.map(({ pattern, time }) => {
    const [first, second] = dayFirst ? ['DD', 'MM'] : ['MM', 'DD'];
    const ordered = pattern.replace('d', first).replace('m', second);
    const date = isPadded ? ordered : ordered.replace('DD', 'D').replace(/(?<!M)MM(?!M)/, 'M');
    return `${date}${isShortHour ? time.replace('HH', 'H').replace('hh', 'h') : time}`;
  });
  return [...new Set(formats)];
}

const question = (text: string): DateGuess => ({ kind: 'question', question: text });

function orderQuestion(shapes: readonly Shape[], firstOver12: number, secondOver12: number): DateGuess {
  const write = (isDayFirst: boolean) => {
    const formats = formatsOf(shapes, isDayFirst);
    return JSON.stringify(formats.length === 1 ? formats[0] : formats);
  };
  if (firstOver12 > 0 && secondOver12 > 0) {
    return question(
      `some dates have the day first (${firstOver12} with a first number over 12), some the month (${secondOver12} with a second number over 12); a spreadsheet may have turned them. Export the column anew, then write ${write(true)} or ${write(false)}`,
    );
  }
  return question(
    `no day is over 12, so 03/04 may be 3 April or 4 March: write ${write(true)} if the day comes first, ${write(false)} if the month does`,
  );
}

/** A shape of fewer values than this share is damage and no way of writing. */
const RARE = 0.02;

/** How a column's dates are written; day and month first are told apart only by a number over 12. */
export function guessDates(values: readonly string[]): DateGuess {
  const shapes = shapesOf(values);
  const found = shapes.reduce((sum, shape) => sum + shape.values, 0);
  if (values.length === 0 || found / values.length < 0.8) return { kind: 'none' };
  const common = shapes.filter((shape) => shape.values / values.length >= RARE);
  if (common.some(({ pattern }) => pattern === 'YY')) {
    return question(
      'years have two digits, and nobody can tell 1924 from 2024: export them with four, then write the format, such as "DD/MM/YYYY"',
    );
  }
  if (common.some(({ pattern }) => pattern === 'serial')) {
    return question(
      'these are numbers that a spreadsheet keeps for days: write "excel-1900" (Windows, nearly always) or "excel-1904" (old Macintosh; every date 4 years later)',
    );
  }
  const open = common.filter(({ pattern }) => pattern.startsWith('d'));
  const firstOver12 = open.reduce((sum, shape) => sum + shape.firstOver12, 0);
  const secondOver12 = open.reduce((sum, shape) => sum + shape.secondOver12, 0);
  if (open.length > 0 && firstOver12 > 0 === secondOver12 > 0)
    return orderQuestion(open, firstOver12, secondOver12);
  const dayFirst = firstOver12 > 0;
  const formats = formatsOf(common, dayFirst).filter((format) => compileDateFormat(format) !== null);
  const readers = formats.flatMap((format) => compileDateFormat(format) ?? []);
  const others = values.filter((value) => readers.every((read) => read(value) === null)).length;
  if (others / values.length > 0.2) return { kind: 'none' };
  const because =
    open.length === 0 ? '' : `${dayFirst ? 'the day' : 'the month'} comes first: some days are over 12`;
  return { kind: 'formats', formats, others, because };
}
