import { allOfSql, type SqlRecord } from '../../dialect/column.js';
import { ofText, privateFact } from '../../facts/fact.js';
import { live, liveSql } from '../../facts/live.js';
import { markers, markersSql } from '../../facts/markers.js';
import { TRUE } from '../../model/truth.js';
import { calendarDate, dayOf, parseDate } from '../../normalise/date.js';
import type { CheckResult } from '../../model/check-result.js';
import { type ExtractCheck, type ExtractCheckSql, share, type Verdict } from './extract-check.js';

const ID = 'FLAG-RATE-BREAK';
const WATCHED = ['CSA', 'CSE'] as const;
const MONTHS_BEFORE = 12;

/** Live records of a month and how many carry CSA and CSE. */
type MonthCounts = [live: number, csa: number, cse: number];

/** By force as the cell has it, then by month; a month is counted from year 0, so that it can be reckoned with. */
type Counts = Map<string, Map<number, MonthCounts>>;

function monthName(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

function lastDayOf(month: number): number {
  const next = month + 1;
  return (dayOf(Math.floor(next / 12), (next % 12) + 1, 1) ?? 0) - 1;
}

/** Flagged records of the twelve months before, or `null` where the force lacks a live record in one of them. */
function flaggedBefore(
  months: ReadonlyMap<number, MonthCounts>,
  month: number,
  column: 1 | 2,
): number | null {
  let flagged = 0;
  for (let earlier = month - MONTHS_BEFORE; earlier < month; earlier++) {
    const counts = months.get(earlier);
    if (counts === undefined) return null;
    flagged += counts[column];
  }
  return flagged;
}

/** Each month of a force that can be judged, from its thirteenth; its last month only once it is over. */
function breaksOf(
  force: string,
  months: ReadonlyMap<number, MonthCounts>,
  column: 1 | 2,
  verdict: Verdict,
): readonly CheckResult[] {
  const sorted = [...months.keys()].sort((a, b) => a - b);
  const first = sorted[0] ?? 0;
  const last = sorted.at(-1) ?? 0;
  const asAt = parseDate(verdict.asAt) ?? 0;
  return sorted.flatMap((month): readonly CheckResult[] => {
    if (month < first + MONTHS_BEFORE || (month === last && asAt <= lastDayOf(month))) return [];
    const before = flaggedBefore(months, month, column);
    if (before === null || before < verdict.parameter('minimum')) return [];
    const flagged = months.get(month)?.[column] ?? 0;
    const mean = before / MONTHS_BEFORE;
    const broken = flagged < verdict.parameter('low') * mean || flagged > verdict.parameter('high') * mean;
    return [
      {
        id: ID,
        severity: verdict.severity,
        state: broken ? 'raised' : 'ok',
        numerator: flagged,
        denominator: mean,
        figure: share(flagged, mean),
        marker: WATCHED[column - 1] ?? 'CSA',
        force,
        month: monthName(month),
      },
    ];
  });
}

/** The month of `recordedOn`, counted from year 0. */
const recordedMonth = privateFact<number | null>(
  ofText('recordedOn', (text) => {
    const day = parseDate(text);
    if (day === null) return null;
    const { year, month } = calendarDate(day);
    return year * 12 + month - 1;
  }),
);

/** The number of marked records of a month against the year before: how a feed that lost its markers shows. */
export const flagRateBreak: ExtractCheck<Counts> = {
  id: ID,
  empty: () => new Map(),
  add: (tally, record) => {
    const key = record.get(recordedMonth);
    if (key === null || record.get(live) !== TRUE) return;
    const force = record.text('force');
    let months = tally.get(force);
    if (months === undefined) tally.set(force, (months = new Map<number, MonthCounts>()));
    let counts = months.get(key);
    if (counts === undefined) months.set(key, (counts = [0, 0, 0]));
    counts[0]++;
    if (record.get(markers.CSA.set) === TRUE) counts[1]++;
    if (record.get(markers.CSE.set) === TRUE) counts[2]++;
  },
  merge: (left, right) => {
    const merged: Counts = new Map([...left].map(([force, months]) => [force, new Map(months)]));
    for (const [force, months] of right) {
      const into = merged.get(force) ?? new Map<number, MonthCounts>();
      for (const [month, [records, csa, cse]] of months) {
        const counts = into.get(month) ?? [0, 0, 0];
        into.set(month, [counts[0] + records, counts[1] + csa, counts[2] + cse]);
      }
      merged.set(force, into);
    }
    return merged;
  },
  conclude: (tally, verdict) =>
    WATCHED.flatMap((marker, i): readonly CheckResult[] => {
      const head = { id: ID, severity: verdict.severity, marker, numerator: 0, denominator: 0, figure: null };
      const lacking = [marker, 'recordedOn' as const].filter((column) => !verdict.columns.has(column));
      if (lacking.length > 0) return [{ ...head, state: 'not-assessed', lacking }];
      const forces = [...tally].sort(([a], [b]) => (a < b ? -1 : 1));
      const judged = forces.flatMap(([force, months]) => breaksOf(force, months, (i + 1) as 1 | 2, verdict));
      return judged.length > 0 ? judged : [{ ...head, state: 'too-few' }];
    }),
};

export const flagRateBreakSql: ExtractCheckSql = {
  id: ID,
  byMonth: true,
  counts: [
    { part: 'live', of: ({ get }) => get(liveSql) },
    ...WATCHED.map((marker) => ({
      part: marker,
      of: ({ get }: SqlRecord) => allOfSql([get(liveSql), get(markersSql[marker].set)]),
    })),
  ],
  tally: (rows): Counts => {
    const tally: Counts = new Map();
    for (const { force, month, count } of rows) {
      const liveRecords = count('live');
      if (month === null || liveRecords === 0) continue;
      const months = tally.get(force) ?? new Map<number, MonthCounts>();
      tally.set(
        force,
        months.set(Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1, [
          liveRecords,
          count('CSA'),
          count('CSE'),
        ]),
      );
    }
    return tally;
  },
};
