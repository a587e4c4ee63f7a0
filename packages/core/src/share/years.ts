import type { CellSummary } from '../model/run.js';
import { isSafeAt, type Level } from './level.js';
import { sumOf, yearOf } from './sums.js';

export interface YearCells {
  readonly from: number;
  readonly to: number;
  readonly cells: readonly CellSummary[];
}

/** A year with fewer months than this is joined to the next: alone it would suppress the tables of the others. */
const FEWEST_MONTHS = 6;

/**
 * Calendar years, each joined to the next until the counts of every group can be told. The counts of all years
 * together can be. Each group then stands alone, and no year can be worked out from the others.
 */
export function groupYears(
  cells: readonly CellSummary[],
  level: Level,
  threshold: number,
): readonly YearCells[] {
  const byYear = new Map<number, CellSummary[]>();
  for (const cell of cells) {
    const year = yearOf(cell);
    const of = byYear.get(year);
    if (of === undefined) byYear.set(year, [cell]);
    else of.push(cell);
  }
  const isSafe = ({ cells: of }: YearCells): boolean =>
    new Set(of.map(({ month }) => month)).size >= FEWEST_MONTHS && isSafeAt(level, sumOf(of), threshold);
  const join = (left: YearCells, right: YearCells): YearCells => ({
    from: left.from,
    to: right.to,
    cells: [...left.cells, ...right.cells],
  });
  const groups: YearCells[] = [];
  for (const [year, of] of [...byYear].sort(([a], [b]) => a - b)) {
    const last = groups.at(-1);
    const next = { from: year, to: year, cells: of };
    if (last === undefined || isSafe(last)) groups.push(next);
    else groups.splice(-1, 1, join(last, next));
  }
  for (
    let last = groups.at(-1);
    last !== undefined && groups.length > 1 && !isSafe(last);
    last = groups.at(-1)
  ) {
    const before = groups.at(-2);
    if (before === undefined) break;
    groups.splice(-2, 2, join(before, last));
  }
  return groups;
}
