import { DEFAULT_CONFIDENCE, requireCountOf } from './arguments.js';
import type { Interval } from './interval.js';
import { normalCriticalValue } from './normal-quantile.js';

/**
 * Wilson's score interval for a proportion: the rates that a two-sided score test would not reject.
 *
 * The default interval of this library. It keeps close to its confidence for rare outcomes and small n,
 * never leaves 0 to 1, and is not empty at x = 0 or x = n.
 *
 * @param x - How many have the property: a whole number from 0 to n.
 * @param n - How many were looked at: a whole number of at least 1.
 * @param confidence - Between 0 and 1, both excluded. Default 0.95.
 * @returns The limits, as proportions from 0 to 1. Exactly 0 at x = 0 and exactly 1 at x = n.
 * @throws {MarkercheckError} `ARGUMENT_INVALID`, naming the argument.
 *
 * Formula: (2x + z² -/+ z sqrt(z² + 4x(1 - x/n))) / (2(n + z²)).
 *
 * Source: Wilson EB (1927) J Am Stat Assoc 22:209-212; method 3 of Newcombe RG (1998) Stat Med 17:857-872.
 */
export function wilsonInterval(x: number, n: number, confidence: number = DEFAULT_CONFIDENCE): Interval {
  requireCountOf(x, n);
  const z = normalCriticalValue(confidence);
  const centre = 2 * x + z * z;
  const spread = z * Math.sqrt(z * z + 4 * x * (1 - x / n));
  // The two limits are the roots of a quadratic: their product gives the lower one without subtraction,
  // which for a rate near 0 would lose most of its digits.
  const low = (2 * x * (x / n)) / (centre + spread);
  const high = x === n ? 1 : (centre + spread) / (2 * (n + z * z));
  return { low, high };
}
