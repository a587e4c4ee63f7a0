import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCriticalValue, normalQuantile } from './normal-quantile.js';

// Computed to 40 digits by root finding on the error function.
const REFERENCE: readonly (readonly [number, number])[] = [
  [1e-20, -9.26234008979840758],
  [1e-10, -6.3613409024040562],
  [0.001, -3.09023230616781354],
  [0.025, -1.95996398454005421],
  [0.25, -0.674489750196081743],
  [0.4, -0.253347103135799741],
  [0.5, 0],
  [0.975, 1.95996398454005386],
  [0.9999, 3.71901648545570839],
];

describe('normalQuantile', () => {
  it.each(REFERENCE)('of %d is %d', (p, z) => {
    expect(Math.abs(normalQuantile(p) - z)).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(z)));
  });

  it('is odd about one half and rises', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 0.5, maxExcluded: true, noNaN: true }), (p) => {
        expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 8);
        expect(normalQuantile(p)).toBeLessThan(normalQuantile(p * 1.001));
      }),
    );
  });

  it('undoes the integral of the density', () => {
    const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const integral = (to: number) => {
      const steps = 2000;
      const h = to / steps;
      let sum = density(0) + density(to);
      for (let i = 1; i < steps; i += 1) sum += (i % 2 === 0 ? 2 : 4) * density(i * h);
      return 0.5 + (sum * h) / 3;
    };
    for (let p = 0.51; p < 0.999; p += 0.007) {
      expect(Math.abs(integral(normalQuantile(p)) - p)).toBeLessThan(1e-12);
    }
  });
});

describe('normalCriticalValue', () => {
  it('is the exact quantile and not 1.96', () => {
    expect(normalCriticalValue(0.95)).toBeCloseTo(1.959963984540054, 14);
    expect(normalCriticalValue(0.998)).toBeCloseTo(3.090232306167813, 14);
  });
});
