import type { Measure, Pack } from '../model/pack.js';
import { parseDate } from '../normalise/date.js';
import { type ChartLine, chartLine } from './chart-line.js';
import type { HistoryEntry } from './entry.js';
import type { LeftOutRun, TrendEvent } from '../model/trend.js';
import { rebases } from './events.js';
import { allOf, monthNumber, monthsOf } from './months.js';
import { ENOUGH_RECORDS, type Periods, periodsOf, type TrendPeriod } from './periods.js';

/** How many months are drawn, up to the last, where no first one is named. */
export const MONTHS_DRAWN = 36;

/** An event where it stands on a line. */
export interface PlacedEvent extends TrendEvent {
  /** The number by which the drawing names it. */
  readonly number: number;
  /** The index of the period from which on it shows in most records. */
  readonly index: number;
  readonly rebases: boolean;
}

/** One headline measure in one force over time. */
export interface TrendLine extends Periods {
  readonly force: string;
  readonly measure: Measure;
  /** met / (met + breached); no value for a period of fewer than 20 records. */
  readonly rate: ChartLine;
  /** The records that the measure concerns. */
  readonly count: ChartLine;
  readonly events: readonly PlacedEvent[];
}

export interface Trend {
  readonly lines: readonly TrendLine[];
  readonly events: readonly TrendEvent[];
  /** The days as at which the runs were made that the lines may draw on. */
  readonly runs: readonly string[];
  readonly leftOut: readonly LeftOutRun[];
  /** Whether any line is broken because runs were judged by different rules. */
  readonly isBroken: boolean;
}

export interface TrendOptions {
  readonly events?: readonly TrendEvent[];
  /** The first month to draw, `YYYY-MM`. @default 36 months up to the last */
  readonly from?: string;
}

function whyLeftOut(entry: HistoryEntry): LeftOutRun['why'] | null {
  if (entry.notChecked !== null) return 'not-checked';
  if (!entry.complete) return 'incomplete';
  return entry.alerts.length > 0 ? 'alert' : null;
}

/** The first period most of whose days lie on or after the event. */
function placed(event: TrendEvent, number: number, periods: readonly TrendPeriod[]): readonly PlacedEvent[] {
  const day = parseDate(event.date) ?? 0;
  const first = periods[0];
  const last = periods.at(-1);
  if (first === undefined || last === undefined || day < first.from || day >= last.until) return [];
  const index = periods.findIndex(({ from, until }) => (from + until) / 2 >= day);
  return [{ ...event, number, index: index === -1 ? periods.length : index, rebases: rebases(event) }];
}

function lineOf(
  entries: readonly HistoryEntry[],
  measure: Measure,
  force: string,
  { events = [], from }: TrendOptions,
): TrendLine | null {
  const months = monthsOf(entries, measure.id, force);
  const first = from === undefined ? (months.at(-1)?.month ?? 0) - MONTHS_DRAWN + 1 : monthNumber(from);
  const joined = periodsOf(
    months.filter(({ month }) => month >= first),
    measure.id,
  );
  const { periods } = joined;
  if (periods.length === 0) return null;
  const onLine = events.flatMap((event, i) => placed(event, i + 1, periods));
  const starts = new Set<number>();
  periods.forEach(({ breaks }, i) => {
    if (breaks.length > 0) starts.add(i);
  });
  for (const event of onLine) if (event.rebases && event.index < periods.length) starts.add(event.index);
  starts.delete(0);
  const sorted = [...starts].sort((a, b) => a - b);
  const rates = periods.map((period) => {
    const judged = period.met + period.breached;
    return allOf(period) < ENOUGH_RECORDS || judged === 0 ? null : period.met / judged;
  });
  return {
    ...joined,
    force,
    measure,
    rate: chartLine(rates, sorted),
    count: chartLine(periods.map(allOf), sorted),
    events: onLine,
  };
}

/** Every headline measure of every force over the months of recording whose records have settled. */
export function trend(entries: readonly HistoryEntry[], pack: Pack, options: TrendOptions = {}): Trend {
  const judged = [...entries]
    .sort((a, b) => (a.asAt < b.asAt ? -1 : 1))
    .map((entry) => ({ entry, why: whyLeftOut(entry) }));
  const used = judged.flatMap(({ entry, why }) => (why === null ? [entry] : []));
  const headlines = pack.measures.filter(({ headline }) => headline !== undefined);
  const forces = [...new Set(used.flatMap(({ cells }) => cells.map(([, force]) => force)))].sort();
  const lines = forces.flatMap((force) =>
    headlines.flatMap((measure) => lineOf(used, measure, force, options) ?? []),
  );
  return {
    lines,
    events: options.events ?? [],
    runs: used.map(({ asAt }) => asAt),
    leftOut: judged.flatMap(({ entry, why }) => (why === null ? [] : [{ asAt: entry.asAt, why }])),
    isBroken: lines.some(({ periods }) => periods.some(({ breaks }) => breaks.length > 0)),
  };
}
