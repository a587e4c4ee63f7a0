import { HIDDEN } from '../compare/counts.js';
import type {
  BandCounts,
  ClassCounts,
  ExchangeCounts,
  QuarterCounts,
  StratumCounts,
} from '../compare/exchange.js';
import { AGE_BANDS, type AgeBand } from '../model/cell.js';
import type { CellSummary } from '../model/run.js';
import { eligibleOf, figuresAt, type Level, LEVELS, toldAt, type TrueCounts } from './level.js';
import { type Arc, SINK, SOURCE } from './network.js';
import { groupCells, quarterOf } from './sums.js';
import { suppress } from './suppression.js';

/** A table before its suppression: its cells, and where each stands in the network of its sums. */
interface Cell {
  readonly key: string;
  readonly counts: TrueCounts;
  readonly from: number;
  readonly to: number;
  /** Whether the figures that people look for are in it: totals of a table, not its inner cells. */
  readonly isMargin: boolean;
}

interface Suppressed {
  readonly told: ReadonlyMap<string, ExchangeCounts>;
  /** Records in margins that can be told. */
  readonly reach: number;
}

function suppressAt(cells: readonly Cell[], level: Level, threshold: number): Suppressed | null {
  const arcs = cells.map(({ from, to, counts }): Arc => {
    const figures = figuresAt(level, counts);
    return { from, to, values: level === 'eligible' ? figures : [eligibleOf(counts), ...figures] };
  });
  const hidden = suppress(arcs, threshold);
  if (hidden === null) return null;
  const told = cells.map(
    ({ key, counts }, i) => [key, hidden[i] === 1 ? HIDDEN : toldAt(level, counts)] as const,
  );
  const reach = cells.reduce(
    (sum, { counts, isMargin }, i) => sum + (isMargin && hidden[i] !== 1 ? eligibleOf(counts) : 0),
    0,
  );
  return { told: new Map(told), reach };
}

/** A finer level, or the crossing of a table, is worth telling if it leaves at least this share of the records told. */
const WORTH = 0.8;

/**
 * The table at the level that tells most, never finer than the total's. The mere number of records is told only where
 * nothing else can be. `null` where the table has to be withheld.
 */
function suppressTable(cells: readonly Cell[], finest: Level, threshold: number): Suppressed | null {
  const at = (level: Level): Suppressed | null =>
    LEVELS.indexOf(level) < LEVELS.indexOf(finest) ? null : suppressAt(cells, level, threshold);
  const [full, met] = [at('full'), at('met')];
  const best = (full?.reach ?? 0) >= WORTH * (met?.reach ?? 0) ? full : met;
  return best !== null && best.reach > 0 ? best : (at('eligible') ?? best);
}

const bandOf = (key: string): AgeBand => AGE_BANDS.find((band) => band === key) ?? 'unknown';
const classOf = (key: string): string | null => (key === '' ? null : key);

export interface OffenceTable {
  readonly classes: readonly ClassCounts[] | null;
  readonly bands: readonly BandCounts[] | null;
  readonly strata: readonly StratumCounts[] | null;
}

const partsOf = (key: string): readonly [offenceClass: string, band: string] => {
  const at = key.indexOf('\n');
  return [key.slice(0, at), key.slice(at + 1)];
};

