import { badArgument, DEFAULT_CONFIDENCE, requireCountOf } from './arguments.js';
import type { Interval } from './interval.js';
import { normalCriticalValue } from './normal-quantile.js';
import { MarkercheckError } from '../model/errors.js';
import { weightedScoreInterval } from './weighted-score-interval.js';

/** One stratum, such as an offence class and age band. */
export interface StandardisationStratum {
  /** How many have the property: a whole number from 0 to n. */
  readonly x: number;
  /** The stratum's denominator: a whole number of at least 1. */
  readonly n: number;
  /** The stratum's size in the reference mix, in any unit; above 0. Divided by the sum over strata. */
  readonly weight: number;
}

/** A directly standardised rate with its limits, each a proportion from 0 to 1. */
export interface StandardisedRate extends Interval {
  /** The rate the unit would have with the reference mix, its own rates in each stratum kept. */
  readonly rate: number;
  /** The standard error of the rate, each stratum's rate taken as observed. */
  readonly standardError: number;
}

/**
 * The directly standardised rate: the strata's own rates, weighted by a fixed reference mix.
 *
 * An empty stratum is refused: leaving it out would change the reference mix for that unit alone, and any
 * rate put in its place would be invented. Merge strata, or do not standardise that unit.
 *
 * The interval is the score interval for a weighted mean of binomial proportions, which for one stratum is
 * Wilson's. The usual interval of public health rates (Dobson's with Byar's) takes counts as Poisson and is
 * far too wide for proportions near 1, as compliance often is.
 *
 * @param strata - One or more strata, each with x out of n and a reference weight.
 * @param confidence - Between 0 and 1, both excluded. Default 0.95.
 * @returns The rate, its standard error and limits, as proportions.
 * @throws {MarkercheckError} `EMPTY_STRATUM` where n is 0; `ARGUMENT_INVALID`, naming the argument.
 *
 * Formula: sum w_k x_k/n_k with sum w_k = 1; standard error sqrt(sum w_k² p_k(1-p_k)/n_k); limits where
 * (rate - P)² = z² sum w_k² p_k(P)(1-p_k(P))/n_k, p_k(P) the likeliest rates whose weighted mean is P.
 *
 * Source: Keyfitz N (1966) Sampling variance of standardized mortality rates. Hum Biol 38:309-317;
 * interval: Martín Andrés A, Herranz Tejedor I, Álvarez Hernández M (2012) J Stat Comput Simul 82:123-135.
 */
export function directlyStandardisedRate(
  strata: readonly StandardisationStratum[],
  confidence: number = DEFAULT_CONFIDENCE,
): StandardisedRate {
  const z = normalCriticalValue(confidence);
  if (strata.length === 0) {
    throw new MarkercheckError('ARGUMENT_INVALID', 'strata must hold at least 1 stratum (got 0)');
  }
  strata.forEach(requireStratum);
  const total = strata.reduce((sum, { weight }) => sum + weight, 0);
  const parts = strata.map(({ x, n, weight }) => ({
    weight: weight / total,
    proportion: x / n,
    size: n,
  }));
  const rate = parts.reduce((sum, s) => sum + s.weight * s.proportion, 0);
  const variance = parts.reduce(
    (sum, { weight, proportion: p, size }) => sum + (weight * weight * p * (1 - p)) / size,
    0,
  );
  return {
    rate,
    standardError: Math.sqrt(variance),
    ...weightedScoreInterval(parts, z),
  };
}

function requireStratum({ x, n, weight }: StandardisationStratum, i: number): void {
  const name = `strata[${String(i)}]`;
  if (n === 0) {
    throw new MarkercheckError(
      'EMPTY_STRATUM',
      `${name}.n must be at least 1: an empty stratum has no rate to standardise (got 0)`,
    );
  }
  requireCountOf(x, n, `${name}.x`, `${name}.n`);
  if (!(Number.isFinite(weight) && weight > 0)) {
    throw badArgument(`${name}.weight`, 'a number above 0', weight);
  }
}
