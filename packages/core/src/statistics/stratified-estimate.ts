import { badArgument, DEFAULT_CONFIDENCE, requireCountOf, requireWhole } from './arguments.js';
import type { Interval } from './interval.js';
import { normalCriticalValue } from './normal-quantile.js';
import { MarkercheckError } from '../model/errors.js';
import { weightedScoreInterval } from './weighted-score-interval.js';

/** One stratum of a sample drawn without replacement. */
export interface SampleStratum {
  /** How many records the stratum has: a whole number of at least 1. */
  readonly population: number;
  /** How many of them were reviewed: at least 2, or all of them. */
  readonly n: number;
  /** How many of those reviewed have the property: a whole number from 0 to n. */
  readonly x: number;
}

/** An estimated proportion of a finite population with its limits, each from 0 to 1. */
export interface StratifiedEstimate extends Interval {
  /** The estimated proportion of the population that has the property. */
  readonly estimate: number;
  /** The standard error of the estimate, with finite population correction. */
  readonly standardError: number;
  /** How many records the strata have together. */
  readonly population: number;
  /** How many were reviewed together. */
  readonly n: number;
}

/**
 * The proportion of a finite population that has a property, from a stratified sample without replacement.
 * A simple random sample is one stratum.
 *
 * Interval: the score interval of the weighted mean, with each stratum's n first raised to n(N-1)/(N-n) for
 * the finite population, and the limits kept within what the reviewed records prove. For one stratum it is
 * Wilson's interval on the effective sample size.
 *
 * Why this one: its 95% interval covers the truth 93 to 97% of the time in simple and stratified designs,
 * rare properties included, as long as about 5 or more of the property are expected in the sample: all of
 * 100 designs by lot, and 59 of 60 with a rare property and unevenly sampled strata. Of those 60, Newcombe's
 * sum of squares (MOVER) keeps to it in 35, Wilson's interval on the effective size p(1-p)/SE² in 33 and
 * estimate -/+ z standard errors in 7, falling to 90, 74 and 61% at worst. With 2 to 5 expected, so few counts
 * are possible that the coverage of any interval swings with the exact rate: here 91 to 99%, and 96% on
 * average. Measured over 2,000 seeded draws a design, or summed exactly, in
 * `stratified-estimate.slow.test.ts`.
 *
 * The standard error is reported as the formula gives it; the limits are not estimate -/+ z standard errors.
 *
 * @param strata - One or more strata, each reviewed in part or whole. None may be unreviewed: nothing is
 * known of it. `sampleSize` says how many would do.
 * @param confidence - Between 0 and 1, both excluded. Default 0.95.
 * @returns Estimate, standard error and limits, as proportions, with the totals.
 * @throws {MarkercheckError} `EMPTY_STRATUM` where a stratum has no reviewed record; `TOO_FEW_UNITS` where it
 * has one of several, from which no spread can be told; `ARGUMENT_INVALID`, naming the argument.
 *
 * Formula: p = sum W_h p_h, W_h = N_h/N; standard error sqrt(sum W_h² (1 - n_h/N_h) p_h(1-p_h)/(n_h-1));
 * limits where (p - P)² = z² sum W_h² p_h(P)(1-p_h(P)) (N_h-n_h)/((N_h-1) n_h), p_h(P) the likeliest rates
 * whose weighted mean is P.
 *
 * Source: Cochran WG (1977) Sampling Techniques, 3rd edition, chapter 5; interval: Martín Andrés A, Herranz
 * Tejedor I, Álvarez Hernández M (2012) J Stat Comput Simul 82:123-135; MOVER: Zou GY, Huang W, Zhang X (2009)
 * Comput Stat Data Anal 53:1080-1085.
 */
export function stratifiedEstimate(
  strata: readonly SampleStratum[],
  confidence: number = DEFAULT_CONFIDENCE,
): StratifiedEstimate {
  const z = normalCriticalValue(confidence);
  if (strata.length === 0) {
    throw new MarkercheckError('ARGUMENT_INVALID', 'strata must hold at least 1 stratum (got 0)');
  }
  strata.forEach(requireStratum);
  const population = total(strata, (s) => s.population);
  const parts = strata.map((s) => ({
    weight: s.population / population,
    proportion: s.x / s.n,
    size: s.n === s.population ? Infinity : (s.n * (s.population - 1)) / (s.population - s.n),
  }));
  const score = weightedScoreInterval(parts, z);
  const estimate = parts.reduce((sum, s) => sum + s.weight * s.proportion, 0);
  const found = total(strata, (s) => s.x) / population;
  const notFound = total(strata, (s) => s.n - s.x) / population;
  return {
    estimate,
    standardError: Math.sqrt(total(strata, (s) => varianceOf(s, s.population / population))),
    // What the reviewed records prove, and the estimate itself, are the same sums in another order:
    // the estimate goes last, so that rounding cannot put it outside its own limits.
    low: Math.min(Math.max(score.low, found), estimate),
    high: Math.max(Math.min(score.high, 1 - notFound), estimate),
    population,
    n: total(strata, (s) => s.n),
  };
}

function varianceOf({ population, n, x }: SampleStratum, weight: number): number {
  if (n === population) return 0;
  const p = x / n;
  return (weight * weight * (1 - n / population) * p * (1 - p)) / (n - 1);
}

function total(strata: readonly SampleStratum[], of: (stratum: SampleStratum) => number): number {
  return strata.reduce((sum, stratum) => sum + of(stratum), 0);
}

function requireStratum({ population, n, x }: SampleStratum, i: number): void {
  const name = `strata[${String(i)}]`;
  requireWhole(`${name}.population`, population, 1);
  if (n === 0) {
    throw new MarkercheckError(
      'EMPTY_STRATUM',
      `${name}.n must be at least 1: nothing is known of a stratum with no reviewed record (got 0)`,
    );
  }
  requireCountOf(x, n, `${name}.x`, `${name}.n`);
  if (n > population) {
    throw badArgument(
      `${name}.n`,
      `at most ${name}.population`,
      n,
      `, the population is ${String(population)}`,
    );
  }
  if (n === 1 && population > 1) {
    throw new MarkercheckError(
      'TOO_FEW_UNITS',
      `${name}.n must be at least 2 for an interval, or the whole stratum (got 1 of ${String(population)})`,
    );
  }
}
