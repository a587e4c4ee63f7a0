import type { Day } from '../normalise/date.js';
import type { Basis, PeriodUnit } from '../model/trend.js';
import { allOf, basisOf, type Counts, firstDayOf, type MonthCounts } from './months.js';

/** A rate of fewer records than this jumps about by chance. */
export const ENOUGH_RECORDS = 20;
/** From this share of months with too few records on, quarters are drawn in place of months. */
const TOO_MANY_SMALL = 0.2;

/** A month or a quarter of recording. */
export interface TrendPeriod extends Counts {
  /** The first month, counted from year 0. */
  readonly month: number;
  readonly unit: PeriodUnit;
  readonly from: Day;
  /** The first day after it. */
  readonly until: Day;
  /** The days as at which the counts were taken, first and last. */
  readonly asAt: readonly [string, string];
  /** What the rules' side differs in from the period before: the line is broken here. */
  readonly breaks: readonly Basis[];
}

export interface Periods {
  readonly unit: PeriodUnit;
  readonly periods: readonly TrendPeriod[];
  /** Months that make no whole quarter. */
  readonly leftOver: number;
}

/** What two runs' rules differ in, for a measure. */
function differences(before: MonthCounts, now: MonthCounts, measure: string): readonly Basis[] {
  const then = basisOf(before.source, measure);
  const of = basisOf(now.source, measure);
  return (Object.keys(of) as Basis[]).filter((part) => then[part] !== of[part]);
}

function periodOf(months: readonly MonthCounts[], unit: PeriodUnit, breaks: readonly Basis[]): TrendPeriod {
  const first = months[0]?.month ?? 0;
  const days = months.map(({ source }) => source.asAt).toSorted();
  const sum = (part: keyof Counts) => months.reduce((total, month) => total + month[part], 0);
  return {
    month: first,
    unit,
    from: firstDayOf(first),
    until: firstDayOf(first + months.length),
    asAt: [days[0] ?? '', days.at(-1) ?? ''],
    met: sum('met'),
    breached: sum('breached'),
    undetermined: sum('undetermined'),
    breaks,
  };
}

/** Runs of months between breaks. */
function segments(months: readonly MonthCounts[], measure: string) {
  const found: { readonly breaks: readonly Basis[]; readonly months: MonthCounts[] }[] = [];
  months.forEach((month, i) => {
    const before = months[i - 1];
    const breaks = before === undefined ? [] : differences(before, month, measure);
    if (before === undefined || breaks.length > 0) found.push({ breaks, months: [month] });
    else found.at(-1)?.months.push(month);
  });
  return found;
}

/** Whole quarters of the calendar; what is left of a quarter at a break or an end is left out. */
function quartersOf(months: readonly MonthCounts[]): readonly (readonly MonthCounts[])[] {
  const quarters = new Map<number, MonthCounts[]>();
  for (const month of months) {
    const quarter = Math.floor(month.month / 3);
    quarters.set(quarter, [...(quarters.get(quarter) ?? []), month]);
  }
  return [...quarters.values()].filter((of) => of.length === 3);
}

/**
 * The months as the periods of a chart: joined to quarters where more than one month in five has fewer than
 * 20 records, because a chart of both would compare unlike things.
 */
export function periodsOf(months: readonly MonthCounts[], measure: string): Periods {
  const small = months.filter((month) => allOf(month) < ENOUGH_RECORDS).length;
  const unit: PeriodUnit = small > TOO_MANY_SMALL * months.length ? 'quarter' : 'month';
  let pending: readonly Basis[] = [];
  const periods = segments(months, measure).flatMap(({ breaks, months: of }): readonly TrendPeriod[] => {
    pending = [...new Set([...pending, ...breaks])];
    const groups = unit === 'month' ? of.map((month) => [month]) : quartersOf(of);
    const drawn = groups.map((group, i) => periodOf(group, unit, i === 0 ? pending : []));
    if (drawn.length > 0) pending = [];
    return drawn;
  });
  const used = periods.reduce((sum, { unit: of }) => sum + (of === 'quarter' ? 3 : 1), 0);
  return { unit, periods, leftOver: months.length - used };
}
