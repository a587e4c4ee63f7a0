import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOf } from './arbitraries.test-helper.js';
import { overdispersedFunnelLimits } from './overdispersed-funnel-limits.js';
import { overdispersion } from './overdispersion.js';

const units = fc.array(countOf, { minLength: 20, maxLength: 60 });

describe('overdispersion', () => {
  it('finds none where units are alike', () => {
    const alike = Array.from({ length: 20 }, (_, i) => ({ x: 30 + i, n: 100 + Math.round((i * 10) / 3) }));
    const found = overdispersion(alike);
    expect(found.phi).toBeLessThan(1);
    expect(found.tau2).toBe(0);
    expect(found.adjustedScores).toEqual(found.scores.map((z) => expect.closeTo(z, 12) as number));
  });

  it('pulls in the outer tenth at each end unless told otherwise', () => {
    const calm = Array.from({ length: 19 }, () => ({ x: 50, n: 100 }));
    const wild = [...calm, { x: 100, n: 100 }];
    const plain = overdispersion(wild, { baseline: 0.5, winsorise: 0 });
    expect(plain.phi).toBeCloseTo((20 * Math.asin(1) - 20 * Math.asin(Math.SQRT1_2)) ** 2 / 20, 10);
    expect(overdispersion(wild, { baseline: 0.5 }).phi).toBeCloseTo(0, 12);
  });

  it("winsorises by R's quantile of type 7", () => {
    // Scores -10 to 10 in 21 equal steps of the arcsine scale: the 10% quantile is the third of them.
    const scores = Array.from({ length: 21 }, (_, i) => i - 10);
    const n = 1_000_000;
    const at = (z: number) => Math.round(n * Math.sin(Math.PI / 4 + z / (2 * Math.sqrt(n))) ** 2);
    const spread = scores.map((z) => ({ x: at(z), n }));
    const pulled = scores.map((z) => Math.min(Math.max(z, -8), 8));
    const phi = pulled.reduce((sum, z) => sum + z * z, 0) / 21;
    expect(overdispersion(spread, { baseline: 0.5 }).phi).toBeCloseTo(phi, 1);
  });

  it('knows no order, is never negative, and only shrinks scores', () => {
    fc.assert(
      fc.property(units, (some) => {
        const found = overdispersion(some);
        const turned = overdispersion(some.toReversed());
        expect(turned.tau2).toBeCloseTo(found.tau2, 9);
        expect(found.tau2).toBeGreaterThanOrEqual(0);
        found.scores.forEach((z, i) => {
          expect(Math.abs(found.adjustedScores[i] ?? Infinity)).toBeLessThanOrEqual(Math.abs(z) + 1e-12);
        });
      }),
    );
  });

  it('leaves its argument as it was', () => {
    const given = Array.from({ length: 20 }, (_, i) => ({ x: 20 - i, n: 20 }));
    const copy = structuredClone(given);
    overdispersion(given);
    expect(given).toEqual(copy);
  });
});

describe('overdispersedFunnelLimits', () => {
  it('does not fold back past 0 or 1', () => {
    expect(overdispersedFunnelLimits(0.02, 3, 0, 0.998).low).toBe(0);
    expect(overdispersedFunnelLimits(0.98, 3, 0, 0.998).high).toBe(1);
    expect(overdispersedFunnelLimits(0.5, 10, 9, 0.95)).toEqual({ low: 0, high: 1 });
  });

  it('widens with tau2 and holds the baseline', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const tau2 = fc.double({ min: 0, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(share, countOf, tau2, tau2, (p0, { n }, a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        const inner = overdispersedFunnelLimits(p0, n, less);
        const outer = overdispersedFunnelLimits(p0, n, more);
        expect(inner.low).toBeLessThanOrEqual(p0 + 1e-12);
        expect(inner.high).toBeGreaterThanOrEqual(p0 - 1e-12);
        expect(outer.low).toBeLessThanOrEqual(inner.low);
        expect(outer.high).toBeGreaterThanOrEqual(inner.high);
      }),
    );
  });

  it('puts a unit outside just when its adjusted score is', () => {
    fc.assert(
      fc.property(units, (some) => {
        const found = overdispersion(some);
        some.forEach(({ x, n }, i) => {
          const { low, high } = overdispersedFunnelLimits(found.baseline, n, found.tau2, 0.95);
          const z = Math.abs(found.adjustedScores[i] ?? Number.NaN);
          if (Math.abs(z - 1.959963984540054) < 1e-9) return;
          expect(x / n < low || x / n > high).toBe(z > 1.959963984540054);
        });
      }),
    );
  });
});
