import { requireInnerProportion, requireProportion, requireWhole } from './arguments.js';
import { type FunnelZone, funnelZone } from './funnel-zone.js';

/** A unit's place in a funnel plot. */
export interface FunnelPosition {
  /** The distance from the baseline in standard errors, negative below it. */
  readonly z: number;
  /** The zone that distance falls in. */
  readonly zone: FunnelZone;
}

/**
 * Where a unit lies in a funnel plot: its score z against the baseline and the zone of that z.
 *
 * @param proportion - The unit's observed proportion, from 0 to 1.
 * @param n - The unit's denominator: a whole number of at least 1.
 * @param p0 - The baseline proportion, between 0 and 1, both excluded.
 * @returns z in standard errors, and its zone.
 * @throws {MarkercheckError} `ARGUMENT_INVALID`, naming the argument.
 *
 * Formula: z = (p - p0) / sqrt(p0(1-p0)/n), not adjusted for overdispersion.
 *
 * Source: Spiegelhalter DJ (2005) Stat Med 24:1185-1202.
 */
export function funnelPosition(proportion: number, n: number, p0: number): FunnelPosition {
  requireProportion('proportion', proportion);
  requireWhole('n', n, 1);
  requireInnerProportion('p0', p0);
  const z = (proportion - p0) / Math.sqrt((p0 * (1 - p0)) / n);
  return { z, zone: funnelZone(z) };
}
