import { percent } from '../../messages/figures.js';
import { fillHeadline, REPORT } from '../../messages/report.js';
import type { RunSummary } from '../../model/run.js';
import { bar } from './bar.js';
import { safe, type Html } from './html.js';
import { figure, paragraph, section } from './parts.js';
import { type Column, table } from './table.js';
import type { MeasureView, ReportView } from './view.js';

/** Said where a figure could be lifted out of the report without what limits it. */
function caveats(summary: RunSummary): readonly Html[] {
  return [
    ...(summary.notChecked === null ? [] : [REPORT.doNotQuote]),
    ...(summary.complete ? [] : [REPORT.incompleteFigures]),
  ].map((text) => safe`<p class="caveat"><strong>${text}</strong></p>\n`);
}

function withoutWords({ without }: MeasureView): Html | null {
  if (without.length === 0) return null;
  return safe`<p class="quiet">
    It counts without rules that are off or not assessed: ${without.join(', ')}.
  </p>\n`;
}

function headline(view: MeasureView, template: string): Html {
  const { measure, summary, assessed } = view;
  const title = safe`<h3>${measure.title}</h3>\n`;
  if (assessed === 0)
    return safe`<div class="headline">${title}${paragraph(REPORT.noRecords)}${withoutWords(view)}</div>\n`;
  const { met, breached, undetermined } = summary;
  return safe`<div class="headline">
    ${title}
    <p class="headline-sentence">${fillHeadline(template, { met, breached, undetermined, assessed })}</p>
    ${bar({ met, breached, undetermined })}
    <dl class="rates">
      <div>
        <dt>Floor</dt>
        <dd>${percent(summary.floor)}</dd>
      </div>
      <div>
        <dt>Rate</dt>
        <dd><strong>${percent(summary.rate)}</strong></dd>
      </div>
      <div>
        <dt>Ceiling</dt>
        <dd>${percent(summary.ceiling)}</dd>
      </div>
    </dl>
    ${withoutWords(view)}
  </div>\n`;
}

const range = ({ low, high }: { readonly low: number | null; readonly high: number | null }): string =>
  low === null ? percent(null) : `${percent(low)} to ${percent(high)}`;

const COLUMNS: readonly Column<MeasureView>[] = [
  {
    head: 'Measure',
    cell: ({ measure }) => safe`${measure.title} <code class="id">${measure.id}</code>`,
    isRowHead: true,
  },
  { head: 'Records', cell: ({ assessed }) => figure(assessed), isNumber: true },
  { head: 'Met', cell: ({ summary }) => figure(summary.met), isNumber: true },
  { head: 'Breached', cell: ({ summary }) => figure(summary.breached), isNumber: true },
  { head: 'of which waived', cell: ({ summary }) => figure(summary.waived), isNumber: true },
  { head: 'Cannot be told', cell: ({ summary }) => figure(summary.undetermined), isNumber: true },
  { head: 'Rate', cell: ({ summary }) => percent(summary.rate), isNumber: true },
  { head: '95% range', cell: ({ summary }) => range(summary), isNumber: true },
  { head: 'Floor', cell: ({ summary }) => percent(summary.floor), isNumber: true },
  { head: 'Ceiling', cell: ({ summary }) => percent(summary.ceiling), isNumber: true },
];

/** The figures to quote, in counts, with the two bounds between which the truth lies. */
export function headlinesSection(view: ReportView): Html {
  const { measures, summary } = view;
  const others = measures.filter(
    ({ measure, without }) => measure.headline === undefined && without.length > 0,
  );
  return section('headlines', [
    caveats(summary),
    REPORT.ratesAbout.map(paragraph),
    measures.map((measure) =>
      measure.measure.headline === undefined ? null : headline(measure, measure.measure.headline),
    ),
    safe`<h3>All measures</h3>\n`,
    paragraph(REPORT.rangeAbout),
    table({ caption: 'Every measure, with its denominators', columns: COLUMNS, rows: measures }),
    others.length === 0
      ? null
      : safe`<p>Other measures that count without rules that are off or not assessed:</p>
          <ul>
            ${others.map(({ measure, without }) => safe`<li>${measure.title}: ${without.join(', ')}</li>\n`)}
          </ul>\n`,
  ]);
}
