import type { Interval } from '../statistics/interval.js';
import { pulledShares } from './pulled-shares.js';
import { rootOf } from './root-of.js';

/** What was seen in one stratum of a sample without replacement: records with the property, without it, and not asked about. */
export interface RatioStratum {
  /** How many records the stratum has. */
  readonly population: number;
  readonly yes: number;
  readonly no: number;
  /** Reviewed records that the question is not about: only those with yes or no make up the rate. */
  readonly outside: number;
}

interface Part {
  readonly weight: number;
  /** The effective sample size; Infinity where every record was reviewed. */
  readonly size: number;
  readonly shares: readonly [yes: number, no: number, outside: number];
}

interface Moments {
  readonly mean: number;
  readonly variance: number;
}

const TRIALS = 60;

function partOf({ population, yes, no, outside }: RatioStratum, all: number): Part {
  const n = yes + no + outside;
  return {
    weight: population / all,
    size: n === population ? Infinity : (n * (population - 1)) / (population - n),
    shares: [yes / n, no / n, outside / n],
  };
}

/** Mean and variance of a score under given shares. */
function momentsOf(shares: readonly number[], scores: readonly number[]): Moments {
  let mean = 0;
  let square = 0;
  for (let k = 0; k < scores.length; k++) {
    const score = scores[k] ?? 0;
    mean += (shares[k] ?? 0) * score;
    square += (shares[k] ?? 0) * score * score;
  }
  return { mean, variance: Math.max(0, square - mean * mean) };
}

/**
 * The score interval of a rate whose denominator is itself estimated: of the records that the question is
 * about, the share with the property, in a stratified sample without replacement.
 *
 * A rate P is inside while the weighted total of "with the property" less P times the total that the
 * question is about is at most z standard errors from 0, at the strata's likeliest shares given P. For one
 * stratum, and where every record is asked about, it is the interval of `stratifiedEstimate`. It needs no
 * correction for zeros: a stratum where nothing was seen is allowed what P implies.
 *
 * Source: as `weightedScoreInterval` (Martín Andrés A, Herranz Tejedor I, Álvarez Hernández M (2012)), with
 * three answers in place of two; the ratio as a linear combination after Fieller EC (1954) J R Stat Soc B 16:175-185.
 */
export function ratioInterval(
  strata: readonly RatioStratum[],
  z: number,
): Interval & { readonly estimate: number } {
  const all = strata.reduce((sum, { population }) => sum + population, 0);
  const parts = strata.map((stratum) => partOf(stratum, all));
  const total = (k: 0 | 1) => parts.reduce((sum, { weight, shares }) => sum + weight * shares[k], 0);
  const estimate = total(0) / (total(0) + total(1));

  const at = (scores: readonly number[], multiplier: number): Moments => {
    let mean = 0;
    let variance = 0;
    for (const part of parts) {
      const of = momentsOf(pulledShares(part.size, part.shares, scores, multiplier * part.weight), scores);
      mean += part.weight * of.mean;
      if (part.size !== Infinity) variance += (part.weight ** 2 * of.variance) / part.size;
    }
    return { mean, variance };
  };

  /** Negative for rates that are inside, positive for those that are outside. */
  const beyond = (rate: number): number => {
    const scores = [1 - rate, -rate, 0];
    const seen = at(scores, 0).mean;
    if (seen === 0) return -1;
    const sign = Math.sign(seen);
    const mean = (multiplier: number) => at(scores, multiplier).mean;
    let far = sign;
    for (let trial = 0; mean(far) * sign > 0; trial++) {
      if (trial === TRIALS) return seen * seen;
      far *= 4;
    }
    const { variance } = at(scores, rootOf(mean, 0, far));
    return seen * seen - z * z * variance;
  };

  const limit = (end: 0 | 1): number => (beyond(end) <= 0 ? end : rootOf(beyond, estimate, end));

  const sum = (of: (stratum: RatioStratum) => number) => strata.reduce((so, stratum) => so + of(stratum), 0);
  const [yes, no] = [sum((s) => s.yes), sum((s) => s.no)];
  const open = sum((s) => s.population - s.yes - s.no - s.outside);
  return {
    estimate,
    low: Math.min(Math.max(limit(0), yes / (yes + no + open)), estimate),
    high: Math.max(Math.min(limit(1), (yes + open) / (yes + no + open)), estimate),
  };
}
