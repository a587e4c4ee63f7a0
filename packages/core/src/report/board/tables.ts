import { SUPPRESSED, suppressTable, type SuppressedTable } from '../../disclosure/suppress-table.js';
import type { CellSummary } from '../../model/run.js';

/** A row of a breakdown before suppression. */
export interface BoardLine {
  readonly name: string;
  readonly counts: readonly [met: number, breached: number, undetermined: number];
  readonly isSettling: boolean;
}

/** Outcomes as columns of their own, or all that is not met in one, where the others would be too small. */
export type BoardColumns = 'apart' | 'joined';

/** A breakdown as it may be shown. */
export interface BoardTable {
  readonly columns: BoardColumns;
  readonly lines: readonly BoardLine[];
  readonly shown: SuppressedTable;
}

export function countsIn(
  [met, breached, undetermined]: BoardLine['counts'],
  columns: BoardColumns,
): readonly number[] {
  return columns === 'apart' ? [met, breached, undetermined] : [met, breached + undetermined];
}

/** A table of more suppressed counts than this says too little to be worth its place. */
const MOST_SUPPRESSED = 1 / 3;

const allOf = ({ counts }: BoardLine): number => counts.reduce((sum, value) => sum + value, 0);

/** Two rows as one, under the name of the first or another. */
export function merged(first: BoardLine, second: BoardLine, name: string): BoardLine {
  const plus = (i: 0 | 1 | 2) => first.counts[i] + second.counts[i];
  return {
    name,
    counts: [plus(0), plus(1), plus(2)],
    isSettling: first.isSettling || second.isSettling,
  };
}

/** Cells added up by a name. */
export function linesBy(
  cells: readonly CellSummary[],
  nameOf: (cell: CellSummary) => string,
): readonly BoardLine[] {
  const lines = new Map<string, BoardLine>();
  for (const cell of cells) {
    const name = nameOf(cell);
    const { met, breached, undetermined } = cell;
    const line: BoardLine = {
      name,
      counts: [met, breached, undetermined],
      isSettling: cell.maturity === '0-27',
    };
    const before = lines.get(name);
    lines.set(name, before === undefined ? line : merged(before, line, name));
  }
  return [...lines.values()];
}

/**
 * The rows as a table whose totals can all be shown, or `null`. Totals must stand: they are shown elsewhere
 * on the page, so suppressing them here would protect nothing.
 */
export function survivingTable(
  lines: readonly BoardLine[],
  columns: BoardColumns,
  threshold: number,
): BoardTable | null {
  if (lines.length < 2) return null;
  const counts = lines.map((line) => countsIn(line.counts, columns));
  const shown = suppressTable(counts, { threshold });
  const totals = [...shown.rowTotals, ...shown.columnTotals, shown.total];
  const isHidden = totals.includes(SUPPRESSED) || shown.suppressed > MOST_SUPPRESSED * counts.flat().length;
  return isHidden ? null : { columns, lines, shown };
}

/** Merges the smallest rows into one of the others until the table can be shown; `null` if it never can. */
export function mergedUntilShown(
  lines: readonly BoardLine[],
  columns: BoardColumns,
  threshold: number,
  others: string,
): BoardTable | null {
  const sorted = [...lines].sort((a, b) => allOf(b) - allOf(a) || (a.name < b.name ? -1 : 1));
  let table = survivingTable(sorted, columns, threshold);
  let rest: BoardLine | null = null;
  while (table === null && sorted.length + (rest === null ? 0 : 1) > 2) {
    const smallest = sorted.pop();
    if (smallest === undefined) return null;
    const next = rest ?? sorted.pop();
    if (next === undefined) return null;
    rest = merged(next, smallest, others);
    table = survivingTable([...sorted, rest], columns, threshold);
  }
  return table;
}
