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

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The values that a count may have, by what is shown of it. */
function choices(shown: Shown, greatest: number): readonly number[] {
  return shown === SUPPRESSED ? Array.from({ length: greatest + 1 }, (_, value) => value) : [shown];
}

/** Every row that agrees with what is shown of it and of its total. */
function rowsOf(
  counts: readonly Shown[],
  total: Shown | undefined,
  greatest: number,
): readonly (readonly number[])[] {
  const most = total === SUPPRESSED || total === undefined ? Infinity : total;
  const rows = counts.reduce<readonly (readonly number[])[]>(
    (begun, shown) =>
      begun.flatMap((row) =>
        choices(shown, greatest).flatMap((value) => (sum(row) + value > most ? [] : [[...row, value]])),
      ),
    [[]],
  );
  return rows.filter((row) => agrees(total, sum(row)));
}

/**
 * Tries every table of whole numbers from 0 to a greatest one that agrees with what is shown, and keeps the
 * least and the greatest of each figure.
 */
export function bruteForce(table: SuppressedTable, greatest: number): readonly (readonly Bounds[])[] {
  const bounds = shownGrid(table).map((row) => row.map((): Bounds => ({ low: Infinity, high: -Infinity })));
  const rows = table.counts.map((row, r) => rowsOf(row, table.rowTotals[r], greatest));

  const keep = (chosen: readonly (readonly number[])[]): void => {
    const columnSums = table.columnTotals.map((_, c) => sum(chosen.map((row) => row[c] ?? 0)));
    if (!columnSums.every((value, c) => agrees(table.columnTotals[c], value))) return;
    if (!agrees(table.total, sum(columnSums))) return;
    const full = [...chosen.map((row) => [...row, sum(row)]), [...columnSums, sum(columnSums)]];
    for (const [r, row] of full.entries()) {
      for (const [c, value] of row.entries()) {
        const of = bounds[r]?.[c];
        if (of === undefined) continue;
        of.low = Math.min(of.low, value);
        of.high = Math.max(of.high, value);
      }
    }
  };

  const choose = (chosen: readonly (readonly number[])[]): void => {
    const next = rows[chosen.length];
    if (next === undefined) {
      keep(chosen);
      return;
    }
    for (const row of next) {
      const isTooMuch = table.columnTotals.some(
        (total, c) => total !== SUPPRESSED && sum([...chosen, row].map((of) => of[c] ?? 0)) > total,
      );
      if (!isTooMuch) choose([...chosen, row]);
    }
  };
  choose([]);
  return bounds;
}

/**
 * Narrows the bounds of every figure by each sum it stands in until nothing changes: what a person with a
 * spreadsheet and patience finds out.
 */
export function propagation(table: SuppressedTable): readonly (readonly Bounds[])[] {
  const bounds = shownGrid(table).map((row) =>
    row.map((shown): Bounds => {
      return shown === SUPPRESSED ? { low: 0, high: Infinity } : { low: shown, high: shown };
    }),
  );
  const columns = table.columnTotals.map((_, c) => bounds.flatMap((row) => row[c] ?? []));
  const lines = [...bounds, ...columns, bounds.flatMap((row) => row.at(-1) ?? [])];
  for (let changed = true; changed;) {
    changed = false;
    const narrow = (of: Bounds, low: number, high: number): void => {
      if (low > of.low) [of.low, changed] = [low, true];
      if (high < of.high) [of.high, changed] = [high, true];
    };
    for (const line of lines) {
      const parts = line.slice(0, -1);
      const total = line.at(-1);
      if (total === undefined) continue;
      const lows = sum(parts.map((of) => of.low));
      narrow(total, lows, sum(parts.map((of) => of.high)));
      for (const of of parts) {
        const others = parts.filter((other) => other !== of);
        narrow(of, total.low - sum(others.map((other) => other.high)), total.high - (lows - of.low));
      }
    }
  }
  return bounds;
}
