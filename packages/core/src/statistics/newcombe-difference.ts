import { DEFAULT_CONFIDENCE, requireCountOf } from './arguments.js';
import type { Interval } from './interval.js';
import { wilsonInterval } from './wilson-interval.js';

/** A difference between two proportions with its limits, each from -1 to 1. */
export interface DifferenceInterval extends Interval {
  /** The first proportion less the second. */
  readonly difference: number;
}

/**
 * Newcombe's hybrid score interval for the difference between two independent proportions.
 *
 * @param x1 - How many of the first group have the property: a whole number from 0 to n1.
 * @param n1 - The size of the first group: a whole number of at least 1.
 * @param x2 - How many of the second group have the property: a whole number from 0 to n2.
 * @param n2 - The size of the second group: a whole number of at least 1.
 * @param confidence - Between 0 and 1, both excluded. Default 0.95.
 * @returns The difference x1/n1 - x2/n2 and its limits, as proportions (0.05 is five points).
 * @throws {MarkercheckError} `ARGUMENT_INVALID`, naming the argument.
 *
 * Formula: with d = p1 - p2 and Wilson limits l, u of each: low = d - sqrt((p1-l1)² + (u2-p2)²),
 * high = d + sqrt((u1-p1)² + (p2-l2)²).
 *
 * Source: method 10 of Newcombe RG (1998) Interval estimation for the difference between independent
 * proportions: comparison of eleven methods. Stat Med 17:873-890.
 */
export function newcombeDifference(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
  confidence: number = DEFAULT_CONFIDENCE,
): DifferenceInterval {
  requireCountOf(x1, n1, 'x1', 'n1');
  requireCountOf(x2, n2, 'x2', 'n2');
  const p1 = x1 / n1;
  const p2 = x2 / n2;
  const first = wilsonInterval(x1, n1, confidence);
  const second = wilsonInterval(x2, n2, confidence);
  const difference = p1 - p2;
  return {
    difference,
    low: difference - Math.hypot(p1 - first.low, second.high - p2),
    high: difference + Math.hypot(first.high - p1, p2 - second.low),
  };
}
