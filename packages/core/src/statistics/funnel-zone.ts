import { MarkercheckError } from '../model/errors.js';
import { normalCriticalValue } from './normal-quantile.js';

/** Where a unit lies against the 95% and 99.8% limits. It says nothing of good or bad. */
export type FunnelZone = 'below-99.8' | 'below-95' | 'within' | 'above-95' | 'above-99.8';

const WARNING = normalCriticalValue(0.95);
const ALARM = normalCriticalValue(0.998);

/**
 * The zone of a funnel plot that a score falls in.
 *
 * @param z - Distance from the baseline in standard errors, adjusted for overdispersion or not.
 * @returns "within" up to and including the 95% limit, else the side and the outermost limit passed.
 * @throws {MarkercheckError} `ARGUMENT_INVALID` when z is not a number.
 *
 * Formula: limits at 1.959964 (95%) and 3.090232 (99.8%), exact quantiles.
 *
 * Source: Spiegelhalter DJ (2005) Stat Med 24:1185-1202; the classes of UKHSA PHEindicatormethods.
 */
export function funnelZone(z: number): FunnelZone {
  if (Number.isNaN(z)) {
    throw new MarkercheckError('ARGUMENT_INVALID', 'z must be a number (got NaN)');
  }
  if (z < -ALARM) return 'below-99.8';
  if (z < -WARNING) return 'below-95';
  if (z > ALARM) return 'above-99.8';
  if (z > WARNING) return 'above-95';
  return 'within';
}
