import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { describe, expect, it } from 'vitest';
import type { Interval } from './interval.js';
import { normalCriticalValue } from './normal-quantile.js';
import { type SampleStratum, stratifiedEstimate } from './stratified-estimate.js';

/** A stratum whose truth is known: how many records it has, how many are marked, how many are drawn. */
interface KnownStratum {
  readonly population: number;
  readonly marked: number;
  readonly n: number;
}

interface Design {
  readonly name: string;
  readonly strata: readonly KnownStratum[];
}

const DRAWS = 2000;
const SEED = 20261121;

function stratum(population: number, marked: number, n: number): KnownStratum {
  return { population, marked, n };
}

const DESIGNS: readonly Design[] = [
  { name: 'simple, 50%', strata: [stratum(1000, 500, 278)] },
  { name: 'simple, 35%', strata: [stratum(4000, 1400, 200)] },
  { name: 'simple, 97%', strata: [stratum(3000, 2910, 250)] },
  { name: 'simple, 10%, half drawn', strata: [stratum(300, 30, 150)] },
  { name: 'simple, rare 3%', strata: [stratum(5000, 150, 300)] },
  { name: 'simple, rare 2%', strata: [stratum(2000, 40, 400)] },
  { name: 'simple, rare 1%', strata: [stratum(10_000, 100, 800)] },
  {
    name: 'stratified, proportional, 20 to 60%',
    strata: [
      stratum(2000, 400, 100),
      stratum(1000, 300, 50),
      stratum(3000, 1500, 150),
      stratum(500, 300, 25),
    ],
  },
  {
    name: 'stratified, equal, sizes 100 to 5000',
    strata: [
      stratum(100, 30, 60),
      stratum(5000, 2500, 60),
      stratum(800, 80, 60),
      stratum(2000, 400, 60),
      stratum(300, 240, 60),
    ],
  },
  {
    name: 'stratified, optimum, findings and passes',
    strata: [stratum(400, 340, 100), stratum(20_000, 200, 600)],
  },
  {
    name: 'stratified, one stratum reviewed whole',
    strata: [stratum(60, 48, 60), stratum(3000, 90, 250)],
  },
  {
    name: 'stratified, proportional, rare 2%',
    strata: [stratum(4000, 80, 200), stratum(2000, 20, 100), stratum(1000, 35, 50), stratum(3000, 65, 150)],
  },
  {
    name: 'stratified, equal, rare 2%',
    strata: [
      stratum(3000, 60, 100),
      stratum(1500, 45, 100),
      stratum(900, 9, 100),
      stratum(2500, 50, 100),
      stratum(400, 12, 100),
    ],
  },
  {
    name: 'stratified, rare 1%, one stratum without any',
    strata: [stratum(6000, 60, 400), stratum(2000, 0, 100), stratum(1500, 30, 200)],
  },
];

function drawn(rng: RandomGenerator, { population, marked, n }: KnownStratum): number {
  let left = marked;
  for (let i = 0; i < n; i += 1) {
    if (uniformInt(rng, 1, population - i) <= left) left -= 1;
  }
  return marked - left;
}

function truthOf(strata: readonly KnownStratum[]): number {
  const total = (of: (s: KnownStratum) => number) => strata.reduce((sum, s) => sum + of(s), 0);
  return total((s) => s.marked) / total((s) => s.population);
}

type Method = (strata: readonly SampleStratum[]) => Interval;

/** The share of draws whose 95% interval holds the truth, for each method over the same draws. */
function coverages(
  strata: readonly KnownStratum[],
  methods: readonly Method[],
  seed: number,
): readonly number[] {
  const rng = xoroshiro128plus(seed);
  const truth = truthOf(strata);
  const held = methods.map(() => 0);
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const sample = strata.map((s) => ({ population: s.population, n: s.n, x: drawn(rng, s) }));
    methods.forEach((method, m) => {
      if (holds(method(sample), truth)) held[m] = (held[m] ?? 0) + 1;
    });
  }
  return held.map((count) => count / DRAWS);
}

/** Limits and truth are sums in different orders, which rounding could tell apart. */
function holds({ low, high }: Interval, truth: number): boolean {
  return low <= truth + 1e-12 && truth <= high + 1e-12;
}

function coverage(strata: readonly KnownStratum[], seed: number): number {
  return coverages(strata, [stratifiedEstimate], seed)[0] ?? Number.NaN;
}

/** The normal interval: estimate -/+ z standard errors. */
const normal: Method = (sample) => {
  const { estimate, standardError } = stratifiedEstimate(sample);
  const reach = normalCriticalValue(0.95) * standardError;
  return { low: estimate - reach, high: estimate + reach };
};

/** Wilson's interval on the effective sample size p(1-p)/SE², and on n where nothing varies. */
const wilsonOnEffectiveSize: Method = (sample) => {
  const { estimate: p, standardError, n } = stratifiedEstimate(sample);
  const size = standardError > 0 ? (p * (1 - p)) / standardError ** 2 : n;
  const z = normalCriticalValue(0.95);
  const centre = (p + (z * z) / (2 * size)) / (1 + (z * z) / size);
  const reach = (z * Math.sqrt((p * (1 - p)) / size + (z * z) / (4 * size * size))) / (1 + (z * z) / size);
  return { low: centre - reach, high: centre + reach };
};

