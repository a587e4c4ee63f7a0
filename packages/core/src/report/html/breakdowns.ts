import { longMonth, percent } from '../../messages/figures.js';
import { REPORT } from '../../messages/report.js';
import type { CellSummary } from '../../model/run.js';
import { share } from '../../aggregate/checks/extract-check.js';
import { type BarCounts, smallBar } from './bar.js';
import { safe, type Html } from './html.js';
import { figure, paragraph, section } from './parts.js';
import { type Column, table } from './table.js';
import type { MeasureView, ReportView } from './view.js';

/** Months beyond these are added up in one row. */
const MONTHS_SHOWN = 24;

interface Line extends BarCounts {
  /** What the cells were added up by. */
  readonly key: string | null;
  readonly name: string;
  /** Some of its records are young and may still be completed. */
  readonly isSettling: boolean;
}

type KeyOf = (cell: CellSummary) => string | null;

function addUp(
  cells: readonly CellSummary[],
  keyOf: KeyOf,
  nameOf: (key: string | null) => string,
): readonly Line[] {
  const lines = new Map<string | null, Line>();
  for (const cell of cells) {
    const key = keyOf(cell);
    const line = lines.get(key);
    lines.set(key, {
      key,
      name: nameOf(key),
      met: (line?.met ?? 0) + cell.met,
      breached: (line?.breached ?? 0) + cell.breached,
      undetermined: (line?.undetermined ?? 0) + cell.undetermined,
      isSettling: (line?.isSettling ?? false) || cell.maturity === '0-27',
    });
  }
  return [...lines.values()];
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** In order of time, what has no date last; the months before the latest in one line. */
function monthLines(cells: readonly CellSummary[]): readonly Line[] {
  const months = [...new Set(cells.flatMap(({ month }) => month ?? []))].sort(compareText);
  const first = months.at(-MONTHS_SHOWN) ?? '';
  const keyOf: KeyOf = ({ month }) => (month !== null && month < first ? '' : month);
  const nameOf = (key: string | null): string => {
    if (key === null) return REPORT.noDate;
    return key === '' ? `Before ${longMonth(first)}` : longMonth(key);
  };
  return [...addUp(cells, keyOf, nameOf)].sort((a, b) => compareText(a.key ?? '~', b.key ?? '~'));
}

/** Most breached first: where work pays. */
function classLines(cells: readonly CellSummary[], labels: ReadonlyMap<string, string>): readonly Line[] {
  const nameOf = (key: string | null): string => {
    if (key === null) return REPORT.noClass;
    const label = labels.get(key);
    return label === undefined ? key : `${key} ${label}`;
  };
  return [...addUp(cells, ({ offenceClass }) => offenceClass, nameOf)].sort(
    (a, b) => b.breached - a.breached || b.met - a.met || compareText(a.key ?? '~', b.key ?? '~'),
  );
}

const allOf = ({ met, breached, undetermined }: BarCounts): number => met + breached + undetermined;

function columnsFor(head: string, marksSettling: boolean): readonly Column<Line>[] {
  return [
    {
      head,
      cell: ({ name, isSettling }) =>
        marksSettling && isSettling ? safe`${name} <abbr title="${REPORT.settling}">(s)</abbr>` : name,
      isRowHead: true,
    },
    { head: 'Records', cell: (line) => figure(allOf(line)), isNumber: true },
    { head: 'Met', cell: ({ met }) => figure(met), isNumber: true },
    { head: 'Breached', cell: ({ breached }) => figure(breached), isNumber: true },
    { head: 'Cannot be told', cell: ({ undetermined }) => figure(undetermined), isNumber: true },
    { head: 'Rate', cell: ({ met, breached }) => percent(share(met, met + breached)), isNumber: true },
    {
      head: 'Floor to ceiling',
      cell: (line) =>
        safe`${percent(share(line.met, allOf(line)))} to
        ${percent(share(line.met + line.undetermined, allOf(line)))}`,
      isNumber: true,
    },
    { head: 'Bar', cell: smallBar },
  ];
}

function measureTables(
  { measure }: MeasureView,
  view: ReportView,
  labels: ReadonlyMap<string, string>,
): Html | null {
  const cells = view.summary.cells.filter((cell) => cell.measure === measure.id);
  if (cells.length === 0) return null;
  const months = monthLines(cells);
  const isSettling = months.some((line) => line.isSettling);
  return safe`<h3>${measure.title}</h3>
    ${table({ caption: `${measure.title}, by month of recording`, columns: columnsFor('Month', true), rows: months })}${
      isSettling ? safe`<p class="quiet">(s) ${REPORT.settling}.</p>\n` : null
    }${table({
      caption: `${measure.title}, by class of offence`,
      columns: columnsFor('Class of offence', false),
      rows: classLines(cells, labels),
    })}`;
}

/** The headline measures by month and by class of offence. */
export function breakdownsSection(view: ReportView): Html {
  const labels = new Map(
    view.pack.offences.entries.flatMap(({ level, code, label }) =>
      level === 'class' ? [[code, label] as const] : [],
    ),
  );
  const shown = view.measures.filter(({ measure }) => measure.headline !== undefined);
  const tables = shown.map((measure) => measureTables(measure, view, labels));
  const none = tables.every((of) => of === null);
  return section('breakdowns', none ? paragraph(REPORT.noRecords) : [paragraph(REPORT.smallCells), tables]);
}
