import type {
  ExchangeBlock,
  ExchangeCounts,
  ExchangeMeasure,
  ExchangeYears,
  MaturityBlock,
} from '../compare/exchange.js';
import type { CellSummary } from '../model/run.js';
import type { Maturity } from '../model/cell.js';
import { eligibleOf, type Level, levelOfTotal, toldAt } from './level.js';
import { roundTo } from '../compare/rounded.js';
import { sumOf } from './sums.js';
import { offenceTable, timeTable } from './tables.js';
import { groupYears, type YearCells } from './years.js';

const BLOCK_OF: Readonly<Record<Maturity, MaturityBlock>> = {
  '0-27': 'young',
  '28-90': 'settled',
  '91+': 'settled',
  unknown: 'undated',
};

export function cellsOfBlock(cells: readonly CellSummary[], block: MaturityBlock): readonly CellSummary[] {
  return cells.filter(({ maturity }) => BLOCK_OF[maturity] === block);
}

function years({ from, to, cells }: YearCells, level: Level, threshold: number): ExchangeYears {
  return {
    from,
    to,
    total: toldAt(level, sumOf(cells)),
    ...offenceTable(cells, level, threshold),
    quarters: timeTable(cells, level, threshold),
  };
}

/** Records whose class, and whose age band, is told with the counts that it meets, in all years together. */
function reachOf(groups: readonly ExchangeYears[]): number {
  const told = (entries: readonly (readonly [string, ExchangeCounts])[]): number => {
    const sums = new Map<string, number | null>();
    for (const [key, { eligible, met }] of entries) {
      const before = sums.get(key) ?? (sums.has(key) ? null : 0);
      sums.set(key, before === null || eligible === null || met === null ? null : before + eligible);
    }
    return [...sums.values()].reduce<number>((sum, value) => sum + (value ?? 0), 0);
  };
  const hasAll = (of: (group: ExchangeYears) => unknown): boolean =>
    groups.every((group) => of(group) !== null);
  const classes = groups.flatMap((group) =>
    (group.classes ?? []).map((cell) => [cell.offenceClass ?? '', cell] as const),
  );
  const bands = groups.flatMap((group) => (group.bands ?? []).map((cell) => [cell.ageBand, cell] as const));
  return (
    (hasAll((group) => group.classes) ? told(classes) : 0) +
    (hasAll((group) => group.bands) ? told(bands) : 0)
  );
}

/** A split by year is worth it if it leaves at least this share of what is told without it. */
const WORTH = 0.8;

/** The tables by year, or of all years together where years alone would suppress too much. */
function splitYears(
  cells: readonly CellSummary[],
  level: Level,
  threshold: number,
): readonly ExchangeYears[] {
  const groups = groupYears(cells, level, threshold);
  const split = groups.map((group) => years(group, level, threshold));
  const [first, last] = [groups[0], groups.at(-1)];
  if (first === undefined || last === undefined || groups.length === 1) return split;
  const whole = [years({ from: first.from, to: last.to, cells }, level, threshold)];
  return reachOf(split) >= WORTH * reachOf(whole) ? split : whole;
}

/** The records of a measure that are of one maturity, suppressed; `null` without records. */
export function exchangeBlock(
  cells: readonly CellSummary[],
  block: MaturityBlock,
  threshold: number,
): ExchangeBlock | null {
  if (cells.length === 0) return null;
  const sum = sumOf(cells);
  const { level, few } = levelOfTotal(sum, threshold);
  const isSplit = level !== 'none' && block !== 'undated';
  return {
    total: toldAt(level, sum),
    few,
    years: isSplit ? splitYears(cells, level, threshold) : [],
  };
}

/** How old the settled records are: rounded, because the days at the edges of months would tell small counts. */
export function maturityOf(
  settled: readonly CellSummary[],
  block: ExchangeBlock | null,
  threshold: number,
): ExchangeMeasure['maturity'] {
  if (block === null || block.total.eligible === null) return null;
  const about = (maturity: Maturity): number =>
    roundTo(eligibleOf(sumOf(settled.filter((cell) => cell.maturity === maturity))), threshold);
  return { '28-90': about('28-90'), '91+': about('91+') };
}
