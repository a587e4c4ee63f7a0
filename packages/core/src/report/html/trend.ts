import { threshold } from '../../messages/figures.js';
import { OVER_TIME } from '../../messages/report-sections.js';
import { rateFigure, TREND } from '../../messages/trend.js';
import type { TrendLine } from '../../history/trend.js';
import { smallChart } from '../trend/chart.js';
import { eventsTable } from '../trend/events-table.js';
import { breakSentences, floorToCeiling } from '../trend/line-section.js';
import { chartSentences } from '../trend/words.js';
import { clip } from './escape.js';
import { type Html, prose, safe } from './html.js';
import { paragraph, section, subheading } from './parts.js';
import type { ReportView } from './view.js';

/** More forces than this are a page of their own. */
const MOST_FORCES = 3;

function picture(line: TrendLine, id: string, hasForces: boolean): Html {
  const { measure, force, rate, periods, events, unit } = line;
  const title = hasForces ? `${measure.title}: ${clip(force, 40) || TREND.noForce}` : measure.title;
  const isEmpty = rate.values.every((value) => value === null);
  const drawing = smallChart({
    id,
    name: `${title}: rate by ${unit}`,
    periods,
    events,
    line: rate,
    ranges: floorToCeiling(line),
    bounds: [0, 1],
    figure: rateFigure,
    tick: threshold,
  });
  return safe`<div>
    ${subheading(title)}
    <figure class="chart small">
      ${isEmpty ? null : drawing}
      <figcaption id="${id}">
        ${[...breakSentences(line), ...chartSentences(rate, periods, rateFigure)].map(paragraph)}
      </figcaption>
    </figure>
  </div>\n`;
}

/** The headline rates over time, small, from the run's history. */
export function trendSection({ trend }: ReportView): Html {
  if (trend === undefined) return section('trend', paragraph(prose(OVER_TIME.none)));
  const { lines } = trend;
  if (lines.length === 0) return section('trend', paragraph(TREND.noLines));
  const forces = new Set(lines.map(({ force }) => force)).size;
  if (forces > MOST_FORCES) {
    return section('trend', [paragraph(OVER_TIME.tooMany), paragraph(prose(OVER_TIME.whole))]);
  }
  return section('trend', [
    paragraph(OVER_TIME.about),
    safe`<div class="charts">
      ${lines.map((line, i) => picture(line, `trend-${String(i + 1)}`, forces > 1))}
    </div>\n`,
    ...(trend.events.length === 0 ? [] : [eventsTable(trend.events)]),
    paragraph(
      prose(trend.events.length === 0 ? `${OVER_TIME.whole} ${OVER_TIME.withoutEvents}` : OVER_TIME.whole),
    ),
  ]);
}
