import type { Interval } from './interval.js';

/** One stratum of a weighted mean of proportions. */
export interface WeightedProportion {
  /** The stratum's share of the whole; the weights of all strata add up to 1. */
  readonly weight: number;
  /** The observed proportion, from 0 to 1. */
  readonly proportion: number;
  /** How many independent observations it is worth; Infinity where it is known without error. */
  readonly size: number;
}

const MOST_HALVINGS = 200;

/**
 * The likeliest proportion of one stratum when a multiplier pulls the weighted mean away from its estimate:
 * the root in [0, 1] of x/p - (n-x)/(1-p) = shift. A positive shift pulls towards 0.
 */
function pulled(proportion: number, n: number, shift: number): number {
  if (n === Infinity) return proportion;
  if (proportion === 0) return shift < -n ? 1 + n / shift : 0;
  if (proportion === 1) return shift > n ? n / shift : 1;
  const x = n * proportion;
  const root =
    shift > 0
      ? Math.sqrt((n - shift) ** 2 + 4 * shift * (n - x))
      : Math.sqrt((n + shift) ** 2 - 4 * shift * x);
  const s = n + shift;
  return s > 0 ? (2 * x) / (s + root) : (s - root) / (2 * shift);
}

/**
 * The score interval of a weighted mean of independent proportions.
 *
 * For each value P that the mean might have, the strata's likeliest proportions given P are found, the
 * variance is taken at those, and P is inside while |estimate - P| is at most z standard errors. For one
 * stratum this is Wilson's interval; it needs no continuity or zero-cell correction, for a stratum with
 * nothing found is allowed the rate that P implies for it.
 *
 * Source: the score method S0 of Martín Andrés A, Herranz Tejedor I, Álvarez Hernández M (2012) The optimal
 * method to make inferences about a linear combination of proportions. J Stat Comput Simul 82:123-135,
 * doi 10.1080/00949655.2010.530601; after Miettinen O, Nurminen M (1985) Stat Med 4:213-226.
 *
 * @internal
 */
export function weightedScoreInterval(strata: readonly WeightedProportion[], z: number): Interval {
  const estimate = strata.reduce((sum, s) => sum + s.weight * s.proportion, 0);
  const open = strata.filter((s) => s.size !== Infinity);

  const at = (multiplier: number) => {
    let mean = 0;
    let variance = 0;
    for (const { weight, proportion, size } of strata) {
      const p = pulled(proportion, size, multiplier * weight);
      mean += weight * p;
      variance += (weight * weight * p * (1 - p)) / size;
    }
    return { mean, outside: (estimate - mean) ** 2 > z * z * variance };
  };

  const limit = (towards: 1 | -1): number => {
    const scale = open.reduce((sum, s) => sum + s.size, 0);
    let inner = 0;
    let outer = towards * scale;
    while (Number.isFinite(outer) && !at(outer).outside) {
      inner = outer;
      outer *= 4;
    }
    for (let step = 0; step < MOST_HALVINGS; step += 1) {
      const middle = (inner + outer) / 2;
      if (middle === inner || middle === outer) break;
      if (at(middle).outside) outer = middle;
      else inner = middle;
    }
    return at(inner).mean;
  };

  return {
    low: open.every((s) => s.proportion === 0) ? estimate : limit(1),
    high: open.every((s) => s.proportion === 1) ? estimate : limit(-1),
  };
}
