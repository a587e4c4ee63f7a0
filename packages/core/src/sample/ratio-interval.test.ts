import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCriticalValue } from '../statistics/normal-quantile.js';
import { stratifiedEstimate } from '../statistics/stratified-estimate.js';
import { wilsonInterval } from '../statistics/wilson-interval.js';
import { pulledShares } from './pulled-shares.js';
import { type RatioStratum, ratioInterval } from './ratio-interval.js';
import { rootOf } from './root-of.js';

const z = normalCriticalValue(0.95);

const stratum = (population: number, yes: number, no: number, outside: number): RatioStratum => ({
  population,
  yes,
  no,
  outside,
});

const anyStratum = (most: number) =>
  fc
    .tuple(fc.nat(30), fc.nat(30), fc.nat(most), fc.nat(2000))
    .filter(([yes, no, outside]) => yes + no + outside >= 2)
    .map(([yes, no, outside, more]) => stratum(yes + no + outside + more, yes, no, outside));

describe('ratioInterval', () => {
  it('is the interval of stratifiedEstimate where every record is asked about', () => {
    fc.assert(
      fc.property(fc.array(anyStratum(0), { minLength: 1, maxLength: 5 }), (strata) => {
        const plain = strata.map(({ population, yes, no }) => ({ population, n: yes + no, x: yes }));
        const expected = stratifiedEstimate(plain);
        const found = ratioInterval(strata, z);
        expect(found.estimate).toBeCloseTo(expected.estimate, 9);
        expect(found.low).toBeCloseTo(expected.low, 7);
        expect(found.high).toBeCloseTo(expected.high, 7);
      }),
    );
  });

  it('is Wilson’s interval of the records that are asked about, in one large stratum', () => {
    const { low, high } = wilsonInterval(10, 15);
    const found = ratioInterval([stratum(1e9, 10, 5, 85)], z);
    expect(found.low).toBeCloseTo(low, 6);
    expect(found.high).toBeCloseTo(high, 6);
  });

  it('weighs the strata by the records that they stand for', () => {
    // Worked by hand: yes 100 * 4/20 + 900 * 9/30 = 290, no 100 * 12/20 + 900 * 1/30 = 90.
    const { estimate, low, high } = ratioInterval([stratum(100, 4, 12, 4), stratum(900, 9, 1, 20)], z);
    expect(estimate).toBeCloseTo(290 / 380, 12);
    expect(low).toBeLessThan(estimate);
    expect(high).toBeGreaterThan(estimate);
  });

  it('closes on the estimate where every record was reviewed', () => {
    const found = ratioInterval([stratum(20, 6, 2, 12), stratum(5, 1, 1, 3)], z);
    for (const value of [found.low, found.estimate, found.high]) expect(value).toBeCloseTo(0.7, 12);
  });

  it('lets a large stratum where nothing was found hold what its size leaves open', () => {
    // Up to 1% of 100,000 records may be of the other kind: the rate is as good as unknown.
    const { low, high } = ratioInterval([stratum(60, 50, 2, 3), stratum(100_000, 0, 0, 300)], z);
    expect(low).toBeLessThan(0.1);
    expect(high).toBeGreaterThan(0.99);
  });

  it('holds its estimate, and grows with the confidence', () => {
    fc.assert(
      fc.property(fc.array(anyStratum(40), { minLength: 1, maxLength: 4 }), (strata) => {
        fc.pre(strata.some(({ yes, no }) => yes + no > 0));
        const narrow = ratioInterval(strata, 1);
        const wide = ratioInterval(strata, 2.5);
        expect(narrow.low).toBeLessThanOrEqual(narrow.estimate);
        expect(narrow.high).toBeGreaterThanOrEqual(narrow.estimate);
        expect(wide.low).toBeLessThanOrEqual(narrow.low + 1e-9);
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high - 1e-9);
        expect(wide.low).toBeGreaterThanOrEqual(0);
        expect(wide.high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('pulledShares', () => {
  const scores = [0.4, -0.6, 0];

  it.each([
    [[0.2, 0.3, 0.5], 15],
    [[0.2, 0.3, 0.5], -40],
    [[1, 0, 0], 500],
    [[0, 0, 1], 500],
    [[0, 0, 1], 5],
    [[0.5, 0, 0.5], 900],
  ])('are the likeliest shares with their mean: %j pulled by %d', (seen, pull) => {
    const size = 100;
    const shares = pulledShares(size, seen, scores, pull);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    const mean = (of: readonly number[]) => of.reduce((sum, share, k) => sum + share * scores[k]!, 0);
    const likelihood = (of: readonly number[]) =>
      seen.reduce((sum, share, k) => (share === 0 ? sum : sum + size * share * Math.log(of[k]!)), 0);
    // Any other shares with the same mean are less likely: move along the one free direction.
    for (const step of [1e-4, -1e-4]) {
      const other = [shares[0]! + 0.6 * step, shares[1]! + 0.4 * step, shares[2]! - step];
      expect(mean(other)).toBeCloseTo(mean(shares), 12);
      if (other.some((share) => share < 0)) continue;
      expect(likelihood(other)).toBeLessThan(likelihood(shares));
    }
  });
});

describe('rootOf', () => {
  it.each([
    [(x: number) => x * x - 2, 0, 2, Math.SQRT2],
    [(x: number) => Math.exp(x) - 1, -5, 30, 0],
    [(x: number) => (x - 0.3) ** 9, 0, 1, 0.3],
    [(x: number) => 1e9 * (x - 1e-6), 0, 1, 1e-6],
  ])('finds it: %s', (f, from, to, expected) => {
    expect(Math.abs(rootOf(f, from, to) - expected)).toBeLessThan(expected === 0.3 ? 1e-2 : 1e-10);
  });
});
