import { badArgument, DEFAULT_CONFIDENCE, requireProportion, requireWhole } from './arguments.js';
import type { Interval } from './interval.js';
import { normalCriticalValue } from './normal-quantile.js';

/**
 * Funnel limits widened for overdispersion: where a unit of size n is expected if units differ from the
 * baseline by chance and by an ordinary spread tau² between them.
 *
 * On the arcsine scale, so that at tau² = 0 they are close to `funnelLimits` but not equal.
 *
 * @param p0 - The baseline proportion, from 0 to 1.
 * @param n - The unit's denominator: a whole number of at least 1.
 * @param tau2 - The variance between units on the arcsine scale, from `overdispersion`; at least 0.
 * @param confidence - Between 0 and 1, both excluded. Default 0.95.
 * @returns The limits, as proportions, cut off at 0 and 1.
 * @throws {MarkercheckError} `ARGUMENT_INVALID`, naming the argument.
 *
 * Formula: sin²(asin sqrt(p0) -/+ z sqrt(1/(4n) + tau²)).
 *
 * Source: Spiegelhalter DJ (2005) Stat Med 24:1185-1202 (additive random effects); arcsine form as in
 * FunnelPlotR of the NHS-R community.
 */
export function overdispersedFunnelLimits(
  p0: number,
  n: number,
  tau2: number,
  confidence: number = DEFAULT_CONFIDENCE,
): Interval {
  requireProportion('p0', p0);
  requireWhole('n', n, 1);
  if (!(Number.isFinite(tau2) && tau2 >= 0)) {
    throw badArgument('tau2', 'a number of at least 0', tau2);
  }
  const target = Math.asin(Math.sqrt(p0));
  const reach = normalCriticalValue(confidence) * Math.sqrt(1 / (4 * n) + tau2);
  // Past the ends of the quarter turn the sine comes back, and a limit would fold inwards.
  return {
    low: Math.sin(Math.max(0, target - reach)) ** 2,
    high: Math.sin(Math.min(Math.PI / 2, target + reach)) ** 2,
  };
}
