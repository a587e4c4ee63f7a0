import type { Figure } from '../../compare/figure.js';
import type { MeasureOverTime, OverTime } from '../../compare/over-time.js';
import { BYTE_ORDER_MARK, csvLine } from '../records/csv-text.js';
import { type CsvValue, figureLine, rounded } from './csv-line.js';

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

type Row = Partial<Record<(typeof OVER_TIME_COLUMNS)[number], CsvValue>>;

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
    rate: rounded(rate),
    rateLow: rounded(low),
    rateHigh: rounded(high),
    floor: rounded(floor),
    ceiling: rounded(ceiling),
    rangeLow: rounded(range?.low),
    rangeHigh: rounded(range?.high),
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
    change: parts.change,
    volume: parts.volume,
    completeness: parts.completeness,
    mix: parts.mix,
    cannotBeTold: parts.untold,
  };
}

/** `comparison.csv`: every figure of one force at two times. */
export function* overTimeCsv({ measures, earlier, later, caption }: OverTime): Iterable<string> {
  const line = (row: Row): string => figureLine(OVER_TIME_COLUMNS, row);
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
