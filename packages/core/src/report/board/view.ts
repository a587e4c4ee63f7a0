import { SUPPRESSION_THRESHOLD, suppressTable } from '../../disclosure/suppress-table.js';
import { BOARD, quarterWords } from '../../messages/board.js';
import type { Measure, Pack } from '../../model/pack.js';
import type { CellSummary, MeasureSummary, RunSummary } from '../../model/run.js';
import {
  type BoardColumns,
  type BoardLine,
  type BoardTable,
  countsIn,
  linesBy,
  merged,
  mergedUntilShown,
  survivingTable,
} from './tables.js';

export interface BoardInput {
  readonly summary: RunSummary;
  readonly pack: Pack;
  /** Counts below this many are suppressed. @default 5 */
  readonly threshold?: number;
}

/**
 * How much of a headline may be shown: its counts `apart`; breached and undetermined `joined`, where one of
 * them is small; only that `at-least` so many are met, where both together are; its total alone, or nothing.
 */
export type HeadlineShown = BoardColumns | 'at-least' | 'total' | 'nothing';

/** A headline measure as it may be shown. */
export interface BoardMeasure {
  readonly measure: Measure;
  readonly headline: string;
  readonly counts: MeasureSummary;
  readonly shown: HeadlineShown;
  readonly periods: { readonly unit: 'quarter' | 'year'; readonly table: BoardTable } | null;
  readonly classes: BoardTable | null;
  /** The measure's records are all of one quarter, or of one class: there is nothing to break down. */
  readonly hasOneQuarter: boolean;
  readonly hasOneClass: boolean;
}

/** Quarters before the last so many are one row. */
const QUARTERS_SHOWN = 8;
/** Outcomes apart are worth losing this share of the rows that joined ones would keep. */
const ROWS_WORTH = 0.6;

/** `2026-Q1`, or `null` without a month. */
function quarterOf(month: string | null): string | null {
  if (month === null) return null;
  return `${month.slice(0, 4)}-Q${String(Math.ceil(Number(month.slice(5, 7)) / 3))}`;
}

function yearOf(month: string | null): string | null {
  return month?.slice(0, 4) ?? null;
}

/** Rows in order of time: what has no date last, and everything before the latest ones in one row. */
function timeLines(
  cells: readonly CellSummary[],
  keyOf: (month: string | null) => string | null,
): readonly BoardLine[] {
  const keys = [...new Set(cells.flatMap(({ month }) => keyOf(month) ?? []))].sort();
  const first = keys.at(-QUARTERS_SHOWN) ?? '';
  const rank = (key: string | null) => (key === null ? '~' : key < first ? '' : key);
  const nameOf = (key: string) =>
    key === '~' ? BOARD.noDate : key === '' ? BOARD.earlier : quarterWords(key);
  return [...linesBy(cells, ({ month }) => rank(keyOf(month)))]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((line) => ({ ...line, name: nameOf(line.name) }));
}

/** A row too small to be shown joins the one before it, the first the one after it. */
function withoutTinyRows(lines: readonly BoardLine[], threshold: number): readonly BoardLine[] {
  const all = ({ counts }: BoardLine) => counts.reduce((sum, value) => sum + value, 0);
  const kept: BoardLine[] = [];
  for (const line of lines) {
    const before = kept.at(-1);
    if (before !== undefined && (all(line) < threshold || all(before) < threshold)) {
      kept[kept.length - 1] = merged(before, line, `${before.name}; ${line.name}`);
    } else kept.push(line);
  }
  return kept;
}

/** By quarter; by year where quarters would give small numbers away. */
function periodsOf(
  cells: readonly CellSummary[],
  modes: readonly BoardColumns[],
  threshold: number,
): BoardMeasure['periods'] {
  for (const [unit, keyOf] of [
    ['quarter', quarterOf],
    ['year', yearOf],
  ] as const) {
    const lines = withoutTinyRows(timeLines(cells, keyOf), threshold);
    for (const columns of modes) {
      const table = survivingTable(lines, columns, threshold);
      if (table !== null) return { unit, table };
    }
  }
  return null;
}

function classesOf(
  lines: readonly BoardLine[],
  modes: readonly BoardColumns[],
  threshold: number,
): BoardTable | null {
  const [apart, joined] = (['apart', 'joined'] as const).map((columns) =>
    modes.includes(columns) ? mergedUntilShown(lines, columns, threshold, BOARD.otherClasses) : null,
  );
  const rows = (table: BoardTable | null | undefined) => table?.lines.length ?? 0;
  return (rows(apart) >= ROWS_WORTH * rows(joined) ? apart : joined) ?? null;
}

function shownOf({ met, breached, undetermined }: MeasureSummary, threshold: number): HeadlineShown {
  const isSafe = (columns: BoardColumns) =>
    suppressTable([countsIn([met, breached, undetermined], columns)], { threshold }).suppressed === 0;
  const all = met + breached + undetermined;
  if (isSafe('apart')) return 'apart';
  if (isSafe('joined')) return 'joined';
  if (all < threshold) return 'nothing';
  return met >= 2 * threshold ? 'at-least' : 'total';
}

function measureView(
  measure: Measure,
  headline: string,
  counts: MeasureSummary,
  input: BoardInput,
): BoardMeasure {
  const { summary, pack, threshold = SUPPRESSION_THRESHOLD } = input;
  const shown = shownOf(counts, threshold);
  const cells = summary.cells.filter((cell) => cell.measure === measure.id);
  const labels = new Map(
    pack.offences.entries.flatMap(({ level, code, label }) =>
      level === 'class' ? [[code, label] as const] : [],
    ),
  );
  const classOf = ({ offenceClass }: CellSummary) => {
    if (offenceClass === null) return BOARD.noClass;
    const label = labels.get(offenceClass);
    return label === undefined ? offenceClass : `${offenceClass} ${label}`;
  };
  const classes = linesBy(cells, classOf);
  const modes: readonly BoardColumns[] =
    shown === 'apart' ? ['apart', 'joined'] : shown === 'joined' ? ['joined'] : [];
  return {
    measure,
    headline,
    counts,
    shown,
    periods: periodsOf(cells, modes, threshold),
    classes: classesOf(classes, modes, threshold),
    hasOneQuarter: new Set(cells.map(({ month }) => quarterOf(month))).size < 2,
    hasOneClass: classes.length < 2,
  };
}

/** The headline measures of a run as a board with outside members may see them. */
export function boardMeasures(input: BoardInput): readonly BoardMeasure[] {
  const { summary, pack } = input;
  return pack.measures.flatMap((measure): readonly BoardMeasure[] => {
    const counts = summary.measures[measure.id];
    if (measure.headline === undefined || counts === undefined) return [];
    return [measureView(measure, measure.headline, counts, input)];
  });
}
