import { DEFAULT_CONFIDENCE, requirePositive, requireWhole } from './arguments.js';
import type { Interval } from './interval.js';
import { normalCriticalValue } from './normal-quantile.js';

/** How a count becomes a rate. */
export interface ByarOptions {
  /** What the count is divided by, such as a population or person-years; above 0. @default 1 */
  readonly denominator?: number;
  /** The rate is per this many of the denominator, such as 100000; above 0. @default 1 */
  readonly multiplier?: number;
}

/**
 * Byar's interval for a Poisson count, or for a rate where a denominator is given.
 *
 * For counts of events with no fixed number of trials. For x out of n records use {@link wilsonInterval}.
 *
 * @param x - The count: a whole number of at least 0.
 * @param confidence - Between 0 and 1, both excluded. Default 0.95.
 * @param options - Denominator and multiplier, when limits of a rate are wanted.
 * @returns The limits in the unit of x, times multiplier over denominator.
 * @throws {MarkercheckError} `ARGUMENT_INVALID`, naming the argument.
 *
 * Formula: low = x(1 - 1/(9x) - z/(3 sqrt x))³, 0 at x = 0;
 * high = (x+1)(1 - 1/(9(x+1)) + z/(3 sqrt(x+1)))³.
 *
 * Source: Byar's approximation in Breslow NE, Day NE (1987) Statistical Methods in Cancer Research,
 * volume II, IARC, page 69; used so in UKHSA PHEindicatormethods.
 */
export function byarInterval(
  x: number,
  confidence: number = DEFAULT_CONFIDENCE,
  options: ByarOptions = {},
): Interval {
  const { denominator = 1, multiplier = 1 } = options;
  requireWhole('x', x, 0);
  requirePositive('denominator', denominator);
  requirePositive('multiplier', multiplier);
  const z = normalCriticalValue(confidence);
  const scale = multiplier / denominator;
  // The cube of a negative base would be a negative count, which very high confidence reaches at small x.
  const base = Math.max(0, 1 - 1 / (9 * x) - z / (3 * Math.sqrt(x)));
  const low = x === 0 ? 0 : x * base ** 3;
  const next = x + 1;
  const high = next * (1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))) ** 3;
  return { low: low * scale, high: high * scale };
}
