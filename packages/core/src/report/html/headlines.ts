import { adoptionSentence } from '../../messages/adoption.js';
import { percent } from '../../messages/figures.js';
import { fillHeadline, withoutWords } from '../../messages/report-sentences.js';
import { COUNTS, HEADLINES } from '../../messages/report-sections.js';
import { bar } from './bar.js';
import { type Html, safe } from './html.js';
import { caveat, figure, list, paragraph, section, subheading, titled } from './parts.js';
import { type Column, table } from './table.js';
import type { MeasureView, ReportView } from './view.js';

/** The headline in counts, the bar that shows floor and ceiling, and the rates. */
function headline(view: MeasureView, template: string): Html {
  const { measure, summary, assessed, without } = view;
  const { met, breached, undetermined } = summary;
  const limits = without.length === 0 ? null : safe`<p class="quiet">${withoutWords(without)}</p>\n`;
  if (assessed === 0) {
    return safe`<div class="headline">
      ${subheading(measure.title)}${paragraph(HEADLINES.noRecords)}${limits}
    </div>\n`;
  }
  return safe`<div class="headline">
    ${subheading(measure.title)}
    <p class="headline-sentence">${fillHeadline(template, { met, breached, undetermined, assessed })}</p>
    ${bar({ met, breached, undetermined })}
    <dl class="rates">
      <div><dt>${HEADLINES.floor}</dt><dd>${percent(summary.floor)}</dd></div>
      <div><dt>${HEADLINES.rate}</dt><dd><strong>${percent(summary.rate)}</strong></dd></div>
      <div><dt>${HEADLINES.ceiling}</dt><dd>${percent(summary.ceiling)}</dd></div>
    </dl>
    ${limits}
  </div>\n`;
}

const range = ({ low, high }: { readonly low: number | null; readonly high: number | null }): string =>
  low === null ? percent(null) : `${percent(low)} to ${percent(high)}`;

const WAIVED: Column<MeasureView> = {
  head: COUNTS.waived,
  cell: ({ summary }) => figure(summary.waived),
  isNumber: true,
};

function columnsFor(hasWaivers: boolean): readonly Column<MeasureView>[] {
  return [
    { head: HEADLINES.measure, cell: ({ measure }) => titled(measure.title, measure.id), isRowHead: true },
    { head: COUNTS.records, cell: ({ assessed }) => figure(assessed), isNumber: true },
    { head: COUNTS.met, cell: ({ summary }) => figure(summary.met), isNumber: true },
    { head: COUNTS.breached, cell: ({ summary }) => figure(summary.breached), isNumber: true },
    ...(hasWaivers ? [WAIVED] : []),
    { head: COUNTS.untold, cell: ({ summary }) => figure(summary.undetermined), isNumber: true },
    { head: HEADLINES.rate, cell: ({ summary }) => percent(summary.rate), isNumber: true },
    { head: HEADLINES.interval, cell: ({ summary }) => range(summary), isNumber: true },
    { head: HEADLINES.floor, cell: ({ summary }) => percent(summary.floor), isNumber: true },
    { head: HEADLINES.ceiling, cell: ({ summary }) => percent(summary.ceiling), isNumber: true },
  ];
}

/** Measures that are no headline, and the rules that they had to do without. */
function othersWithout(measures: readonly MeasureView[]): Html | null {
  const others = measures.filter(
    ({ measure, without }) => measure.headline === undefined && without.length > 0,
  );
  if (others.length === 0) return null;
  return safe`${paragraph(HEADLINES.others)}${list(others.map(({ measure, without }) => `${measure.title}: ${without.join(', ')}.`))}`;
}

/** The figures to quote, in counts, with the two bounds between which the truth lies. */
export function headlinesSection(view: ReportView): Html {
  const { measures, summary } = view;
  return section('headlines', [
    summary.notChecked === null ? null : caveat(safe`<strong>${HEADLINES.doNotQuote}</strong>`),
    summary.complete ? null : caveat(safe`<strong>${HEADLINES.incomplete}</strong>`),
    summary.adoption === null ? null : paragraph(adoptionSentence(summary.adoption)),
    HEADLINES.about.map(paragraph),
    measures.map((of) => (of.measure.headline === undefined ? null : headline(of, of.measure.headline))),
    subheading(HEADLINES.all),
    paragraph(HEADLINES.range),
    table({ caption: HEADLINES.table, columns: columnsFor(view.waived > 0), rows: measures }),
    othersWithout(measures),
  ]);
}
