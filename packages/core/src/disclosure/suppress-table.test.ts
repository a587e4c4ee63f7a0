import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bruteForce, propagation, shownGrid } from './attackers.test-helper.js';
import { feasibleInterval } from './interval.js';
import { arcsOf, nodesOf } from './network.js';
import { SUPPRESSED, suppressTable, type SuppressedTable } from './suppress-table.js';

const hiddenOf = (table: SuppressedTable): ReadonlySet<number> =>
  new Set(
    shownGrid(table)
      .flat()
      .flatMap((shown, i) => (shown === SUPPRESSED ? [i] : [])),
  );

/** What the exact reasoning says of every hidden figure, by its place in the grid of the table. */
function intervals(counts: readonly (readonly number[])[], table: SuppressedTable) {
  const hidden = hiddenOf(table);
  const arcs = arcsOf(counts);
  return [...hidden].map((index) => ({ index, ...feasibleInterval(arcs, hidden, index, nodesOf(counts)) }));
}

const tableOf = (rows: number, columns: number, greatest: number) =>
  fc.array(fc.array(fc.nat(greatest), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  });

describe('what is shown', () => {
  it('is everything where nothing is small', () => {
    expect(
      suppressTable([
        [10, 20],
        [30, 0],
      ]),
    ).toEqual({
      threshold: 5,
      counts: [
        [10, 20],
        [30, 0],
      ],
      rowTotals: [30, 30],
      columnTotals: [40, 20],
      total: 60,
      suppressed: 0,
    });
  });

  it('hides a small count with three others, so that no total gives it away', () => {
    const { counts, rowTotals, columnTotals, total } = suppressTable([
      [90, 2, 8],
      [80, 12, 9],
      [70, 20, 11],
    ]);
    expect({ rowTotals, columnTotals, total }).toEqual({
      rowTotals: [100, 101, 101],
      columnTotals: [240, 34, 28],
      total: 302,
    });
    expect(counts.flat().filter((shown) => shown === SUPPRESSED)).toHaveLength(4);
    expect(counts[0]?.[1]).toBe(SUPPRESSED);
  });

  it('hides the complement: 98 of 100 says that 2 do not', () => {
    const { counts, rowTotals } = suppressTable([[98, 2]]);
    expect(counts).toEqual([[SUPPRESSED, SUPPRESSED]]);
    expect(rowTotals).toEqual([100]);
  });

  it('does not stop at two hidden counts whose sum is small', () => {
    const table = suppressTable([[50, 1, 1]]);
    expect(table.counts).toEqual([[SUPPRESSED, SUPPRESSED, SUPPRESSED]]);
  });

  it('hides totals where the counts do not suffice, the grand total last', () => {
    expect(suppressTable([[3]])).toMatchObject({ counts: [[SUPPRESSED]], total: SUPPRESSED });
    expect(suppressTable([[3], [40]])).toMatchObject({
      counts: [[SUPPRESSED], [SUPPRESSED]],
      rowTotals: [SUPPRESSED, SUPPRESSED],
      total: 43,
    });
  });

  it('takes a threshold', () => {
    expect(
      suppressTable([
        [6, 30],
        [40, 50],
      ]).suppressed,
    ).toBe(0);
    expect(
      suppressTable(
        [
          [6, 30],
          [40, 50],
        ],
        { threshold: 10 },
      ).suppressed,
    ).toBe(4);
  });

  it.each([
    ['a negative count', [[-1]], 5],
    ['a fraction', [[0.5]], 5],
    ['rows of two lengths', [[1, 2], [3]], 5],
    ['a threshold that hides nothing', [[1]], 1],
  ])('refuses %s', (_, counts, threshold) => {
    expect(() => suppressTable(counts, { threshold })).toThrow(
      expect.objectContaining({ code: 'ARGUMENT_INVALID' }) as Error,
    );
  });
});

describe('what cannot be found out', () => {
  const size = fc.integer({ min: 1, max: 6 });
  const anyTable = fc
    .record({ rows: size, columns: size, greatest: fc.constantFrom(3, 8, 30, 400) })
    .chain(({ rows, columns, greatest }) => tableOf(rows, columns, greatest));
  const threshold = fc.integer({ min: 2, max: 12 });

  it('no hidden figure can be bounded to an interval narrower than the threshold', () => {
    fc.assert(
      fc.property(anyTable, threshold, (counts, least) => {
        const table = suppressTable(counts, { threshold: least });
        for (const { low, high } of intervals(counts, table))
          expect(high - low).toBeGreaterThanOrEqual(least);
      }),
      { numRuns: 400 },
    );
  });

  it('every small figure is hidden, and every figure shown is the true one', () => {
    fc.assert(
      fc.property(anyTable, threshold, (counts, least) => {
        const shown = shownGrid(suppressTable(counts, { threshold: least })).flat();
        arcsOf(counts).forEach(({ value }, i) => {
          if (value > 0 && value < least) expect(shown[i]).toBe(SUPPRESSED);
          expect([value, SUPPRESSED]).toContain(shown[i]);
        });
      }),
    );
  });

  it('patient reckoning with a spreadsheet does not narrow one either', () => {
    fc.assert(
      fc.property(anyTable, threshold, (counts, least) => {
        const table = suppressTable(counts, { threshold: least });
        const bounds = propagation(table).flat();
        for (const index of hiddenOf(table)) {
          const { low, high } = bounds[index]!;
          expect(high - low).toBeGreaterThanOrEqual(least);
        }
      }),
    );
  });

  it('nor does trying every table that agrees with what is shown', () => {
    const small = fc
      .constantFrom([1, 2], [1, 3], [2, 2], [2, 3], [3, 2])
      .chain(([rows, columns]) => tableOf(rows, columns, 6));
    fc.assert(
      fc.property(small, fc.integer({ min: 2, max: 4 }), (counts, least) => {
        const table = suppressTable(counts, { threshold: least });
        if (table.suppressed === 0) return;
        // A greatest count narrows what the attacker finds, so the bound holds for one without it too.
        const bounds = bruteForce(table, 6 + least).flat();
        for (const { index, low, high } of intervals(counts, table)) {
          const found = bounds[index]!;
          expect(found.high - found.low).toBeGreaterThanOrEqual(least);
          expect(found.low).toBeGreaterThanOrEqual(low);
          expect(found.high).toBeLessThanOrEqual(high);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('the interval is what trying everything finds, where the grand total is shown', () => {
    fc.assert(
      fc.property(tableOf(2, 3, 4), fc.integer({ min: 2, max: 4 }), (counts, least) => {
        const table = suppressTable(counts, { threshold: least });
        if (table.suppressed === 0 || table.total === SUPPRESSED) return;
        const bounds = bruteForce(table, table.total).flat();
        for (const { index, low, high } of intervals(counts, table))
          expect(bounds[index]).toEqual({ low, high });
      }),
      { numRuns: 25 },
    );
  });

  it('an interval without suppression of others is the value itself', () => {
    const counts = [
      [7, 3],
      [2, 9],
    ];
    expect(feasibleInterval(arcsOf(counts), new Set([0]), 0, nodesOf(counts))).toEqual({ low: 7, high: 7 });
  });
});
