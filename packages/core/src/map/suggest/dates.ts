import { compileDateFormat } from '../date-format.js';
import { COMPACT, compactOrders, type Shape, shapesOf } from './date-shapes.js';

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

/** The formats of shapes, each once. A column whose days have one digit somewhere is read so everywhere; hours likewise. */
function formatsOf(
  shapes: readonly Shape[],
  dayFirst: boolean,
  compactOrder = 'YYYYMMDD',
): readonly string[] {
  const isPadded = shapes.every(({ padded }) => padded);
  const isShortHour = shapes.some(({ time }) => /[ T][Hh]:/.test(time));
  const formats = shapes.map(({ pattern, time }) => {
    const [first, second] = dayFirst ? ['DD', 'MM'] : ['MM', 'DD'];
    const ordered = pattern === 'compact' ? compactOrder : pattern.replace('d', first).replace('m', second);
    const date =
      isPadded || pattern === 'compact' ? ordered : ordered.replace('DD', 'D').replace(/(?<!M)MM(?!M)/, 'M');
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
  const compact = common.some(({ pattern }) => pattern === 'compact')
    ? compactOrders(values.filter((value) => COMPACT.test(value)))
    : ['YYYYMMDD'];
  if (compact.length === 0) return { kind: 'none' };
  const open = common.filter(({ pattern }) => pattern.startsWith('d'));
  const firstOver12 = open.reduce((sum, shape) => sum + shape.firstOver12, 0);
  const secondOver12 = open.reduce((sum, shape) => sum + shape.secondOver12, 0);
  if (open.length > 0 && firstOver12 > 0 === secondOver12 > 0)
    return orderQuestion(open, firstOver12, secondOver12);
  const dayFirst = firstOver12 > 0;
  const formats = formatsOf(common, dayFirst, compact[0]).filter(
    (format) => compileDateFormat(format) !== null,
  );
  const readers = formats.flatMap((format) => compileDateFormat(format) ?? []);
  const others = values.filter((value) => readers.every((read) => read(value) === null)).length;
  if (others / values.length > 0.2) return { kind: 'none' };
  const because =
    open.length === 0 ? '' : `${dayFirst ? 'the day' : 'the month'} comes first: some days are over 12`;
  return { kind: 'formats', formats, others, because };
}
