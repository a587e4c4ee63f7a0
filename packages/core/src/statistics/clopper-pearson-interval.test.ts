import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidence, confidences, countOf } from './arbitraries.test-helper.js';
import { clopperPearsonInterval } from './clopper-pearson-interval.js';

/** The chance of x or fewer, summed term by term. */
function atMost(x: number, n: number, p: number): number {
  let term = n * Math.log1p(-p);
  let sum = Math.exp(term);
  for (let k = 1; k <= x; k += 1) {
    term += Math.log((n - k + 1) / k) + Math.log(p) - Math.log1p(-p);
    sum += Math.exp(term);
  }
  return sum;
}

/** The rate at which a falling function of it comes down to the tail. */
function bisected(chance: (p: number) => number, tail: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (chance(middle) > tail) low = middle;
    else high = middle;
  }
  return low;
}

describe('clopperPearsonInterval', () => {
  it('agrees with bisection on binomial sums', () => {
    fc.assert(
      fc.property(countOf, confidence, ({ x, n }, level) => {
        const tail = (1 - level) / 2;
        const { low, high } = clopperPearsonInterval(x, n, level);
        const upper = x === n ? 1 : bisected((p) => atMost(x, n, p), tail);
        const lower = x === 0 ? 0 : 1 - bisected((q) => atMost(n - x, n, q), tail);
        expect(Math.abs(high - upper)).toBeLessThan(1e-12);
        expect(Math.abs(low - lower)).toBeLessThan(1e-12);
      }),
    );
  });

  it('holds the estimate, widens with confidence and mirrors', () => {
    fc.assert(
      fc.property(countOf, confidences, ({ x, n }, [less, more]) => {
        const inner = clopperPearsonInterval(x, n, less);
        const outer = clopperPearsonInterval(x, n, more);
        expect(inner.low).toBeLessThanOrEqual(x / n);
        expect(inner.high).toBeGreaterThanOrEqual(x / n);
        expect(outer.low).toBeLessThanOrEqual(inner.low);
        expect(outer.high).toBeGreaterThanOrEqual(inner.high);
        const mirrored = clopperPearsonInterval(n - x, n, less);
        expect(mirrored.low).toBeCloseTo(1 - inner.high, 13);
        expect(mirrored.high).toBeCloseTo(1 - inner.low, 13);
      }),
    );
  });

  it('never covers less than its confidence', () => {
    const n = 30;
    const limits = Array.from({ length: n + 1 }, (_, x) => clopperPearsonInterval(x, n, 0.95));
    for (let p = 0.003; p < 1; p += 0.003) {
      const covered = limits.reduce((sum, { low, high }, x) => {
        const mass = atMost(x, n, p) - (x === 0 ? 0 : atMost(x - 1, n, p));
        return low <= p && p <= high ? sum + mass : sum;
      }, 0);
      expect(covered).toBeGreaterThanOrEqual(0.95);
    }
  });

  it('takes a national year without losing digits', () => {
    const { low, high } = clopperPearsonInterval(7_776_456, 7_564_336_677, 0.95);
    expect(low / 0.001027319971639412).toBeCloseTo(1, 11);
    expect(high / 0.0010287644615134457).toBeCloseTo(1, 11);
  });
});
