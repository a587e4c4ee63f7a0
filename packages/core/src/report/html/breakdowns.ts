import { share } from '../../aggregate/checks/extract-check.js';
import { percent } from '../../messages/figures.js';
import { BREAKDOWNS, COUNTS, HEADLINES } from '../../messages/report-sections.js';
import { smallBar, total } from './bar.js';
import { classLines, type Line, monthLines, teamLines } from './breakdown-lines.js';
import { type Html, type HtmlValue, safe } from './html.js';
import { figure, paragraph, section, subheading } from './parts.js';
import { type Column, table } from './table.js';
import type { MeasureView, ReportView } from './view.js';

function columnsFor(head: string, nameOf: (line: Line) => HtmlValue): readonly Column<Line>[] {
  return [
    { head, cell: nameOf, isRowHead: true },
    { head: COUNTS.records, cell: (line) => figure(total(line)), isNumber: true },
    { head: COUNTS.met, cell: ({ met }) => figure(met), isNumber: true },
    { head: COUNTS.breached, cell: ({ breached }) => figure(breached), isNumber: true },
    { head: COUNTS.untold, cell: ({ undetermined }) => figure(undetermined), isNumber: true },
    {
      head: HEADLINES.rate,
      cell: ({ met, breached }) => percent(share(met, met + breached)),
      isNumber: true,
    },
    {
      head: BREAKDOWNS.range,
      cell: (line) =>
        `${percent(share(line.met, total(line)))} to ${percent(share(line.met + line.undetermined, total(line)))}`,
      isNumber: true,
    },
    { head: BREAKDOWNS.bar, cell: smallBar },
  ];
}

function monthName({ name, isSettling }: Line): HtmlValue {
  if (!isSettling) return name;
  return safe`${name} <abbr title="${BREAKDOWNS.settling}">${BREAKDOWNS.settlingMark}</abbr>`;
}

/** The measure by team; nothing where the extract tells no teams, which is said once above. */
function teamTable({ measure }: MeasureView, { summary, forces }: ReportView): Html | null {
  if (summary.teams === null || !summary.columns.includes('team')) return null;
  const teams = summary.teams.filter((team) => team.measure === measure.id);
  return table({
    caption: `${measure.title}, by team`,
    columns: columnsFor(BREAKDOWNS.team, ({ name }) => name),
    rows: teamLines(teams, forces.length > 1),
  });
}

/** Why there is no table by team. */
function noTeams({ summary }: ReportView): Html | null {
  if (summary.teams === null) return paragraph(BREAKDOWNS.noTeams);
  return summary.columns.includes('team') ? null : paragraph(BREAKDOWNS.noTeamColumn);
}

function measureTables(of: MeasureView, view: ReportView, labels: ReadonlyMap<string, string>): Html | null {
  const { measure } = of;
  const cells = view.summary.cells.filter((cell) => cell.measure === measure.id);
  if (cells.length === 0) return null;
  const months = monthLines(cells);
  const isSettling = months.some((line) => line.isSettling);
  const settling = safe`<p class="quiet">${BREAKDOWNS.settlingMark} ${BREAKDOWNS.settling}.</p>\n`;
  return safe`${subheading(measure.title)}${table({
    caption: `${measure.title}, by month of recording`,
    columns: columnsFor(BREAKDOWNS.month, monthName),
    rows: months,
  })}${isSettling ? settling : null}${teamTable(of, view)}${table({
    caption: `${measure.title}, by class of offence`,
    columns: columnsFor(BREAKDOWNS.class, ({ name }) => name),
    rows: classLines(cells, labels),
  })}`;
}

/** The headline measures by month, by team and by class of offence. */
export function breakdownsSection(view: ReportView): Html {
  const labels = new Map(
    view.pack.offences.entries.flatMap(({ level, code, label }) =>
      level === 'class' ? [[code, label] as const] : [],
    ),
  );
  const shown = view.measures.filter(({ measure }) => measure.headline !== undefined);
  const tables = shown.flatMap((measure) => measureTables(measure, view, labels) ?? []);
  return section(
    'breakdowns',
    tables.length === 0
      ? paragraph(HEADLINES.noRecords)
      : [paragraph(BREAKDOWNS.about), noTeams(view), tables],
  );
}
