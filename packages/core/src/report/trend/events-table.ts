import { rebases } from '../../history/events.js';
import type { TrendEvent } from '../../model/trend.js';
import { count, longDate } from '../../messages/figures.js';
import { KIND_WORDS, TREND } from '../../messages/trend.js';
import { clip } from '../html/escape.js';
import type { HtmlValue } from '../html/html.js';
import { table } from '../html/table.js';

/** What the numbers in circles on the charts stand for. */
export function eventsTable(events: readonly TrendEvent[]): HtmlValue {
  const { number, date, kind, label, effect } = TREND.eventColumns;
  return table({
    caption: TREND.eventsTable,
    columns: [
      { head: number, cell: ([, i]) => count(i + 1), isNumber: true },
      { head: date, cell: ([event]) => longDate(event.date) },
      { head: kind, cell: ([event]) => KIND_WORDS[event.kind] },
      { head: label, cell: ([event]) => clip(event.label), isRowHead: true },
      { head: effect, cell: ([event]) => (rebases(event) ? TREND.rebased : TREND.kept) },
    ],
    rows: events.map((event, i) => [event, i] as const),
  });
}
