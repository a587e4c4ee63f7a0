import { SUPPRESSED, type Shown, type SuppressedTable } from './suppress-table.js';

/** What an attacker finds out about one figure. */
export interface Bounds {
  low: number;
  high: number;
}

/** Every figure of a table as shown, with the row and column totals: the last column and the last row. */
export function shownGrid(table: SuppressedTable): readonly (readonly Shown[])[] {
  return [
    ...table.counts.map((row, r) => [...row, table.rowTotals[r] ?? SUPPRESSED]),
    [...table.columnTotals, table.total],
  ];
}

const agrees = (shown: Shown | undefined, value: number) => shown === SUPPRESSED || shown === value;

/**
 * Tries every table of whole numbers from 0 to a greatest one that agrees with what is shown, and keeps the least
 * and the greatest of each figure.
 */
export function bruteForce(table: SuppressedTable, greatest: number): readonly (readonly Bounds[])[] {
  const rows = table.counts.length;
  const columns = table.columnTotals.length;
  const grid = shownGrid(table);
  const bounds = grid.map((row) => row.map((): Bounds => ({ low: Infinity, high: -Infinity })));
  const counts = table.counts.map((row) => row.map(() => 0));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

  const keep = (): void => {
    const columnSums = table.columnTotals.map((_, c) => sum(counts.map((row) => row[c]!)));
    if (!columnSums.every((value, c) => agrees(table.columnTotals[c], value))) return;
    if (!agrees(table.total, sum(columnSums))) return;
    const full = [...counts.map((row) => [...row, sum(row)]), [...columnSums, sum(columnSums)]];
    full.forEach((row, r) =>
      row.forEach((value, c) => {
        const of = bounds[r]![c]!;
        of.low = Math.min(of.low, value);
        of.high = Math.max(of.high, value);
      }),
    );
  };

  const fill = (r: number, c: number): void => {
    if (r === rows) return keep();
    if (c === columns) return agrees(table.rowTotals[r], sum(counts[r]!)) ? fill(r + 1, 0) : undefined;
    const shown = table.counts[r]![c]!;
    const first = shown === SUPPRESSED ? 0 : shown;
    const last = shown === SUPPRESSED ? greatest : shown;
    const total = table.rowTotals[r]!;
    const columnTotal = table.columnTotals[c]!;
    for (let value = first; value <= last; value++) {
      counts[r]![c] = value;
      if (total !== SUPPRESSED && sum(counts[r]!.slice(0, c + 1)) > total) break;
      if (columnTotal !== SUPPRESSED && sum(counts.slice(0, r + 1).map((row) => row[c]!)) > columnTotal) break;
      fill(r, c + 1);
    }
    counts[r]![c] = 0;
  };
  fill(0, 0);
  return bounds;
}

/**
 * Narrows the bounds of every figure by each sum it stands in until nothing changes: what a person with a
 * spreadsheet and patience finds out.
 */
export function propagation(table: SuppressedTable): readonly (readonly Bounds[])[] {
  const grid = shownGrid(table);
  const bounds = grid.map((row) =>
    row.map((shown): Bounds => (shown === SUPPRESSED ? { low: 0, high: Infinity } : { low: shown, high: shown })),
  );
  const lines = [...bounds, ...bounds[0]!.map((_, c) => bounds.map((row) => row[c]!))];
  for (let changed = true; changed;) {
    changed = false;
    const narrow = (of: Bounds, low: number, high: number): void => {
      if (low > of.low) [of.low, changed] = [low, true];
      if (high < of.high) [of.high, changed] = [high, true];
    };
    for (const line of lines) {
      const parts = line.slice(0, -1);
      const total = line.at(-1)!;
      const lows = parts.reduce((sum, of) => sum + of.low, 0);
      const highs = parts.reduce((sum, of) => sum + of.high, 0);
      narrow(total, lows, highs);
      for (const of of parts) {
        const othersHigh = parts.reduce((sum, other) => (other === of ? sum : sum + other.high), 0);
        narrow(of, total.low - othersHigh, total.high - (lows - of.low));
      }
    }
  }
  return bounds;
}
