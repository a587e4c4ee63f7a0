import { allOf, monthName } from '../../history/months.js';
import type { Trend } from '../../history/trend.js';
import { breakWords } from '../../messages/trend.js';
import { BYTE_ORDER_MARK, csvLine } from '../records/csv-text.js';
import { signalsAt } from './words.js';

export const TREND_COLUMNS = [
  'force',
  'measure',
  'unit',
  'from',
  'checkedAsAt',
  'records',
  'met',
  'breached',
  'undetermined',
  'rate',
  'floor',
  'ceiling',
  'phase',
  'rateMean',
  'rateLow',
  'rateHigh',
  'rateSignal',
  'recordsMean',
  'recordsLow',
  'recordsHigh',
  'recordsSignal',
  'brokenBefore',
] as const;

/** Limits beyond what can be are cut off: a cell that begins with a minus would be taken for a formula. */
const limit = (value: number | undefined, most = Infinity): string =>
  value === undefined ? '' : figure(Math.min(most, Math.max(0, value)));

const figure = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(Math.round(value * 1e6) / 1e6);

/** The figures of a trend, one line a period; rates are fractions. */
export function* trendCsv({ lines }: Trend): Iterable<string> {
  yield BYTE_ORDER_MARK + csvLine(TREND_COLUMNS);
  for (const { force, measure, periods, rate, count } of lines) {
    for (const [i, period] of periods.entries()) {
      const all = allOf(period);
      const phase = rate.phases.findIndex(({ start, end }) => start <= i && i < end);
      const rateLimits = rate.phases[phase]?.limits;
      const countLimits = count.phases[phase]?.limits;
      yield csvLine([
        force,
        measure.id,
        period.unit,
        `${monthName(period.month)}-01`,
        period.asAt[1],
        all,
        period.met,
        period.breached,
        period.undetermined,
        figure(rate.values[i]),
        figure(all === 0 ? null : period.met / all),
        figure(all === 0 ? null : (period.met + period.undetermined) / all),
        phase + 1,
        limit(rateLimits?.mean, 1),
        limit(rateLimits?.low, 1),
        limit(rateLimits?.high, 1),
        signalsAt(rate, i).join('; '),
        limit(countLimits?.mean),
        limit(countLimits?.low),
        limit(countLimits?.high),
        signalsAt(count, i).join('; '),
        period.breaks.length === 0 ? '' : breakWords(period.breaks),
      ]);
    }
  }
}
