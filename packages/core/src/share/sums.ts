import type { CellSummary } from '../model/run.js';
import type { TrueCounts } from './level.js';

export const NO_RECORDS: TrueCounts = { met: 0, breached: 0, undetermined: 0 };

export function addTrue(left: TrueCounts, right: TrueCounts): TrueCounts {
  return {
    met: left.met + right.met,
    breached: left.breached + right.breached,
    undetermined: left.undetermined + right.undetermined,
  };
}

export function sumOf(cells: readonly TrueCounts[]): TrueCounts {
  return cells.reduce<TrueCounts>(addTrue, NO_RECORDS);
}

/** Cells added up under a key, in the order of the keys; the order of the cells does not matter. */
export function groupCells(
  cells: readonly CellSummary[],
  keyOf: (cell: CellSummary) => string,
): ReadonlyMap<string, TrueCounts> {
  const groups = new Map<string, TrueCounts>();
  for (const cell of cells) {
    const key = keyOf(cell);
    groups.set(key, addTrue(groups.get(key) ?? NO_RECORDS, cell));
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const yearOf = ({ month }: CellSummary): number => Number(month?.slice(0, 4) ?? 0);

/** `2026-11` as `2026-Q4`. */
export function quarterOf(month: string): string {
  return `${month.slice(0, 4)}-Q${String(Math.ceil(Number(month.slice(5, 7)) / 3))}`;
}
