import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCriticalValue } from './normal-quantile.js';
import { sampleSize } from './sample-size.js';

const population = fc.integer({ min: 1, max: 1_000_000 });
const margin = fc.integer({ min: 5, max: 200 }).map((t) => t / 1000);
const proportion = fc.integer({ min: 1, max: 99 }).map((t) => t / 100);

describe('sampleSize', () => {
  it('takes 95% and one half where nothing is said', () => {
    expect(sampleSize({ population: 2800, margin: 0.05 })).toBe(338);
  });

  it('rounds to the nearest, or up where asked', () => {
    expect(sampleSize({ population: 1200, margin: 0.05 })).toBe(291);
    expect(sampleSize({ population: 1200, margin: 0.05, rounding: 'up' })).toBe(292);
  });

  it('is never none', () => {
    expect(sampleSize({ population: 1000, margin: 0.9, proportion: 0.01 })).toBe(1);
  });

  it('keeps the margin when rounded up, as one record fewer would not', () => {
    fc.assert(
      fc.property(population, margin, proportion, (N, d, p) => {
        const z = normalCriticalValue(0.95);
        const reach = (n: number) => z * Math.sqrt(((p * (1 - p)) / n) * (N === 1 ? 0 : (N - n) / (N - 1)));
        const n = sampleSize({ population: N, margin: d, proportion: p, rounding: 'up' });
        expect(reach(n)).toBeLessThanOrEqual(d * (1 + 1e-9));
        if (n > 1) expect(reach(n - 1)).toBeGreaterThan(d * (1 - 1e-9));
      }),
    );
  });

  it('is from 1 to the population, and grows with it, with confidence and as the margin narrows', () => {
    fc.assert(
      fc.property(population, margin, proportion, (N, d, p) => {
        const n = sampleSize({ population: N, margin: d, proportion: p });
        expect(n).toBeGreaterThanOrEqual(1);
        expect(n).toBeLessThanOrEqual(N);
        expect(sampleSize({ population: N + 1, margin: d, proportion: p })).toBeGreaterThanOrEqual(n);
        expect(sampleSize({ population: N, margin: d / 2, proportion: p })).toBeGreaterThanOrEqual(n);
        expect(
          sampleSize({ population: N, margin: d, proportion: p, confidence: 0.99 }),
        ).toBeGreaterThanOrEqual(n);
        expect(sampleSize({ population: Infinity, margin: d, proportion: p })).toBeGreaterThanOrEqual(n);
        expect(sampleSize({ population: N, margin: d, proportion: 1 - p })).toBe(n);
      }),
    );
  });
});
