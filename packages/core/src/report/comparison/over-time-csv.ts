import type { Figure } from '../../compare/figure.js';
import type { MeasureOverTime, OverTime } from '../../compare/over-time.js';
import { BYTE_ORDER_MARK, csvLine } from '../records/csv-text.js';
import { type CsvValue, figureLine } from './csv-line.js';
import { FIGURE_COLUMNS, figureRow } from './figure-columns.js';

/** The columns of `comparison.csv` for one force at two times. */
export const OVER_TIME_COLUMNS = [
  'part',
  'measure',
  'offenceClass',
  'ageBand',
  'from',
  'to',
  ...FIGURE_COLUMNS,
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
    const both = (row: Row, figures: { readonly earlier: Figure; readonly later: Figure }): string =>
      line({ ...head, ...row, ...times.earlier, ...figureRow(figures.earlier) }) +
      line({ ...head, ...row, ...times.later, ...figureRow(figures.later) });
    yield both({ part: 'total' }, measure);
    yield line({ ...head, ...changeRow(measure) });
    for (const band of measure.bands ?? []) yield both({ part: 'age-band', ageBand: band.key }, band);
    for (const group of measure.classes ?? []) {
      yield both({ part: 'class', offenceClass: group.key }, group);
    }
  }
}
