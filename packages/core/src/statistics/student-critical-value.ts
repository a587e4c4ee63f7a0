import { requireConfidence, requirePositive } from './arguments.js';
import { betaQuantile } from './beta-quantile.js';

/**
 * Student's two-sided critical value: t such that a t variable lies within -t to t with this confidence.
 *
 * @param degrees - Degrees of freedom, above 0.
 * @param confidence - Between 0 and 1, both excluded.
 * @returns t, above 0 (12.706... for 1 degree and 0.95).
 * @throws {MarkercheckError} `ARGUMENT_INVALID`, naming the argument.
 *
 * Formula: t = sqrt(ν(1-x)/x) where x is the Beta(ν/2, 1/2) quantile of 1 - confidence.
 *
 * Source: Abramowitz M, Stegun IA (1964) 26.7.1 and 26.5.27.
 */
export function studentCriticalValue(degrees: number, confidence: number): number {
  requirePositive('degrees', degrees);
  requireConfidence(confidence);
  const x = betaQuantile(1 - confidence, degrees / 2, 0.5);
  return Math.sqrt((degrees * x.complement) / x.value);
}
