import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOf } from './arbitraries.test-helper.js';
import { funnelLimits } from './funnel-limits.js';
import { funnelPosition } from './funnel-position.js';
import { funnelZone } from './funnel-zone.js';
import { normalCriticalValue } from './normal-quantile.js';

describe('funnelZone', () => {
  it.each([
    [-3.1, 'below-99.8'],
    [-3.09, 'below-95'],
    [-1.9599, 'within'],
    [0, 'within'],
    [1.96, 'above-95'],
    [3.09024, 'above-99.8'],
    [Infinity, 'above-99.8'],
  ] as const)('of %d is %s', (z, zone) => {
    expect(funnelZone(z)).toBe(zone);
  });

  it('counts the limit itself as within', () => {
    expect(funnelZone(normalCriticalValue(0.95))).toBe('within');
    expect(funnelZone(-normalCriticalValue(0.95))).toBe('within');
  });
});

describe('funnelPosition', () => {
  it('agrees with the limits', () => {
    fc.assert(
      fc.property(countOf, fc.double({ min: 0.01, max: 0.99, noNaN: true }), ({ x, n }, p0) => {
        const { z, zone } = funnelPosition(x / n, n, p0);
        const usual = funnelLimits(p0, n, 0.95);
        const strict = funnelLimits(p0, n, 0.998);
        const p = x / n;
        expect(zone).toBe(
          p < strict.low
            ? 'below-99.8'
            : p < usual.low
              ? 'below-95'
              : p > strict.high
                ? 'above-99.8'
                : p > usual.high
                  ? 'above-95'
                  : 'within',
        );
        expect(Math.sign(z)).toBe(Math.sign(p - p0));
      }),
    );
  });
});
