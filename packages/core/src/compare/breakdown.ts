import { addCounts, NONE } from './counts.js';
import {
  type ExchangeBlock,
  type ExchangeCounts,
  type ExchangeMeasure,
  type ExchangeYears,
  type FewSide,
  MATURITY_BLOCKS,
  type QuarterCounts,
} from './exchange.js';

/** The counts of the cells of a breakdown by their key; `null` where the table is withheld. */
export type Breakdown = ReadonlyMap<string, ExchangeCounts> | null;

function blocksOf(measure: ExchangeMeasure, withUnsettled: boolean): readonly ExchangeBlock[] {
  const names = withUnsettled ? MATURITY_BLOCKS : (['settled'] as const);
  return names.flatMap((name) => measure[name] ?? []);
}

/** The total of the records that are compared, and which side is small where that hides it. */
export function totalOf(
  measure: ExchangeMeasure | undefined,
  withUnsettled: boolean,
): { readonly counts: ExchangeCounts; readonly few: FewSide | null } {
  const blocks = measure === undefined ? [] : blocksOf(measure, withUnsettled);
  const [only, ...others] = blocks;
  const few = only !== undefined && others.length === 0 ? only.few : null;
  return { counts: addCounts(blocks.map(({ total }) => total)), few };
}

type Entries = readonly (readonly [key: string, counts: ExchangeCounts])[];

/** The cells of every year and maturity under their keys; a cell that some of them do not list has no record there. */
function breakdown(
  measure: ExchangeMeasure | undefined,
  withUnsettled: boolean,
  entriesOf: (years: ExchangeYears) => Entries | null,
): Breakdown {
  const cells = new Map<string, ExchangeCounts>();
  if (measure === undefined) return cells;
  for (const block of blocksOf(measure, withUnsettled)) {
    if (block.years.length === 0) return null;
    for (const years of block.years) {
      const entries = entriesOf(years);
      if (entries === null) return null;
      for (const [key, counts] of entries) {
        const { eligible, met, breached, undetermined } = counts;
        cells.set(key, addCounts([cells.get(key) ?? NONE, { eligible, met, breached, undetermined }]));
      }
    }
  }
  return new Map([...cells].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The key of what has no class. */
export const NO_CLASS = '?';

export const stratumKey = (offenceClass: string, ageBand: string): string => `${offenceClass} ${ageBand}`;

export function byClass(measure: ExchangeMeasure | undefined, withUnsettled: boolean): Breakdown {
  return breakdown(measure, withUnsettled, ({ classes }) =>
    classes === null ? null : classes.map((cell) => [cell.offenceClass ?? NO_CLASS, cell]),
  );
}

export function byBand(measure: ExchangeMeasure | undefined, withUnsettled: boolean): Breakdown {
  return breakdown(measure, withUnsettled, ({ bands }) =>
    bands === null ? null : bands.map((cell) => [cell.ageBand, cell]),
  );
}

export function byStratum(measure: ExchangeMeasure | undefined, withUnsettled: boolean): Breakdown {
  return breakdown(measure, withUnsettled, ({ strata }) =>
    strata === null
      ? null
      : strata.map((cell) => [stratumKey(cell.offenceClass ?? NO_CLASS, cell.ageBand), cell]),
  );
}

/** Quarters, or the months within them. */
export function byTime(
  measure: ExchangeMeasure | undefined,
  withUnsettled: boolean,
  unit: 'month' | 'quarter',
): Breakdown {
  const cells = (quarters: readonly QuarterCounts[]): Entries =>
    unit === 'quarter'
      ? quarters.map((cell) => [cell.quarter, cell])
      : quarters.flatMap(({ months }) => months.map((cell) => [cell.month, cell] as const));
  return breakdown(measure, withUnsettled, ({ quarters }) => (quarters === null ? null : cells(quarters)));
}
