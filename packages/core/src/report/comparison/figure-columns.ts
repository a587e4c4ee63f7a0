import type { Figure } from '../../compare/figure.js';
import { type CsvValue, rounded } from './csv-line.js';

/** The columns of a figure, alike in every comparison. */
export const FIGURE_COLUMNS = [
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
] as const;

/** A figure as those columns; what is suppressed is empty. */
export function figureRow(figure: Figure): Readonly<Record<(typeof FIGURE_COLUMNS)[number], CsvValue>> {
  const { state, few, eligible, met, breached, undetermined } = figure;
  return {
    state,
    few,
    eligible,
    met,
    breached,
    undetermined,
    rate: rounded(figure.rate),
    rateLow: rounded(figure.low),
    rateHigh: rounded(figure.high),
    floor: rounded(figure.floor),
    ceiling: rounded(figure.ceiling),
    rangeLow: rounded(figure.range?.low),
    rangeHigh: rounded(figure.range?.high),
  };
}