/** The strata's Wilson limits joined by the sum of squares, as Newcombe joins two. */
const mover: Method = (sample) => {
  const { estimate, population } = stratifiedEstimate(sample);
  const squares = { low: 0, high: 0 };
  for (const one of sample) {
    const own = stratifiedEstimate([one]);
    const weight = one.population / population;
    squares.low += (weight * (own.estimate - own.low)) ** 2;
    squares.high += (weight * (own.high - own.estimate)) ** 2;
  }
  return { low: estimate - Math.sqrt(squares.low), high: estimate + Math.sqrt(squares.high) };
};

/** A design nobody chose: sizes, rates and shares drawn by lot, with 5 or more of the property expected. */
function designByLot(
  rng: RandomGenerator,
  highestRate: number,
  fewestStrata: number,
): readonly KnownStratum[] {
  for (;;) {
    const rate = uniformInt(rng, 10, 1000 * highestRate) / 1000;
    const strata = Array.from({ length: uniformInt(rng, fewestStrata, 8) }, () => {
      const population = uniformInt(rng, 100, 5000);
      const marked = Math.round((population * rate * uniformInt(rng, 0, 200)) / 100);
      return stratum(population, marked, Math.min(uniformInt(rng, 10, 150), population >> 1));
    });
    const expected = strata.reduce((sum, s) => sum + (s.n * s.marked) / s.population, 0);
    if (expected >= 5) return strata;
  }
}

function within(share: number): boolean {
  return share >= 0.93 && share <= 0.97;
}

describe(`coverage of the 95% interval over ${String(DRAWS)} seeded draws`, () => {
  it.each(DESIGNS)('$name: 93 to 97%', ({ strata }) => {
    const share = coverage(strata, SEED);
    expect(share).toBeGreaterThanOrEqual(0.93);
    expect(share).toBeLessThanOrEqual(0.97);
  });

  it('is 93 to 97% for 19 of 20 designs by lot, and never under 92%', () => {
    const rng = xoroshiro128plus(SEED);
    const shares = Array.from({ length: 100 }, (_, i) => coverage(designByLot(rng, 0.3, 1), SEED + 1 + i));
    expect(shares.filter(within).length).toBeGreaterThanOrEqual(95);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.92);
  });

  it('is nearer for rare properties in uneven samples than the other intervals give', () => {
    const rng = xoroshiro128plus(SEED);
    const methods = [stratifiedEstimate, wilsonOnEffectiveSize, mover, normal];
    const shares = Array.from({ length: 60 }, (_, i) =>
      coverages(designByLot(rng, 0.05, 2), methods, SEED + 1 + i),
    );
    const of = (method: number) => shares.map((row) => row[method] ?? Number.NaN);
    const [ours = 0, ...others] = methods.map((_, m) => of(m).filter(within).length / shares.length);
    expect(ours).toBeGreaterThanOrEqual(0.9);
    for (const other of others) expect(other).toBeLessThan(ours - 0.1);
    expect(Math.min(...of(0))).toBeGreaterThanOrEqual(0.92);
  });
});

describe('exact coverage of the 95% interval for simple samples', () => {
  /** The chance that the interval holds the truth, summed over every sample there is. */
  function exactCoverage(population: number, marked: number, limits: readonly Interval[]): number {
    const n = limits.length - 1;
    let logChance = 0;
    for (let i = 0; i < n; i += 1) {
      logChance += Math.log((population - marked - i) / (population - i));
    }
    let chance = Math.exp(logChance);
    let covered = 0;
    limits.forEach((limit, x) => {
      if (holds(limit, marked / population)) covered += chance;
      chance *= ((marked - x) * (n - x)) / ((x + 1) * (population - marked - n + x + 1));
    });
    return covered;
  }

  const exact: { readonly expected: number; readonly share: number }[] = [];
  for (const population of [500, 1000, 2000, 5000, 20_000]) {
    for (const n of [50, 100, 200, 300, 400]) {
      // Past one half, it is the few records left unseen that make coverage swing.
      if (n > population / 2) continue;
      const limits = Array.from({ length: n + 1 }, (_, x) => stratifiedEstimate([{ population, n, x }]));
      for (let expected = 2; expected <= n / 3; expected *= 1.07) {
        const marked = Math.round((expected * population) / n);
        if (marked + n > population) break;
        exact.push({ expected: (marked * n) / population, share: exactCoverage(population, marked, limits) });
      }
    }
  }
  const between = (least: number, under: number) =>
    exact.filter(({ expected }) => expected >= least && expected < under).map(({ share }) => share);
  const mean = (shares: readonly number[]) => shares.reduce((a, b) => a + b, 0) / shares.length;

  it.each([
    { least: 2, under: 5, share: 0.75, low: 0.9, high: 0.995 },
    { least: 5, under: 10, share: 0.95, low: 0.915, high: 0.975 },
    { least: 10, under: Infinity, share: 1, low: 0.93, high: 0.97 },
  ])('with $least to $under of the property expected', ({ least, under, share, low, high }) => {
    const shares = between(least, under);
    expect(shares.length).toBeGreaterThan(100);
    expect(shares.filter(within).length / shares.length).toBeGreaterThanOrEqual(share);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(low);
    expect(Math.max(...shares)).toBeLessThanOrEqual(high);
    expect(mean(shares)).toBeGreaterThan(0.948);
    expect(mean(shares)).toBeLessThan(0.96);
  });
});
