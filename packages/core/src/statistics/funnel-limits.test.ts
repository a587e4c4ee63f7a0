import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidence, confidences, countOf } from './arbitraries.test-helper.js';
import { funnelLimits } from './funnel-limits.js';
import { wilsonInterval } from './wilson-interval.js';

const baseline = fc.double({ min: 0.01, max: 0.99, noNaN: true });

describe('funnelLimits', () => {
  it('leaves a unit outside just when its Wilson interval misses the baseline', () => {
    fc.assert(
      fc.property(countOf, baseline, confidence, ({ x, n }, p0, level) => {
        const limits = funnelLimits(p0, n, level);
        const own = wilsonInterval(x, n, level);
        // Right at the edge, rounding decides.
        fc.pre(Math.abs(own.low - p0) > 1e-9 && Math.abs(own.high - p0) > 1e-9);
        const outside = x / n < limits.low || x / n > limits.high;
        expect(outside).toBe(p0 < own.low || p0 > own.high);
      }),
    );
  });

  it('holds the baseline, narrows with n, widens with confidence and mirrors', () => {
    fc.assert(
      fc.property(countOf, baseline, confidences, ({ n }, p0, [less, more]) => {
        const { low, high } = funnelLimits(p0, n, less);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(p0);
        expect(high).toBeGreaterThanOrEqual(p0);
        expect(high).toBeLessThanOrEqual(1);
        expect(funnelLimits(p0, n + 1, less).low).toBeGreaterThanOrEqual(low);
        expect(funnelLimits(p0, n, more).high).toBeGreaterThanOrEqual(high);
        expect(funnelLimits(1 - p0, n, less).low).toBeCloseTo(1 - high, 12);
      }),
    );
  });
});
