import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from './allocate.js';

const even = (...populations: number[]) => populations.map((population) => ({ population, spread: 1 }));

describe('allocate', () => {
  it.each([
    ['in proportion', even(100, 300, 600), 100, 2, [10, 30, 60]],
    ['no stratum under the minimum', even(10, 990), 100, 10, [10, 90]],
    ['no stratum over its population', even(5, 995), 100, 10, [5, 95]],
    ['the largest fractions are rounded up, of equal ones the first', even(1, 2, 7), 5, 0, [1, 1, 3]],
    ['the minimums go before the total', even(50, 50, 50), 20, 10, [10, 10, 10]],
    ['everything where the total is more', even(7, 9), 100, 2, [7, 9]],
    ['an empty stratum gives none', even(0, 100), 10, 5, [0, 10]],
    ['no records at all', even(0, 0), 10, 5, [0, 0]],
    [
      // Neyman: 400 * 0.4 = 160 and 20,000 * 0.14 = 2,800 of 2,960.
      'optimum: by population and spread',
      [
        { population: 400, spread: 0.4 },
        { population: 20_000, spread: 0.14 },
      ],
      296,
      2,
      [16, 280],
    ],
    [
      'optimum: a stratum that would give more than it has gives all',
      [
        { population: 10, spread: 5 },
        { population: 1000, spread: 0.1 },
      ],
      60,
      2,
      [10, 50],
    ],
  ])('%s', (_, strata, total, minimum, expected) => {
    expect(allocate(strata, total, minimum)).toEqual(expected);
  });

  it('always gives the total, within the minimum and the population of each stratum', () => {
    const stratum = fc.record({
      population: fc.nat(500),
      spread: fc.double({ min: 0.01, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(stratum, { minLength: 1, maxLength: 12 }),
        fc.nat(2000),
        fc.nat(30),
        (strata, total, minimum) => {
          const sizes = allocate(strata, total, minimum);
          const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
          const floors = strata.map(({ population }) => Math.min(population, minimum));
          const wanted = Math.min(
            Math.max(total, sum(floors)),
            sum(strata.map(({ population }) => population)),
          );
          expect(sum(sizes)).toBe(wanted);
          sizes.forEach((size, i) => {
            expect(size).toBeGreaterThanOrEqual(floors[i]!);
            expect(size).toBeLessThanOrEqual(strata[i]!.population);
          });
        },
      ),
    );
  });
});
