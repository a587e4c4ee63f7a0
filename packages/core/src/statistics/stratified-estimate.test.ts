import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidence, confidences } from './arbitraries.test-helper.js';
import { normalCriticalValue } from './normal-quantile.js';
import { type SampleStratum, stratifiedEstimate } from './stratified-estimate.js';

const stratum = fc
  .tuple(fc.integer({ min: 2, max: 5000 }), fc.nat(), fc.nat())
  .map(([population, size, found]): SampleStratum => {
    const n = 2 + (size % (population - 1));
    return { population, n, x: found % (n + 1) };
  });
const strata = fc.array(stratum, { minLength: 1, maxLength: 8 });

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i += 1) ways = (ways * (n - k + i)) / i;
  return ways;
}

/** Each possible count of marked records in a draw, with its chance. */
function draws(population: number, marked: number, n: number): { x: number; chance: number }[] {
  return Array.from({ length: n + 1 }, (_, x) => ({
    x,
    chance:
      x > marked || n - x > population - marked
        ? 0
        : (choose(marked, x) * choose(population - marked, n - x)) / choose(population, n),
  })).filter(({ chance }) => chance > 0);
}

describe('stratifiedEstimate', () => {
  it('has the right mean and standard error over every sample there is', () => {
    const known = [
      { population: 7, marked: 3, n: 4 },
      { population: 5, marked: 1, n: 2 },
      { population: 3, marked: 2, n: 3 },
    ] as const;
    const truth = 6 / 15;
    let mean = 0;
    let spread = 0;
    let claimed = 0;
    for (const a of draws(7, 3, 4)) {
      for (const b of draws(5, 1, 2)) {
        const found = stratifiedEstimate([
          { ...known[0], x: a.x },
          { ...known[1], x: b.x },
          { ...known[2], x: 2 },
        ]);
        const chance = a.chance * b.chance;
        mean += chance * found.estimate;
        spread += chance * (found.estimate - truth) ** 2;
        claimed += chance * found.standardError ** 2;
      }
    }
    expect(mean).toBeCloseTo(truth, 13);
    expect(claimed).toBeCloseTo(spread, 13);
  });

  it("is Wilson's interval on the effective sample size for a simple sample", () => {
    fc.assert(
      fc.property(stratum, confidence, (one, level) => {
        const { population, n, x } = one;
        fc.pre(n < population);
        const z = normalCriticalValue(level);
        const size = (n * (population - 1)) / (population - n);
        const p = x / n;
        const centre = (p + (z * z) / (2 * size)) / (1 + (z * z) / size);
        const reach =
          (z * Math.sqrt((p * (1 - p)) / size + (z * z) / (4 * size * size))) / (1 + (z * z) / size);
        const { estimate, low, high } = stratifiedEstimate([one], level);
        expect(estimate).toBe(p);
        expect(low).toBeCloseTo(Math.max(centre - reach, x / population), 11);
        expect(high).toBeCloseTo(Math.min(centre + reach, 1 - (n - x) / population), 11);
      }),
    );
  });

  it('is the plain share, without error, where all was reviewed', () => {
    const whole = stratifiedEstimate([
      { population: 40, n: 40, x: 3 },
      { population: 60, n: 60, x: 9 },
    ]);
    expect(whole).toMatchObject({ standardError: 0, population: 100, n: 100 });
    expect(whole.estimate).toBeCloseTo(0.12, 15);
    expect(whole.low).toBe(whole.estimate);
    expect(whole.high).toBe(whole.estimate);
  });

  it('keeps within what the reviewed records prove', () => {
    const { low, high } = stratifiedEstimate([{ population: 100, n: 95, x: 1 }]);
    expect(low).toBeGreaterThanOrEqual(0.01);
    expect(high).toBeLessThanOrEqual(0.06);
  });

  it('does not call nothing found nothing there', () => {
    const { estimate, standardError, low, high } = stratifiedEstimate([
      { population: 5000, n: 100, x: 0 },
      { population: 3000, n: 100, x: 0 },
    ]);
    expect([estimate, standardError, low]).toEqual([0, 0, 0]);
    expect(high).toBeGreaterThan(0.015);
    expect(high).toBeLessThan(0.04);
  });

  it('holds the estimate, mirrors, and widens with confidence', () => {
    fc.assert(
      fc.property(strata, confidences, (some, [less, more]) => {
        const inner = stratifiedEstimate(some, less);
        const outer = stratifiedEstimate(some, more);
        expect(inner.low).toBeLessThanOrEqual(inner.estimate);
        expect(inner.high).toBeGreaterThanOrEqual(inner.estimate);
        expect(outer.low).toBeLessThanOrEqual(inner.low + 1e-15);
        expect(outer.high).toBeGreaterThanOrEqual(inner.high - 1e-15);
        const mirrored = stratifiedEstimate(
          some.map((s) => ({ ...s, x: s.n - s.x })),
          less,
        );
        expect(mirrored.low).toBeCloseTo(1 - inner.high, 10);
        expect(mirrored.high).toBeCloseTo(1 - inner.low, 10);
        expect(mirrored.standardError).toBeCloseTo(inner.standardError, 12);
      }),
    );
  });
});
