import { DEFAULT_CONFIDENCE, requireProportion, requireWhole } from './arguments.js';
import type { Interval } from './interval.js';
import { normalCriticalValue } from './normal-quantile.js';

/**
 * The limits of a funnel plot for proportions: where a unit of size n is expected to lie if its true rate is
 * the baseline.
 *
 * Draw them at 0.95 and 0.998. They are prediction limits about a stated baseline, not an interval about the
 * unit's own rate. A unit lies outside them just when its Wilson interval does not reach the baseline.
 *
 * @param p0 - The baseline proportion, from 0 to 1.
 * @param n - The unit's denominator: a whole number of at least 1.
 * @param confidence - Between 0 and 1, both excluded. Default 0.95.
 * @returns The limits, as proportions, cut off at 0 and 1.
 * @throws {MarkercheckError} `ARGUMENT_INVALID`, naming the argument.
 *
 * Formula: p0 -/+ z sqrt(p0(1-p0)/n).
 *
 * Source: Spiegelhalter DJ (2005) Funnel plots for comparing institutional performance.
 * Stat Med 24:1185-1202.
 */
export function funnelLimits(p0: number, n: number, confidence: number = DEFAULT_CONFIDENCE): Interval {
  requireProportion('p0', p0);
  requireWhole('n', n, 1);
  const z = normalCriticalValue(confidence);
  const reach = z * Math.sqrt((p0 * (1 - p0)) / n);
  return { low: Math.max(0, p0 - reach), high: Math.min(1, p0 + reach) };
}
