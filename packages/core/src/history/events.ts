import { Papa } from '../vendor/papaparse.js';
import { parseDate } from '../normalise/date.js';
import { trim } from '../normalise/text.js';
import { EVENT_KINDS, type EventKind, type TrendEvent } from '../model/trend.js';

/** The kinds that change what is counted, and not only how well it is done: limits are taken anew from them on. */
const REBASING: readonly EventKind[] = ['system', 'law', 'rules'];

export interface EventsFile {
  /** In order of time. */
  readonly events: readonly TrendEvent[];
  /** What is wrong with the file, line by line. */
  readonly faults: readonly string[];
}

export const EVENT_COLUMNS = ['date', 'label', 'kind'] as const;

export function rebases({ kind }: TrendEvent): boolean {
  return REBASING.includes(kind);
}

/** Reads an events file: a CSV with the columns date, label and kind. */
export function readEvents(csv: string): EventsFile {
  const [header = [], ...rows] = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { header: false }).data;
  const names = header.map((name) => trim(name).toLowerCase());
  const missing = EVENT_COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    return {
      events: [],
      faults: [`its header lacks ${missing.join(', ')}; the columns are ${EVENT_COLUMNS.join(', ')}`],
    };
  }
  const events: TrendEvent[] = [];
  const faults: string[] = [];
  rows.forEach((row, index) => {
    if (row.every((cell) => trim(cell) === '')) return;
    const cell = (column: (typeof EVENT_COLUMNS)[number]) => trim(row[names.indexOf(column)] ?? '');
    const line = `line ${String(index + 2)}`;
    const date = cell('date');
    const kind = EVENT_KINDS.find((name) => name === cell('kind').toLowerCase());
    const label = cell('label');
    if (date.length !== 10 || parseDate(date) === null)
      faults.push(`${line}: the date is not one (YYYY-MM-DD)`);
    else if (label === '') faults.push(`${line}: the label is empty`);
    else if (kind === undefined) faults.push(`${line}: the kind is none of ${EVENT_KINDS.join(', ')}`);
    else events.push({ date, label, kind });
  });
  return { events: events.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)), faults };
}
