/** A stratum as its share of a sample is worked out. */
export interface AllocationStratum {
  /** Records that can be drawn. */
  readonly population: number;
  /** How much they are expected to differ: the standard deviation of what is to be estimated. */
  readonly spread: number;
}

const HALVINGS = 200;

/**
 * How many records each stratum gives: in proportion to population times spread (Neyman's optimum; with
 * equal spreads, proportional), no stratum under the minimum or over its population. Where the minimums
 * alone need more than the total, the total grows.
 *
 * Source: Cochran WG (1977) Sampling Techniques, 3rd edition, section 5.5.
 */
export function allocate(
  strata: readonly AllocationStratum[],
  total: number,
  minimum: number,
): readonly number[] {
  const floors = strata.map(({ population }) => Math.min(population, minimum));
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const populations = strata.map(({ population }) => population);
  const wanted = Math.min(Math.max(total, sum(floors)), sum(populations));
  const weights = strata.map(({ population, spread }) => population * spread);
  const least = Math.min(...weights.filter((weight) => weight > 0));
  if (!Number.isFinite(least)) return floors;

  const shares = (factor: number) =>
    strata.map(({ population }, i) =>
      Math.min(population, Math.max(floors[i] ?? 0, factor * (weights[i] ?? 0))),
    );
  let [low, high] = [0, Math.max(...populations) / least];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2;
    if (sum(shares(middle)) < wanted) low = middle;
    else high = middle;
  }
  return wholeNumbers(shares(high), populations, wanted);
}

/** Whole numbers with the given sum: the largest fractions are rounded up first, of equal ones the first. */
function wholeNumbers(
  shares: readonly number[],
  populations: readonly number[],
  wanted: number,
): readonly number[] {
  const sizes = shares.map((share) => Math.floor(share + 1e-9));
  const byFraction = shares
    .map((share, index) => ({ index, fraction: share - (sizes[index] ?? 0) }))
    .toSorted((a, b) => b.fraction - a.fraction || a.index - b.index);
  let missing = wanted - sizes.reduce((all, size) => all + size, 0);
  while (missing > 0) {
    let given = 0;
    for (const { index } of byFraction) {
      if (missing === 0) break;
      if ((sizes[index] ?? 0) >= (populations[index] ?? 0)) continue;
      sizes[index] = (sizes[index] ?? 0) + 1;
      missing--;
      given++;
    }
    if (given === 0) break;
  }
  return sizes;
}
