import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidence, confidences, countOf } from './arbitraries.test-helper.js';
import { normalCriticalValue } from './normal-quantile.js';
import { wilsonInterval } from './wilson-interval.js';

describe('wilsonInterval', () => {
  it('holds the estimate and stays within 0 and 1', () => {
    fc.assert(
      fc.property(countOf, confidence, ({ x, n }, level) => {
        const { low, high } = wilsonInterval(x, n, level);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(x / n);
        expect(high).toBeGreaterThanOrEqual(x / n);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('widens with confidence', () => {
    fc.assert(
      fc.property(countOf, confidences, ({ x, n }, [less, more]) => {
        const inner = wilsonInterval(x, n, less);
        const outer = wilsonInterval(x, n, more);
        expect(outer.low).toBeLessThanOrEqual(inner.low);
        expect(outer.high).toBeGreaterThanOrEqual(inner.high);
      }),
    );
  });

  it('mirrors when found and not found change places', () => {
    fc.assert(
      fc.property(countOf, confidence, ({ x, n }, level) => {
        const { low, high } = wilsonInterval(x, n, level);
        const mirrored = wilsonInterval(n - x, n, level);
        expect(mirrored.low).toBeCloseTo(1 - high, 12);
        expect(mirrored.high).toBeCloseTo(1 - low, 12);
      }),
    );
  });

  it('ends where the score test just does not reject, found by bisection', () => {
    fc.assert(
      fc.property(countOf, confidence, ({ x, n }, level) => {
        const z = normalCriticalValue(level);
        const accepted = (p: number) => Math.abs(x / n - p) <= z * Math.sqrt((p * (1 - p)) / n);
        const limit = (end: number) => {
          let [inside, outside] = [x / n, end];
          for (let step = 0; step < 100; step += 1) {
            const middle = (inside + outside) / 2;
            if (accepted(middle)) inside = middle;
            else outside = middle;
          }
          return inside;
        };
        const { low, high } = wilsonInterval(x, n, level);
        expect(low).toBeCloseTo(limit(0), 12);
        expect(high).toBeCloseTo(limit(1), 12);
      }),
    );
  });

  it('is exactly 0 or 1 at the ends', () => {
    expect(wilsonInterval(0, 29).low).toBe(0);
    expect(wilsonInterval(29, 29).high).toBe(1);
    expect(wilsonInterval(0, 29).high).toBeLessThan(1);
    expect(wilsonInterval(29, 29).low).toBeGreaterThan(0);
  });

  it('takes 95% where no confidence is given', () => {
    expect(wilsonInterval(3, 17)).toEqual(wilsonInterval(3, 17, 0.95));
  });
});
