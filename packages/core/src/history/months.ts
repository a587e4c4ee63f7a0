import { calendarDate, type Day, dayOf, parseDate } from '../normalise/date.js';
import type { Basis } from '../model/trend.js';
import type { HistoryEntry } from './entry.js';

/** Records are settled from this age on: those who complete them have had their time. */
export const SETTLED_DAYS = 28;
/** An extract that has less of a month than this share of the most that any run saw does not hold all of it. */
const WHOLE_MONTH = 0.9;

export interface Counts {
  readonly met: number;
  readonly breached: number;
  readonly undetermined: number;
}

/** A month of recording as the run saw it that knows it best. */
export interface MonthCounts extends Counts {
  /** Months since year 0. */
  readonly month: number;
  readonly source: HistoryEntry;
}

export function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** `YYYY-MM` */
export function monthName(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

export function firstDayOf(month: number): Day {
  return dayOf(Math.floor(month / 12), (month % 12) + 1, 1) ?? 0;
}

/** The month that a day lies in, counted from year 0. */
export function monthOf(day: Day): number {
  const { year, month } = calendarDate(day);
  return year * 12 + month - 1;
}

/** The last month whose records were all settled as at a day. */
export function lastSettledMonth(asAt: Day): number {
  return monthOf(asAt - SETTLED_DAYS + 1) - 1;
}

/** All that counts on the rules' side: two runs that differ here must not be drawn as one line. */
export function basisOf(entry: HistoryEntry, measure: string): Readonly<Record<Basis, string>> {
  const without = entry.measures.find(({ id }) => id === measure)?.without ?? [];
  return {
    pack: entry.pack.digest,
    policy: entry.policy ?? 'none',
    blank: entry.profile.blank,
    rules: without.join(),
  };
}

export const allOf = ({ met, breached, undetermined }: Counts): number => met + breached + undetermined;

function countsByMonth(entry: HistoryEntry, measure: string, force: string): ReadonlyMap<number, Counts> {
  const last = lastSettledMonth(parseDate(entry.asAt) ?? 0);
  const months = new Map<number, Counts>();
  for (const [of, inForce, month, , met, breached, undetermined] of entry.cells) {
    const number = monthNumber(month);
    if (of !== measure || inForce !== force || number > last) continue;
    const sum = months.get(number) ?? { met: 0, breached: 0, undetermined: 0 };
    months.set(number, {
      met: sum.met + met,
      breached: sum.breached + breached,
      undetermined: sum.undetermined + undetermined,
    });
  }
  return months;
}

/**
 * Every month whose records have all settled, without a gap, each from the latest run whose extract holds the
 * whole of it: whole extracts give every month from the last run, nightly or moving extracts each month from
 * another. A month between two others that no run has records of counts 0, which is how a gap in a feed shows.
 */
export function monthsOf(
  entries: readonly HistoryEntry[],
  measure: string,
  force: string,
): readonly MonthCounts[] {
  const sorted = [...entries].sort((a, b) => (a.asAt < b.asAt ? -1 : 1));
  const seen = sorted.map((source) => ({ source, months: countsByMonth(source, measure, force) }));
  const most = new Map<number, number>();
  for (const { months } of seen) {
    for (const [month, counts] of months) most.set(month, Math.max(most.get(month) ?? 0, allOf(counts)));
  }
  const best = new Map<number, MonthCounts>();
  for (const { source, months } of seen) {
    for (const [month, counts] of months) {
      if (allOf(counts) >= WHOLE_MONTH * (most.get(month) ?? 0))
        best.set(month, { month, source, ...counts });
    }
  }
  const numbers = [...best.keys()].sort((a, b) => a - b);
  const first = numbers[0];
  const last = numbers.at(-1);
  if (first === undefined || last === undefined) return [];
  let source = best.get(first)?.source;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).flatMap(
    (month): readonly MonthCounts[] => {
      const of = best.get(month);
      source = of?.source ?? source;
      if (source === undefined) return [];
      return [of ?? { month, source, met: 0, breached: 0, undetermined: 0 }];
    },
  );
}
