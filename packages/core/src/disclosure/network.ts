/**
 * A two-way table with its totals as a network. Each figure stands in exactly two sums, with opposite signs
 * once they are written as "in equals out", so it is an arc: a count runs from its column to its row, a row
 * total from its row to the rows' sum, a column total from the columns' sum to its column, and the grand
 * total from the rows' sum to the columns' sum. Whole numbers stay whole in a network, so what can be said
 * of a hidden figure by fractions can be said by counts.
 */
export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly kind: 'count' | 'total' | 'grand-total';
}

/** The figures of a table row by row, each row followed by its total, and the row of totals last. */
export function arcsOf(counts: readonly (readonly number[])[]): readonly Arc[] {
  const rows = counts.length;
  const columns = counts[0]?.length ?? 0;
  const sumOfRows = rows + columns;
  const sumOfColumns = sumOfRows + 1;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const body = counts.flatMap((row, r): readonly Arc[] => [
    ...row.map((value, c): Arc => ({ from: rows + c, to: r, value, kind: 'count' })),
    { from: r, to: sumOfRows, value: sum(row), kind: 'total' },
  ]);
  const columnTotals = Array.from({ length: columns }, (_, c): Arc => {
    const value = sum(counts.map((row) => row[c] ?? 0));
    return { from: sumOfColumns, to: rows + c, value, kind: 'total' };
  });
  const all = sum(counts.map(sum));
  return [...body, ...columnTotals, { from: sumOfRows, to: sumOfColumns, value: all, kind: 'grand-total' }];
}

/** How many nodes the network of a table has: its rows, its columns, and the sum of each. */
export function nodesOf(counts: readonly (readonly number[])[]): number {
  return counts.length + (counts[0]?.length ?? 0) + 2;
}
