import { badArgument, requireCountOf, requireProportion } from './arguments.js';
import { estimateOverdispersion, type FunnelUnit, type Overdispersion } from './estimate-overdispersion.js';
import { MarkercheckError } from '../model/errors.js';

/** The fewest units from which overdispersion is estimated. A judgement; no source sets a number. */
export const OVERDISPERSION_MINIMUM_UNITS = 20;

/** How overdispersion is estimated. */
export interface OverdispersionOptions {
  /** The baseline proportion, from 0 to 1. @default the pooled proportion of the units */
  readonly baseline?: number;
  /** The share of scores pulled in at each end before phi is taken, from 0 to under 0.5. @default 0.1 */
  readonly winsorise?: number;
}

/**
 * Estimates how much units differ beyond chance, so that funnel limits can be widened for it.
 *
 * Refused under 20 units: phi from a handful of scores is noise, and winsorising 10% of five forces is
 * nothing at all. With fewer, show the unadjusted limits and say so.
 *
 * @param units - The units, each with x out of n.
 * @param options - Baseline and winsorising.
 * @returns phi, tau2 (to hand to `overdispersedFunnelLimits`), and each unit's score before and after.
 * @throws {MarkercheckError} `TOO_FEW_UNITS` under 20 units; `ARGUMENT_INVALID`, naming the argument.
 *
 * Formula: z_i = 2 sqrt(n_i) (asin sqrt(x_i/n_i) - asin sqrt(p0)); phi = mean of winsorised z²;
 * tau² = max(0, (I phi - (I-1)) / (sum w - sum w²/sum w)), w_i = 4 n_i. Winsorising replaces scores beyond
 * the given quantiles (R's type 7) by those quantiles.
 *
 * Source: Spiegelhalter DJ (2005) Handling over-dispersion of performance indicators. Qual Saf Health Care
 * 14:347-351, doi 10.1136/qshc.2005.013755; DerSimonian R, Laird N (1986) Control Clin Trials 7:177-188.
 */
export function overdispersion(
  units: readonly FunnelUnit[],
  options: OverdispersionOptions = {},
): Overdispersion {
  const { winsorise = 0.1 } = options;
  if (units.length < OVERDISPERSION_MINIMUM_UNITS) {
    throw new MarkercheckError(
      'TOO_FEW_UNITS',
      `units must number at least ${String(OVERDISPERSION_MINIMUM_UNITS)} for overdispersion to be estimated ` +
        `(got ${String(units.length)})`,
    );
  }
  units.forEach(({ x, n }, i) => {
    requireCountOf(x, n, `units[${String(i)}].x`, `units[${String(i)}].n`);
  });
  if (!(winsorise >= 0 && winsorise < 0.5)) {
    throw badArgument('winsorise', 'a number from 0 to under 0.5', winsorise);
  }
  const baseline = options.baseline ?? pooledProportion(units);
  requireProportion('baseline', baseline);
  return estimateOverdispersion(units, baseline, winsorise);
}

function pooledProportion(units: readonly FunnelUnit[]): number {
  const x = units.reduce((total, unit) => total + unit.x, 0);
  const n = units.reduce((total, unit) => total + unit.n, 0);
  return x / n;
}
