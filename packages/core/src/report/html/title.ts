import { ALERTS, alertWords } from '../../messages/alerts.js';
import { longDate } from '../../messages/figures.js';
import { glances, REPORT, verdictOf } from '../../messages/report.js';
import { type Html, safe } from './html.js';
import { inline } from './parts.js';
import { forcesLine } from '../forces-line.js';
import type { ReportView } from './view.js';

/** What looks like a broken feed comes before any figure: figures of a broken feed mislead. */
function alertsBox({ summary, pack }: ReportView): Html {
  const alerts = summary.alerts ?? [];
  if (alerts.length === 0) return safe``;
  const titleOf = (id: string) => pack.measures.find((measure) => measure.id === id)?.title ?? id;
  return safe`<div class="verdict not-checked">
      <p><strong class="verdict-label">${ALERTS.head}.</strong> ${ALERTS.action}</p>
      <ul>${alerts.map((alert) => safe`<li>${alertWords(alert, titleOf)}</li>\n`)}</ul>
    </div>`;
}

/** What the report is of, its verdict, and four figures that lead on. */
export function titleSection(view: ReportView): Html {
  const { summary, on, notAssessed, waived } = view;
  const verdict = verdictOf(summary, on.length);
  const day = safe`<time datetime="${summary.asAt}">${longDate(summary.asAt)}</time>`;
  const forces = forcesLine(view.forces);
  const figures = glances(summary, { on: on.length, notAssessed: notAssessed.length, waived });
  return safe`<h1>${REPORT.title}</h1>
    <p class="lede">${inline([safe`Check as at ${day}`, ...(forces === '' ? [] : [forces])], ' · ')}</p>
    ${alertsBox(view)}
    <div class="verdict ${verdict.kind}">
      <p><strong class="verdict-label">${verdict.label}.</strong> ${verdict.sentence}</p>
    </div>
    <ul class="glance" aria-label="${REPORT.glance}">
      ${figures.map(
        ({ figure, words, about, to }) =>
          safe`<li><a href="#${to}"><strong>${figure}</strong> ${words}</a> <span>${about}</span></li>\n`,
      )}
    </ul>\n`;
}
