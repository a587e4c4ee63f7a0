import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidences } from './arbitraries.test-helper.js';
import { byarInterval } from './byar-interval.js';

/** The chance of x or fewer events, summed term by term. */
function atMost(x: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let k = 1; k <= x; k += 1) {
    term *= mean / k;
    sum += term;
  }
  return sum;
}

/** The exact Poisson limit: the mean at which x or fewer have this chance. */
function exactMean(x: number, chance: number): number {
  let [low, high] = [0, 600];
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (atMost(x, middle) > chance) low = middle;
    else high = middle;
  }
  return low;
}

const count = fc.integer({ min: 0, max: 100_000 });

describe('byarInterval', () => {
  it('is within 1% of the exact Poisson limits from 10 events up', () => {
    for (const x of [10, 15, 30, 75, 150, 300]) {
      const { low, high } = byarInterval(x, 0.95);
      expect(low / exactMean(x - 1, 0.975)).toBeCloseTo(1, 2);
      expect(high / exactMean(x, 0.025)).toBeCloseTo(1, 2);
    }
  });

  it('holds the count and widens with confidence', () => {
    fc.assert(
      fc.property(count, confidences, (x, [less, more]) => {
        const inner = byarInterval(x, less);
        const outer = byarInterval(x, more);
        expect(inner.low).toBeGreaterThanOrEqual(0);
        expect(inner.low).toBeLessThanOrEqual(x);
        expect(inner.high).toBeGreaterThan(x);
        expect(outer.low).toBeLessThanOrEqual(inner.low);
        expect(outer.high).toBeGreaterThanOrEqual(inner.high);
      }),
    );
  });

  it('starts at 0 for no events, and never under it', () => {
    expect(byarInterval(0).low).toBe(0);
    expect(byarInterval(1, 0.9999).low).toBe(0);
  });

  it('scales to a rate', () => {
    const plain = byarInterval(12, 0.95);
    const rate = byarInterval(12, 0.95, { denominator: 48_000, multiplier: 1000 });
    expect(rate.low).toBeCloseTo((plain.low * 1000) / 48_000, 14);
    expect(rate.high).toBeCloseTo((plain.high * 1000) / 48_000, 14);
  });
});
