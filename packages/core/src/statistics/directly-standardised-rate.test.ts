import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidence, countOf } from './arbitraries.test-helper.js';
import { directlyStandardisedRate } from './directly-standardised-rate.js';
import { wilsonInterval } from './wilson-interval.js';

const strata = fc.array(
  fc
    .record({ count: countOf, weight: fc.integer({ min: 1, max: 1000 }) })
    .map(({ count, weight }) => ({ ...count, weight })),
  { minLength: 1, maxLength: 12 },
);

describe('directlyStandardisedRate', () => {
  it("weights each stratum's rate by the reference mix", () => {
    const { rate, standardError, low, high } = directlyStandardisedRate([
      { x: 8, n: 10, weight: 300 },
      { x: 30, n: 60, weight: 700 },
    ]);
    expect(rate).toBeCloseTo(0.3 * 0.8 + 0.7 * 0.5, 14);
    expect(standardError).toBeCloseTo(Math.sqrt((0.09 * 0.16) / 10 + (0.49 * 0.25) / 60), 14);
    expect(low).toBeLessThan(rate);
    expect(high).toBeGreaterThan(rate);
  });

  it("is the crude rate with Wilson's interval for one stratum", () => {
    fc.assert(
      fc.property(countOf, confidence, ({ x, n }, level) => {
        const { rate, low, high } = directlyStandardisedRate([{ x, n, weight: 7 }], level);
        const wilson = wilsonInterval(x, n, level);
        expect(rate).toBeCloseTo(x / n, 14);
        expect(low).toBeCloseTo(wilson.low, 12);
        expect(high).toBeCloseTo(wilson.high, 12);
      }),
    );
  });

  it("is the crude rate where the reference mix is the unit's own", () => {
    fc.assert(
      fc.property(strata, (some) => {
        const own = some.map(({ x, n }) => ({ x, n, weight: n }));
        const x = own.reduce((sum, s) => sum + s.x, 0);
        const n = own.reduce((sum, s) => sum + s.n, 0);
        expect(directlyStandardisedRate(own).rate).toBeCloseTo(x / n, 12);
      }),
    );
  });

  it('knows neither the unit of the weights nor the order of strata', () => {
    fc.assert(
      fc.property(strata, fc.integer({ min: 2, max: 9 }), (some, times) => {
        const plain = directlyStandardisedRate(some);
        const other = directlyStandardisedRate(
          some.toReversed().map((s) => ({ ...s, weight: times * s.weight })),
        );
        expect(other.rate).toBeCloseTo(plain.rate, 12);
        expect(other.standardError).toBeCloseTo(plain.standardError, 12);
        expect(other.low).toBeCloseTo(plain.low, 10);
        expect(other.high).toBeCloseTo(plain.high, 10);
      }),
    );
  });

  it('gains nothing from splitting a stratum whose halves are alike', () => {
    const whole = directlyStandardisedRate([{ x: 12, n: 80, weight: 1 }]);
    const halves = directlyStandardisedRate([
      { x: 6, n: 40, weight: 0.5 },
      { x: 6, n: 40, weight: 0.5 },
    ]);
    expect(halves.low).toBeCloseTo(whole.low, 12);
    expect(halves.high).toBeCloseTo(whole.high, 12);
  });
});
