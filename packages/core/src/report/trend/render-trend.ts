import { MONTHS_DRAWN, type Trend, type TrendLine } from '../../history/trend.js';
import type { Pack } from '../../model/pack.js';
import { count, counted, longDate } from '../../messages/figures.js';
import { leftOutWords, TREND } from '../../messages/trend.js';
import { clip } from '../html/escape.js';
import { type Html, safe } from '../html/html.js';
import { list, paragraph } from '../html/parts.js';
import { type Page, type PageSection, renderPage } from '../page/page.js';
import { eventsTable } from './events-table.js';
import { lineSection } from './line-section.js';
import { CHART_STYLE } from './style.js';

export interface TrendInput {
  readonly trend: Trend;
  readonly pack: Pack;
  readonly tool: { readonly name: string; readonly version: string };
}

function headingOf({ measure, force }: TrendLine, hasForces: boolean): string {
  return hasForces ? `${measure.title}: ${clip(force, 40) || TREND.noForce}` : measure.title;
}

function sources({ runs, leftOut }: Trend): Html {
  const [first] = runs;
  const last = runs.at(-1);
  const drawn =
    first === undefined || last === undefined
      ? 'No run can be drawn on.'
      : `${counted(runs.length, 'run')} as at ${first === last ? longDate(first) : `${longDate(first)} to ${longDate(last)}`}. Each month is taken from the latest of them whose extract holds the whole of it, and at most the last ${count(MONTHS_DRAWN)} months are drawn where no first one was named.`;
  const without = leftOut.map(
    ({ asAt, why }) => `The run as at ${longDate(asAt)} is left out: ${leftOutWords(why)}.`,
  );
  return safe`${paragraph(drawn)}${without.length === 0 ? null : list(without)}`;
}

function pageOf({ trend, pack, tool }: TrendInput): Page {
  const hasForces = new Set(trend.lines.map(({ force }) => force)).size > 1;
  const last = trend.runs.at(-1);
  const lines = trend.lines.map((line, i): PageSection => ({
    id: `line-${String(i + 1)}`,
    heading: headingOf(line, hasForces),
    body: lineSection(line, `line-${String(i + 1)}`),
  }));
  return {
    title: `Marker trend${last === undefined ? '' : ` as at ${longDate(last)}`}`,
    brand: TREND.brand,
    handling: TREND.handling,
    skip: TREND.skip,
    contents: TREND.contents,
    lead: safe`<h1>${TREND.title}</h1>
      <p class="lede">${last === undefined ? TREND.noLines : `Up to the run as at ${longDate(last)}`}</p>
      ${lines.length === 0 && last !== undefined ? paragraph(TREND.noLines) : null}`,
    sections: [
      { id: 'reading', heading: TREND.reading, body: TREND.about.map(paragraph) },
      ...(trend.events.length === 0
        ? []
        : [{ id: 'events', heading: TREND.events, body: eventsTable(trend.events) }]),
      ...lines,
      { id: 'sources', heading: TREND.sources, body: sources(trend) },
    ],
    footer: [
      TREND.caption,
      TREND.handling,
      `Made by ${tool.name} ${tool.version} with the rule pack ${pack.id}, edition ${pack.edition}.`,
    ],
    style: CHART_STYLE,
  };
}

/** `trend.html` in pieces: the lines of a history as XmR charts, in one page without script or network. */
export function renderTrend(input: TrendInput): Iterable<string> {
  return renderPage(pageOf(input));
}
