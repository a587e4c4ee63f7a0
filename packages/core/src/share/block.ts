import type { ExchangeBlock, ExchangeMeasure, ExchangeYears, MaturityBlock } from '../compare/exchange.js';
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
    years: isSplit ? groupYears(cells, level, threshold).map((group) => years(group, level, threshold)) : [],
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
