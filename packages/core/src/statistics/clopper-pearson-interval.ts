import { DEFAULT_CONFIDENCE, requireConfidence, requireCountOf } from './arguments.js';
import { betaQuantile } from './beta-quantile.js';
import type { Interval } from './interval.js';

/**
 * The Clopper-Pearson "exact" interval for a proportion: its coverage is never under the confidence.
 *
 * The price is width: for rare outcomes it covers well over its confidence. Use it where a guarantee matters
 * more than closeness, otherwise {@link wilsonInterval}.
 *
 * @param x - How many have the property: a whole number from 0 to n.
 * @param n - How many were looked at: a whole number of at least 1.
 * @param confidence - Between 0 and 1, both excluded. Default 0.95.
 * @returns The limits, as proportions from 0 to 1.
 * @throws {MarkercheckError} `ARGUMENT_INVALID`, naming the argument.
 *
 * Formula: with a = 1 - confidence, low is the a/2 quantile of Beta(x, n-x+1), or 0 at x = 0;
 * high is the 1-a/2 quantile of Beta(x+1, n-x), or 1 at x = n.
 *
 * Source: Clopper CJ, Pearson ES (1934) Biometrika 26:404-413; method 5 of Newcombe RG (1998)
 * Stat Med 17:857-872.
 */
export function clopperPearsonInterval(
  x: number,
  n: number,
  confidence: number = DEFAULT_CONFIDENCE,
): Interval {
  requireCountOf(x, n);
  requireConfidence(confidence);
  const tail = (1 - confidence) / 2;
  return {
    low: x === 0 ? 0 : betaQuantile(tail, x, n - x + 1).value,
    high: x === n ? 1 : betaQuantile(tail, n - x, x + 1).complement,
  };
}
