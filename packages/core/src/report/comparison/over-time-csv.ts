import type { Figure } from '../../compare/figure.js';
import type { MeasureOverTime, OverTime } from '../../compare/over-time.js';
import { BYTE_ORDER_MARK, csvLine } from '../records/csv-text.js';

/** The columns of `comparison.csv` for one force at two times. */
export const OVER_TIME_COLUMNS = [
  'part',
  'measure',
  'offenceClass',
  'ageBand',
  'from',
  'to',
  'state',
  'few',
  'eligible',
  'met',
  'breached',
  'undetermined',
  'rate',
  'rateLow',
  'rateHigh',
  'floor',
  'ceiling',
  'rangeLow',
  'rangeHigh',
  'flaggedBefore',
  'flaggedAfter',
  'change',
  'volume',
  'completeness',
  'mix',
  'cannotBeTold',
  'refused',
  'notLikeWithLike',
  'caption',
] as const;

type Row = Partial<Record<(typeof OVER_TIME_COLUMNS)[number], string | number | null>>;

const PLACES = 6;

function cell(value: string | number | null | undefined): string | number {
  if (value === null || value === undefined) return '';
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toFixed(PLACES)) : value;
}

function figureRow({
  state,
  few,
  eligible,
  met,
  breached,
  undetermined,
  rate,
  low,
  high,
  floor,
  ceiling,
  range,
}: Figure): Row {
  return {
    state,
    few,
    eligible,
    met,
    breached,
    undetermined,
    rate,
    rateLow: low,
    rateHigh: high,
    floor,
    ceiling,
    rangeLow: range?.low ?? null,
    rangeHigh: range?.high ?? null,
  };
}

function changeRow({ change }: MeasureOverTime): Row {
  const { parts } = change;
  if (parts === null) return { part: 'change', refused: change.refused };
  return {
    part: 'change',
    flaggedBefore: parts.before,
    flaggedAfter: parts.after,
    // With every digit: the parts add up exactly.
    change: String(parts.change),
    volume: String(parts.volume),
    completeness: String(parts.completeness),
    mix: String(parts.mix),
    cannotBeTold: String(parts.untold),
  };
}

/** `comparison.csv`: every figure of one force at two times. */
export function* overTimeCsv({ measures, earlier, later, caption }: OverTime): Iterable<string> {
  const line = (row: Row): string => csvLine(OVER_TIME_COLUMNS.map((column) => cell(row[column])));
  const times = {
    earlier: { from: earlier.period?.from ?? '', to: earlier.period?.to ?? '' },
    later: { from: later.period?.from ?? '', to: later.period?.to ?? '' },
  };
  yield BYTE_ORDER_MARK + csvLine(OVER_TIME_COLUMNS);
  for (const measure of measures) {
    const head = { measure: measure.id, notLikeWithLike: measure.differences.join('; '), caption };
    yield line({ ...head, part: 'total', ...times.earlier, ...figureRow(measure.earlier) });
    yield line({ ...head, part: 'total', ...times.later, ...figureRow(measure.later) });
    yield line({ ...head, ...changeRow(measure) });
    for (const part of measure.bands ?? []) {
      yield line({
        ...head,
        part: 'age-band',
        ageBand: part.key,
        ...times.earlier,
        ...figureRow(part.earlier),
      });
      yield line({ ...head, part: 'age-band', ageBand: part.key, ...times.later, ...figureRow(part.later) });
    }
    for (const part of measure.classes ?? []) {
      yield line({
        ...head,
        part: 'class',
        offenceClass: part.key,
        ...times.earlier,
        ...figureRow(part.earlier),
      });
      yield line({
        ...head,
        part: 'class',
        offenceClass: part.key,
        ...times.later,
        ...figureRow(part.later),
      });
    }
  }
}
