import binomialTest from '@stdlib/stats-binomial-test';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOf } from './arbitraries.test-helper.js';
import { clopperPearsonInterval } from './clopper-pearson-interval.js';

describe('clopperPearsonInterval', () => {
  it("agrees with stdlib's exact binomial test", () => {
    fc.assert(
      fc.property(countOf, fc.constantFrom(0.9, 0.95, 0.998), ({ x, n }, level) => {
        const [lower, upper] = binomialTest(x, n, { alpha: 1 - level }).ci;
        const { low, high } = clopperPearsonInterval(x, n, level);
        expect(Math.abs(low - (lower ?? Number.NaN))).toBeLessThan(1e-12);
        expect(Math.abs(high - (upper ?? Number.NaN))).toBeLessThan(1e-12);
      }),
    );
  });
});
