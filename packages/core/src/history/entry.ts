import type { Maturity } from '../model/cell.js';
import type { Measure, Pack } from '../model/pack.js';
import type { RunSummary } from '../model/run.js';
import { parseDate } from '../normalise/date.js';
import { jsonDigest } from '../rules/json-digest.js';
import type { AlertKind } from '../model/alert.js';

/** The number of the shape of a history entry; a change of the shape is a new number. */
export const HISTORY_SCHEMA = 1;

/** Counts of a headline measure by force, month of recording and maturity. As a list, because there are many. */
export type HistoryCell = readonly [
  measure: string,
  force: string,
  month: string,
  maturity: Maturity,
  met: number,
  breached: number,
  undetermined: number,
];

/** What is kept of a run, so that later runs can be compared with it: small, and without any record. */
export interface HistoryEntry {
  readonly schema: typeof HISTORY_SCHEMA;
  readonly tool: string;
  readonly asAt: string;
  readonly complete: boolean;
  readonly notChecked: string | null;
  readonly pack: { readonly id: string; readonly edition: string; readonly digest: string };
  /** The digest of what the policy changes; `null` where it changes nothing. */
  readonly policy: string | null;
  readonly profile: { readonly name: string; readonly digest: string; readonly blank: string };
  readonly records: number;
  readonly columns: readonly string[];
  /** Cells that are set, and records, by marker column. */
  readonly markers: readonly (readonly [marker: string, set: number, records: number])[];
  /** Records whose offence code could be read, and records; `null` where there was no such column. */
  readonly readable: readonly [readable: number, records: number] | null;
  /** Counts by headline measure, and the rules that it did without. */
  readonly measures: readonly {
    readonly id: string;
    readonly met: number;
    readonly breached: number;
    readonly undetermined: number;
    readonly without: readonly string[];
  }[];
  readonly cells: readonly HistoryCell[];
  /** What looked broken on that day. */
  readonly alerts: readonly AlertKind[];
}

function rulesOf({ rules = [], of = [] }: Measure, pack: Pack): readonly string[] {
  const parts = pack.measures.filter(({ id }) => of.includes(id));
  return [...new Set([...rules, ...parts.flatMap((part) => part.rules ?? [])])].sort();
}

function cellsOf({ cells }: RunSummary, measures: ReadonlySet<string>): readonly HistoryCell[] {
  const sums = new Map<string, HistoryCell>();
  for (const { measure, force, month, maturity, met, breached, undetermined } of cells) {
    if (month === null || !measures.has(measure)) continue;
    const key = JSON.stringify([measure, force, month, maturity]);
    const [, , , , m, b, u] = sums.get(key) ?? [measure, force, month, maturity, 0, 0, 0];
    sums.set(key, [measure, force, month, maturity, m + met, b + breached, u + undetermined]);
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
}

/** What the history keeps of a run. */
export function historyEntry(
  summary: RunSummary,
  pack: Pack,
  alerts: readonly AlertKind[] = [],
): HistoryEntry {
  const headlines = pack.measures.filter(({ headline }) => headline !== undefined);
  const readable = summary.checks.find(({ id }) => id === 'CODE-READABLE');
  return {
    schema: HISTORY_SCHEMA,
    tool: `${summary.tool.name} ${summary.tool.version}`,
    asAt: summary.asAt,
    complete: summary.complete,
    notChecked: summary.notChecked,
    pack: summary.pack,
    policy: summary.policy.changes.length === 0 ? null : jsonDigest(summary.policy.changes),
    profile: summary.profile,
    records: summary.records,
    columns: summary.columns,
    markers: summary.checks.flatMap(({ id, marker, state, numerator, denominator }) =>
      id !== 'EMPTY-FLAG-COLUMN' || marker === undefined || state === 'not-assessed'
        ? []
        : [[marker, numerator, denominator] as const],
    ),
    readable:
      readable === undefined || readable.state === 'not-assessed'
        ? null
        : [readable.numerator, readable.denominator],
    measures: headlines.flatMap((measure) => {
      const of = summary.measures[measure.id];
      if (of === undefined) return [];
      const without = rulesOf(measure, pack).filter((id) => summary.rules[id]?.state !== 'on');
      const { met, breached, undetermined } = of;
      return [{ id: measure.id, met, breached, undetermined, without }];
    }),
    cells: cellsOf(summary, new Set(headlines.map(({ id }) => id))),
    alerts: [...new Set(alerts)],
  };
}

/** The file that holds an entry: by its day, and by a digest of what it holds. */
export function historyFileName(entry: HistoryEntry): string {
  return `${entry.asAt}-${jsonDigest(entry).slice(0, 12)}.json`;
}

/** Whether a file's name is one of {@link historyFileName}; anything else in the folder is not ours. */
export function isHistoryFileName(name: string): boolean {
  return /^\d{4}-\d{2}-\d{2}-[0-9a-f]{12}\.json$/.test(name);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCell = (cell: unknown): boolean =>
  Array.isArray(cell) &&
  cell.length === 7 &&
  cell.slice(0, 4).every((part) => typeof part === 'string') &&
  cell.slice(4).every((part) => Number.isSafeInteger(part) && part >= 0);

const isMeasure = (measure: unknown): boolean =>
  isObject(measure) &&
  typeof measure['id'] === 'string' &&
  ['met', 'breached', 'undetermined'].every((name) => Number.isSafeInteger(measure[name])) &&
  Array.isArray(measure['without']);

/** A parsed file as an entry, or `null` if it is none, or one of another schema. */
export function readHistoryEntry(value: unknown): HistoryEntry | null {
  if (!isObject(value) || value['schema'] !== HISTORY_SCHEMA) return null;
  const { asAt, pack, profile, cells, measures, markers, columns, alerts, records } = value;
  const isWhole =
    typeof asAt === 'string' &&
    parseDate(asAt) !== null &&
    typeof records === 'number' &&
    isObject(pack) &&
    isObject(profile) &&
    [markers, columns, alerts].every(Array.isArray) &&
    Array.isArray(measures) &&
    measures.every(isMeasure) &&
    Array.isArray(cells) &&
    cells.every(isCell);
  return isWhole ? (value as unknown as HistoryEntry) : null;
}
