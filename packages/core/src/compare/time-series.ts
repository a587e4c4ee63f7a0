import type { XmrPhase } from '../statistics/xmr-phase.js';
import { xmr } from '../statistics/xmr.js';
import type { Breakdown } from './breakdown.js';
import type { TimeSeries } from './comparison.js';
import { type Figure, figureOf } from './figure.js';

/** Months with fewer eligible records than this become quarters; classes and months below it show no spread. */
export const ENOUGH_RECORDS = 20;
const FEWEST_OF_A_PHASE = 2;

export type TimeShows = 'rate' | 'floor';

/** Every month or quarter from the first to the last, those without a record among them. */
function keysBetween(from: string, to: string, unit: 'month' | 'quarter'): readonly string[] {
  const start = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1;
  const end = Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7)) - 1;
  const keys: string[] = [];
  for (let month = start; month <= end; month++) {
    const year = String(Math.floor(month / 12));
    const key =
      unit === 'month'
        ? `${year}-${String((month % 12) + 1).padStart(2, '0')}`
        : `${year}-Q${String(Math.floor((month % 12) / 3) + 1)}`;
    if (keys.at(-1) !== key) keys.push(key);
  }
  return keys;
}

export function quarterOfMonth(month: string): string {
  return keysBetween(month, month, 'quarter')[0] ?? month;
}

/** A force's figures over time, in months if each of them is large enough. */
export interface TimeFigures {
  /** Months without any record: a month that is suppressed has one. */
  readonly missing: readonly string[];
  readonly unit: 'month' | 'quarter';
  readonly points: readonly { readonly key: string; readonly figure: Figure }[];
}

export function timeFigures(
  period: { readonly from: string; readonly to: string } | null,
  table: (unit: 'month' | 'quarter') => Breakdown,
  threshold: number,
): TimeFigures | null {
  if (period === null) return null;
  const points = (unit: 'month' | 'quarter') => {
    const cells = table(unit);
    if (cells === null) return null;
    return keysBetween(period.from, period.to, unit).map((key) => ({
      key,
      figure: figureOf(cells.get(key) ?? null, threshold),
    }));
  };
  const months = points('month');
  if (months === null) return null;
  const isLarge = months.every(
    ({ figure: { state, eligible } }) => state === 'no-data' || (eligible ?? 0) >= ENOUGH_RECORDS,
  );
  const missing = months.filter(({ figure }) => figure.state === 'no-data').map(({ key }) => key);
  return isLarge
    ? { missing, unit: 'month', points: months }
    : { missing, unit: 'quarter', points: points('quarter') ?? [] };
}

/** The rate, unless it is suppressed at many times where the floor can be told: all forces show the same. */
export function timeShows(series: readonly (TimeFigures | null)[]): TimeShows {
  const figures = series.flatMap((of) => of?.points.map(({ figure }) => figure) ?? []);
  const rates = figures.filter(({ rate }) => rate !== null).length;
  const floors = figures.filter(({ floor }) => floor !== null).length;
  return rates >= 0.8 * floors ? 'rate' : 'floor';
}

/** Stretches of values without a gap and without a known change; limits are reckoned for each. */
function stretches(
  values: readonly (number | null)[],
  starts: ReadonlySet<number>,
): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  let start: number | null = null;
  for (let i = 0; i <= values.length; i++) {
    const isOpen = start !== null;
    const value = values[i] ?? null;
    if (start !== null && isOpen && (value === null || starts.has(i))) {
      found.push([start, i]);
      start = null;
    }
    if (start === null && value !== null) start = i;
  }
  return found;
}

/** The series with its XmR limits; a gap ends a phase as a known change does. */
export function timeSeries(of: TimeFigures, shows: TimeShows, rebase: readonly string[]): TimeSeries {
  const points = of.points.map((point) => ({ ...point, value: point.figure[shows] }));
  const wanted = rebase.map((month) => (of.unit === 'month' ? month : quarterOfMonth(month)));
  const rebased = points.map(({ key }) => key).filter((key) => wanted.includes(key));
  const starts = new Set(points.flatMap(({ key }, i) => (rebased.includes(key) ? [i] : [])));
  const charts = stretches(
    points.map(({ value }) => value),
    starts,
  )
    .filter(([start, end]) => end - start >= FEWEST_OF_A_PHASE)
    .map(([start, end]) => {
      const chart = xmr(points.slice(start, end).map(({ value }) => value ?? 0));
      return {
        phases: chart.phases.map((phase): XmrPhase => ({ ...phase, start: phase.start + start })),
        signals: chart.signals.map((signal) => ({ ...signal, index: signal.index + start })),
      };
    });
  return {
    unit: of.unit,
    points,
    rebased,
    phases: charts.flatMap(({ phases }) => phases),
    signals: charts.flatMap(({ signals }) => signals),
  };
}
