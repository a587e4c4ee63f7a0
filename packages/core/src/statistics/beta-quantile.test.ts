import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaQuantile } from './beta-quantile.js';

// Computed to 17 digits by bisection in 30-digit arithmetic; the last two by another library, to 13.
const REFERENCE: readonly (readonly [number, number, number, number, number])[] = [
  [0.025, 1, 29, 0.00087264688357992204, 1e-13],
  [0.025, 7, 14, 0.15390920478454116, 1e-13],
  [0.025, 81, 183, 0.25273674558527116, 1e-13],
  [0.05, 0.5, 0.5, 0.0061558297024311376, 1e-13],
  [0.05, 49.5, 0.5, 0.96175221310726657, 1e-13],
  [0.025, 3, 1000, 0.00061786335001405476, 1e-13],
  [0.002, 1.5, 0.5, 0.027949444048855871, 1e-13],
  [0.025, 500_000, 500_001, 0.49901951919531184, 1e-12],
  [0.025, 7_776_456, 7_556_560_222, 0.001027319971639412, 1e-12],
];

describe('betaQuantile', () => {
  it.each(REFERENCE)('of %d for Beta(%d, %d) is %d', (tail, a, b, wanted, relative) => {
    const got = betaQuantile(tail, a, b).value;
    expect(Math.abs(got / wanted - 1)).toBeLessThan(relative);
  });

  it('is tail^(1/a) for b = 1 and its mirror image for a = 1', () => {
    const shape = fc.double({ min: 0.1, max: 5000, noNaN: true });
    const tail = fc.double({ min: 1e-9, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(shape, tail, (a, p) => {
        const power = Math.exp(Math.log(p) / a);
        expect(Math.abs(betaQuantile(p, a, 1).value - power)).toBeLessThan(1e-12);
        const mirrored = -Math.expm1(Math.log1p(-p) / a);
        expect(Math.abs(betaQuantile(p, 1, a).value / mirrored - 1)).toBeLessThan(1e-11);
      }),
    );
  });

  it('gives the point and its complement', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.5, noNaN: true }),
        fc.double({ min: 0.5, max: 1000, noNaN: true }),
        fc.double({ min: 0.5, max: 1000, noNaN: true }),
        (p, a, b) => {
          const { value, complement } = betaQuantile(p, a, b);
          expect(value + complement).toBeCloseTo(1, 14);
          expect(value).toBeLessThan(betaQuantile(p + 0.01, a, b).value);
        },
      ),
    );
  });
});
