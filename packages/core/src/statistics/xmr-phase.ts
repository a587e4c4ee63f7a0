import type { Interval } from './interval.js';

/** Shewhart's constant for individuals: 3 over d2 of pairs (1.128), rounded as published. */
const LIMIT_FACTOR = 2.66;
/** The upper limit factor of a moving range chart of pairs (D4), as published. */
const RANGE_LIMIT_FACTOR = 3.267;

/** The values between two rebases, with the mean and limits they are judged by. */
export interface XmrPhase extends Interval {
  /** The index of the first value of the phase. */
  readonly start: number;
  /** How many values the phase has. */
  readonly count: number;
  /** The mean of the values. */
  readonly mean: number;
}

/**
 * The mean and natural process limits of one phase.
 *
 * @internal
 */
export function xmrPhase(values: readonly number[], start: number, screenMovingRanges: boolean): XmrPhase {
  const mean = meanOf(values);
  const ranges = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? value)));
  const reach = LIMIT_FACTOR * averageRange(ranges, screenMovingRanges);
  return {
    start,
    count: values.length,
    mean,
    low: mean - reach,
    high: mean + reach,
  };
}

function averageRange(ranges: readonly number[], screen: boolean): number {
  const all = meanOf(ranges);
  if (!screen) return all;
  const kept = ranges.filter((range) => range < RANGE_LIMIT_FACTOR * all);
  const screened = kept.length === 0 ? 0 : meanOf(kept);
  // A series that stands still but for one step would be left with limits of no width,
  // and every value of it would be a signal.
  return screened > 0 ? screened : all;
}

/** Taken about the first value, so that the mean of equal values is exactly that value. */
function meanOf(values: readonly number[]): number {
  const origin = values[0] ?? 0;
  return origin + values.reduce((total, value) => total + (value - origin), 0) / values.length;
}
