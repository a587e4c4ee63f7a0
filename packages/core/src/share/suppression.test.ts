import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feasibleInterval } from '../disclosure/interval.js';
import type { Arc as PlainArc } from '../disclosure/network.js';
import { type Arc, feasible, SINK, SOURCE, touching } from './network.js';
import { suppress } from './suppression.js';

/** A class-by-age table of two figures a cell with its totals, as a network; cells without a record are not in it. */
function tableOf(cells: readonly (readonly (readonly [number, number])[])[]): readonly Arc[] {
  const rows = cells.length;
  const plus = (of: readonly (readonly [number, number])[]): readonly [number, number] =>
    of.reduce<readonly [number, number]>(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
  const arc = (from: number, to: number, [met, rest]: readonly [number, number]): readonly Arc[] =>
    met + rest === 0 ? [] : [{ from, to, values: [met + rest, met, rest] }];
  const columns = cells[0]?.length ?? 0;
  return [
    ...cells.flatMap((row, r) => arc(SOURCE, 2 + r, plus(row))),
    ...cells.flatMap((row, r) => row.flatMap((of, c) => arc(2 + r, 2 + rows + c, of))),
    ...Array.from({ length: columns }, (_, c) =>
      arc(2 + rows + c, SINK, plus(cells.map((row) => row[c]!))),
    ).flat(),
  ];
}

const count = fc.oneof(fc.nat(4), fc.nat(30), fc.constant(0));
const anyTable = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.tuple(count, count), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  .map(tableOf)
  .filter((arcs) => arcs.length > 0);
const threshold = fc.integer({ min: 3, max: 8 });

/** The same table with one figure a cell, and its grand total, which is always told, to close the network. */
function plain(arcs: readonly Arc[], figure: number): readonly PlainArc[] {
  const own = arcs.map(({ from, to, values }): PlainArc => ({
    from,
    to,
    value: values[figure] ?? 0,
    kind: 'count',
  }));
  const all = own.reduce((sum, { from, value }) => sum + (from === SOURCE ? value : 0), 0);
  return [...own, { from: SINK, to: SOURCE, value: all, kind: 'grand-total' }];
}

const nodesOf = (arcs: readonly Arc[]): number =>
  Math.max(SINK, ...arcs.flatMap(({ from, to }) => [from, to])) + 1;

describe('suppressing a table of several figures a cell', () => {
  it('tells no small figure', () => {
    fc.assert(
      fc.property(anyTable, threshold, (arcs, least) => {
        const hidden = suppress(arcs, least);
        arcs.forEach(({ values }, i) => {
          if (hidden?.[i] === 0) expect(values.every((value) => value === 0 || value >= least)).toBe(true);
        });
      }),
    );
  });

  it('leaves every figure of a hidden cell an interval as wide as the threshold: by exact reckoning of another hand', () => {
    fc.assert(
      fc.property(anyTable, threshold, (arcs, least) => {
        const hidden = suppress(arcs, least);
        if (hidden === null) return;
        const indices = new Set(arcs.flatMap((_, i) => (hidden[i] === 1 ? [i] : [])));
        for (const figure of [0, 1, 2]) {
          for (const i of indices) {
            if ((arcs[i]?.values[figure] ?? 0) === 0) continue;
            const { low, high } = feasibleInterval(plain(arcs, figure), indices, i, nodesOf(arcs));
            expect(high - low).toBeGreaterThanOrEqual(least);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('agrees with that reckoning where nothing but the sums is known', () => {
    fc.assert(
      fc.property(anyTable, threshold, (arcs, least) => {
        const hidden = suppress(arcs, least);
        if (hidden === null) return;
        const indices = new Set(arcs.flatMap((_, i) => (hidden[i] === 1 ? [i] : [])));
        for (const i of indices) {
          const other = feasibleInterval(plain(arcs, 1), indices, i, nodesOf(arcs));
          expect(feasible({ arcs, touching: touching(arcs, nodesOf(arcs)), hidden }, i, 1, 10_000)).toEqual(
            other,
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  it('hides nothing where nothing is small', () => {
    expect([
      ...(suppress(
        tableOf([
          [
            [20, 0],
            [0, 30],
          ],
        ]),
        5,
      ) ?? []),
    ]).toEqual([0, 0, 0, 0, 0]);
  });

  it('withholds a table that cannot be made safe', () => {
    expect(
      suppress(
        tableOf([
          [
            [1, 0],
            [1, 0],
            [1, 0],
          ],
        ]),
        5,
      ),
    ).toBeNull();
  });
});
