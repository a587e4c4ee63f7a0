import { parseDate } from '../normalise/date.js';
import type { Alert } from '../model/alert.js';
import type { HistoryEntry } from './entry.js';

/** Records below this many, and rates of as few, fall by chance. */
const ENOUGH = 20;
/** Cells that were to be expected to be set, from which on none at all is no chance. */
const EXPECTED = 5;
const COLLAPSE = 0.5;
/** A share of readable codes falls from this difference on, and from as many records. */
const CODES_FELL = 0.01;
const CODES_RECORDS = 5;
/** For so many days a broken feed is compared with the last sound run; after that it is the norm. */
const NORM_AFTER_DAYS = 14;

type Compare = (before: HistoryEntry, now: HistoryEntry) => readonly Alert[];

const columnsGone: Compare = (before, now) => {
  const columns = before.columns.filter((column) => !now.columns.includes(column));
  return columns.length === 0 ? [] : [{ kind: 'column-gone', since: before.asAt, columns }];
};

/** A column that is there and not filled; one that is gone is said by `column-gone`. */
const markersBlank: Compare = (before, now) =>
  now.markers.flatMap(([marker, set, records]): readonly Alert[] => {
    const [, setBefore = 0, recordsBefore = 0] = before.markers.find(([name]) => name === marker) ?? [];
    const expected = recordsBefore === 0 ? 0 : (setBefore / recordsBefore) * records;
    if (set > 0 || expected < EXPECTED) return [];
    return [{ kind: 'marker-blank', since: before.asAt, marker, before: setBefore, records }];
  });

const hasOtherRules = (before: HistoryEntry, now: HistoryEntry): boolean =>
  before.pack.digest !== now.pack.digest ||
  before.policy !== now.policy ||
  before.profile.blank !== now.profile.blank;

const ratesCollapsed: Compare = (before, now) =>
  now.measures.flatMap((of): readonly Alert[] => {
    const then = before.measures.find(({ id }) => id === of.id);
    const judgedThen = (then?.met ?? 0) + (then?.breached ?? 0);
    const judged = of.met + of.breached;
    if (then === undefined || judgedThen < ENOUGH || judged < ENOUGH) return [];
    const rateThen = then.met / judgedThen;
    const rate = of.met / judged;
    if (rate >= COLLAPSE * rateThen) return [];
    return [
      {
        kind: 'rate-collapse',
        since: before.asAt,
        measure: of.id,
        before: rateThen,
        now: rate,
        otherRules: hasOtherRules(before, now),
      },
    ];
  });

const recordsFell: Compare = (before, now) =>
  before.records < ENOUGH || now.records >= COLLAPSE * before.records
    ? []
    : [{ kind: 'records-fell', since: before.asAt, before: before.records, now: now.records }];

function countedByForce({ cells }: HistoryEntry): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  for (const [, force, , , met, breached, undetermined] of cells) {
    counted.set(force, (counted.get(force) ?? 0) + met + breached + undetermined);
  }
  return counted;
}

const forcesGone: Compare = (before, now) => {
  const there = countedByForce(now);
  // Without their columns the measures concern no record at all, which the columns say better.
  if (there.size === 0 && columnsGone(before, now).length > 0) return [];
  return [...countedByForce(before)].flatMap(([force, counted]): readonly Alert[] =>
    counted < ENOUGH || there.has(force)
      ? []
      : [{ kind: 'force-gone', since: before.asAt, force, before: counted }],
  );
};

const codesUnreadable: Compare = (before, now) => {
  if (before.readable === null || now.readable === null) return [];
  const [readableThen, recordsThen] = before.readable;
  const [readable, records] = now.readable;
  if (recordsThen === 0 || records === 0) return [];
  const fall = readableThen / recordsThen - readable / records;
  if (fall < CODES_FELL || fall * records < CODES_RECORDS) return [];
  return [
    {
      kind: 'codes-unreadable',
      since: before.asAt,
      before: readableThen / recordsThen,
      now: readable / records,
    },
  ];
};

const COMPARISONS: readonly Compare[] = [
  columnsGone,
  markersBlank,
  recordsFell,
  forcesGone,
  codesUnreadable,
  ratesCollapsed,
];

/** What looks like a broken feed against an earlier run: the feed first, the rates last. */
export function alerts(previous: HistoryEntry | null, now: HistoryEntry): readonly Alert[] {
  return previous === null ? [] : COMPARISONS.flatMap((compare) => compare(previous, now));
}

const isSound = (entry: HistoryEntry): boolean =>
  entry.complete && entry.notChecked === null && entry.alerts.length === 0;

/**
 * The run that a run as at this day is compared with: the last one that was checked whole and had no alert,
 * so that a broken feed is said every night and not only the first; where there was none for 14 days, the
 * last run of all, because by then the change is the norm. A run as at the same day is replaced, not compared with.
 */
export function alertReference(entries: readonly HistoryEntry[], asAt: string): HistoryEntry | null {
  const earlier = entries.filter((entry) => entry.asAt < asAt).toSorted((a, b) => (a.asAt < b.asAt ? -1 : 1));
  const sound = earlier.findLast(isSound);
  const age = sound === undefined ? Infinity : (parseDate(asAt) ?? 0) - (parseDate(sound.asAt) ?? 0);
  if (sound !== undefined && age <= NORM_AFTER_DAYS) return sound;
  return earlier.findLast(({ notChecked }) => notChecked === null) ?? sound ?? null;
}
