import type { Differs, Figure, Range } from '../../compare/figure.js';
import type { DifferenceInterval } from '../../statistics/newcombe-difference.js';
import { count, percent } from '../../messages/figures.js';
import { COMPARISON } from './words.js';

/** A share that something is at least: never rounded up. */
function atLeast(share: number): string {
  return `${(Math.floor(share * 1000 + 1e-9) / 10).toFixed(1)}%`;
}

/** A share that something is at most: never rounded down. */
function atMost(share: number): string {
  return `${(Math.ceil(share * 1000 - 1e-9) / 10).toFixed(1)}%`;
}

export function rangeWords(range: Range | null): string {
  if (range === null) return COMPARISON.noData;
  if (range.low === range.high) return percent(range.low);
  return `${atLeast(range.low)} to ${atMost(range.high)}`;
}

/** The rate, or as much of it as is told. */
export function rateWords({ state, rate, rateRange }: Figure): string {
  if (state === 'no-data') return COMPARISON.noData;
  if (rate !== null) return percent(rate);
  if (state === 'told') return COMPARISON.noData;
  return boundWords(rateRange);
}

/** What bounds a share whose counts are suppressed. */
export function boundWords(range: Range | null): string {
  if (range === null || (range.low === 0 && range.high === 1)) return COMPARISON.suppressed;
  if (range.low === range.high) return percent(range.low);
  if (range.high === 1) return `at least ${atLeast(range.low)}`;
  return range.low === 0 ? `at most ${atMost(range.high)}` : `${atLeast(range.low)} to ${atMost(range.high)}`;
}

/** A count, or why it is not there. */
export function countWords(value: number | null, { state }: Figure): string {
  if (value !== null) return count(value);
  return state === 'no-data' ? COMPARISON.noData : COMPARISON.suppressed;
}

/** A share, or why it is not there. */
export function shareWords(value: number | null, { state }: Figure): string {
  if (value !== null) return percent(value);
  return state === 'no-data' || state === 'told' ? COMPARISON.noData : COMPARISON.suppressed;
}

/** Floor to ceiling, at its widest where counts are suppressed. */
export function floorToCeiling({ state, range }: Figure): string {
  if (state === 'suppressed') return COMPARISON.suppressed;
  return rangeWords(range);
}

/** Floor and ceiling, each as far as it is told. */
export function floorWords(figure: Figure): string {
  if (figure.few === 'not-met' && figure.range !== null) return `at least ${atLeast(figure.range.low)}`;
  return shareWords(figure.floor, figure);
}

export function ceilingWords(figure: Figure): string {
  return shareWords(figure.ceiling, figure);
}

export function intervalWords(
  { low, high }: { readonly low: number | null; readonly high: number | null },
  figure: Figure,
): string {
  return low === null || high === null ? shareWords(null, figure) : `${percent(low)} to ${percent(high)}`;
}

/** `+4.2`, `−0.3`, `0.0`: a difference in percentage points, without the unit. */
export function signed(difference: number): string {
  const rounded = (100 * difference).toFixed(1).replace(/^-0\.0$/, '0.0');
  return `${difference > 0 && rounded !== '0.0' ? '+' : ''}${rounded.replace('-', '−')}`;
}

/** `+4.2 points` */
export function points(difference: number): string {
  return `${signed(difference)} points`;
}

/** `−57.1 points (−73.5 to −31.9)` */
export function differencePoints({ difference, low, high }: DifferenceInterval): string {
  return `${points(difference)} (${signed(low)} to ${signed(high)})`;
}

export function differsWords(way: Differs, beyondChance: boolean): string {
  switch (way) {
    case 'lower':
    case 'higher':
      return beyondChance ? `${way}, beyond chance` : `${way}, not surely beyond chance`;
    case 'no':
      return 'no';
    case 'cannot-be-told':
      return 'cannot be told';
  }
}

/** A rounded count of a rule. */
export function aboutWords(about: number, threshold: number): string {
  return about === 0 ? `under ${count(threshold)}` : `about ${count(about)}`;
}