/** The three tables of class and band: with their crossing the totals are bound to one another by it. */
function offenceCells(
  cells: readonly CellSummary[],
): Readonly<Record<'classes' | 'bands' | 'strata', readonly Cell[]>> {
  const classes = groupCells(cells, ({ offenceClass }) => offenceClass ?? '');
  const bands = groupCells(cells, ({ ageBand }) => ageBand);
  const strata = groupCells(cells, ({ offenceClass, ageBand }) => `${offenceClass ?? ''}\n${ageBand}`);
  const classNode = new Map([...classes.keys()].map((key, i) => [key, 2 + i]));
  const bandNode = new Map([...bands.keys()].map((key, i) => [key, 2 + classes.size + i]));
  const cell = (key: string, counts: TrueCounts, from = SOURCE, to = SINK, isMargin = true): Cell => ({
    key,
    counts,
    from,
    to,
    isMargin,
  });
  return {
    classes: [...classes].map(([key, counts]) => cell(`class\n${key}`, counts, SOURCE, classNode.get(key))),
    bands: [...bands].map(([key, counts]) => cell(`band\n${key}`, counts, bandNode.get(key), SINK)),
    strata: [...strata].map(([key, counts]) => {
      const [offenceClass, band] = partsOf(key);
      return cell(`stratum\n${key}`, counts, classNode.get(offenceClass), bandNode.get(band), false);
    }),
  };
}

const alone = (cells: readonly Cell[]): readonly Cell[] =>
  cells.map((cell) => ({ ...cell, from: SOURCE, to: SINK }));

/**
 * Class of offence by age band, with both totals. The crossing is withheld where it would cost too much of the
 * totals, which more people look for: they then stand alone.
 */
export function offenceTable(cells: readonly CellSummary[], finest: Level, threshold: number): OffenceTable {
  const of = offenceCells(cells);
  const crossed = suppressTable([...of.classes, ...of.strata, ...of.bands], finest, threshold);
  const classes = suppressTable(alone(of.classes), finest, threshold);
  const bands = suppressTable(alone(of.bands), finest, threshold);
  const apart = (classes?.reach ?? 0) + (bands?.reach ?? 0);
  const isCrossed = crossed !== null && crossed.reach > 0 && crossed.reach >= WORTH * apart;
  const [toldClasses, toldBands] = isCrossed ? [crossed.told, crossed.told] : [classes?.told, bands?.told];
  const tell = (told: ReadonlyMap<string, ExchangeCounts>, key: string) => told.get(key) ?? HIDDEN;
  const own = (key: string): string => partsOf(key)[1];
  return {
    classes:
      toldClasses === undefined
        ? null
        : of.classes.map(({ key }) => ({ offenceClass: classOf(own(key)), ...tell(toldClasses, key) })),
    bands:
      toldBands === undefined
        ? null
        : AGE_BANDS.flatMap((ageBand) => {
            const cell = of.bands.find(({ key }) => own(key) === ageBand);
            return cell === undefined ? [] : [{ ageBand, ...tell(toldBands, cell.key) }];
          }),
    strata: isCrossed
      ? of.strata.map(({ key }) => {
          const [offenceClass, band] = partsOf(own(key));
          return { offenceClass: classOf(offenceClass), ageBand: bandOf(band), ...tell(crossed.told, key) };
        })
      : null,
  };
}

/** Quarters, and within them months. */
export function timeTable(
  cells: readonly CellSummary[],
  finest: Level,
  threshold: number,
): readonly QuarterCounts[] | null {
  const months = groupCells(cells, ({ month }) => month ?? '');
  const quarters = groupCells(cells, ({ month }) => quarterOf(month ?? ''));
  const node = new Map([...quarters.keys()].map((key, i) => [key, 2 + i]));
  const table: Cell[] = [
    ...[...quarters].map(([key, counts]) => ({
      key,
      counts,
      from: SOURCE,
      to: node.get(key) ?? SINK,
      isMargin: true,
    })),
    ...[...months].map(([key, counts]) => ({
      key,
      counts,
      from: node.get(quarterOf(key)) ?? SOURCE,
      to: SINK,
      isMargin: true,
    })),
  ];
  const told = suppressTable(table, finest, threshold)?.told;
  if (told === undefined) return null;
  return [...quarters.keys()].map((quarter) => ({
    quarter,
    ...(told.get(quarter) ?? HIDDEN),
    months: [...months.keys()]
      .filter((month) => quarterOf(month) === quarter)
      .map((month) => ({ month, ...(told.get(month) ?? HIDDEN) })),
  }));
}
