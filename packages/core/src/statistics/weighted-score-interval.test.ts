import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidence, confidences, countOf } from './arbitraries.test-helper.js';
import { normalCriticalValue } from './normal-quantile.js';
import { type WeightedProportion, weightedScoreInterval } from './weighted-score-interval.js';
import { wilsonInterval } from './wilson-interval.js';

const parts = fc
  .array(fc.record({ count: countOf, weight: fc.integer({ min: 1, max: 1000 }) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((some): readonly WeightedProportion[] => {
    const total = some.reduce((sum, { weight }) => sum + weight, 0);
    return some.map(({ count, weight }) => ({
      weight: weight / total,
      proportion: count.x / count.n,
      size: count.n,
    }));
  });

function estimateOf(strata: readonly WeightedProportion[]): number {
  return strata.reduce((sum, s) => sum + s.weight * s.proportion, 0);
}

/** The squared score at P for two strata, the likeliest pair found by ternary search along their line. */
function scoreByHand([a, b]: readonly [WeightedProportion, WeightedProportion], P: number): number {
  const other = (p: number) => (P - a.weight * p) / b.weight;
  const term = (count: number, p: number) => (count === 0 ? 0 : count * Math.log(p));
  const likelihood = (p: number) =>
    term(a.size * a.proportion, p) +
    term(a.size * (1 - a.proportion), 1 - p) +
    term(b.size * b.proportion, other(p)) +
    term(b.size * (1 - b.proportion), 1 - other(p));
  let low = Math.max(0, (P - b.weight) / a.weight);
  let high = Math.min(1, P / a.weight);
  for (let step = 0; step < 200; step += 1) {
    const third = (high - low) / 3;
    if (likelihood(low + third) < likelihood(high - third)) low += third;
    else high -= third;
  }
  const p = (low + high) / 2;
  const q = other(p);
  const variance = (a.weight ** 2 * p * (1 - p)) / a.size + (b.weight ** 2 * q * (1 - q)) / b.size;
  return (estimateOf([a, b]) - P) ** 2 / variance;
}

describe('weightedScoreInterval', () => {
  it("is Wilson's interval for one stratum", () => {
    fc.assert(
      fc.property(countOf, confidence, ({ x, n }, level) => {
        const z = normalCriticalValue(level);
        const { low, high } = weightedScoreInterval([{ weight: 1, proportion: x / n, size: n }], z);
        const wilson = wilsonInterval(x, n, level);
        expect(low).toBeCloseTo(wilson.low, 12);
        expect(high).toBeCloseTo(wilson.high, 12);
      }),
    );
  });

  it("is Wilson's interval for equal strata in which nothing is found", () => {
    const empty = { weight: 0.25, proportion: 0, size: 50 };
    const { low, high } = weightedScoreInterval([empty, empty, empty, empty], normalCriticalValue(0.95));
    expect(low).toBe(0);
    expect(high).toBeCloseTo(wilsonInterval(0, 200, 0.95).high, 12);
  });

  it('ends where the score is z, with the likeliest rates found by search', () => {
    const size = fc.integer({ min: 2, max: 60 });
    fc.assert(
      fc.property(
        size,
        size,
        fc.nat(60),
        fc.nat(60),
        fc.integer({ min: 1, max: 9 }),
        (n1, n2, x1, x2, tenths) => {
          const pair = [
            { weight: tenths / 10, proportion: Math.min(x1, n1) / n1, size: n1 },
            { weight: 1 - tenths / 10, proportion: Math.min(x2, n2) / n2, size: n2 },
          ] as const;
          const estimate = estimateOf(pair);
          const { low, high } = weightedScoreInterval(pair, 1.96);
          for (const limit of [low, high]) {
            if (Math.abs(limit - estimate) < 1e-12) continue;
            expect(Math.sqrt(scoreByHand(pair, limit))).toBeCloseTo(1.96, 4);
          }
        },
      ),
    );
  });

  it('holds the estimate, stays within 0 and 1 and mirrors', () => {
    fc.assert(
      fc.property(parts, confidence, (strata, level) => {
        const z = normalCriticalValue(level);
        const { low, high } = weightedScoreInterval(strata, z);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(estimateOf(strata) + 1e-15);
        expect(high).toBeGreaterThanOrEqual(estimateOf(strata) - 1e-15);
        expect(high).toBeLessThanOrEqual(1 + 1e-15);
        const mirrored = weightedScoreInterval(
          strata.map((s) => ({ ...s, proportion: 1 - s.proportion })),
          z,
        );
        expect(mirrored.low).toBeCloseTo(1 - high, 10);
        expect(mirrored.high).toBeCloseTo(1 - low, 10);
      }),
    );
  });

  it('widens with confidence', () => {
    fc.assert(
      fc.property(parts, confidences, (strata, [less, more]) => {
        const inner = weightedScoreInterval(strata, normalCriticalValue(less));
        const outer = weightedScoreInterval(strata, normalCriticalValue(more));
        expect(outer.low).toBeLessThanOrEqual(inner.low + 1e-15);
        expect(outer.high).toBeGreaterThanOrEqual(inner.high - 1e-15);
      }),
    );
  });

  it('stops at a mix of all and nothing, and at strata known without error', () => {
    const known = { weight: 0.5, proportion: 0.3, size: Infinity };
    expect(weightedScoreInterval([known, known], 1.96)).toEqual({ low: 0.3, high: 0.3 });
    const { low, high } = weightedScoreInterval(
      [
        { weight: 0.5, proportion: 0, size: 40 },
        { weight: 0.5, proportion: 1, size: 40 },
      ],
      1.96,
    );
    expect(low).toBeLessThan(0.5);
    expect(high).toBeGreaterThan(0.5);
    expect(low + high).toBeCloseTo(1, 12);
  });

  it('comes to an end for weights of any size', () => {
    const { low, high } = weightedScoreInterval(
      [
        { weight: 1e-300, proportion: 0.5, size: 10 },
        { weight: 1, proportion: 0, size: 10 },
      ],
      1.96,
    );
    expect(low).toBeGreaterThanOrEqual(0);
    expect(high).toBeCloseTo(wilsonInterval(0, 10).high, 4);
  });
});
