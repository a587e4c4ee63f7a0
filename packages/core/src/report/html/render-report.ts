import { longDate } from '../../messages/figures.js';
import { pageTitle, REPORT, verdictOf } from '../../messages/report.js';
import { barPatterns } from './bar.js';
import { breakdownsSection } from './breakdowns.js';
import { extractChecksSection } from './extract-checks.js';
import { firstActionsSection } from './first-actions.js';
import { footer } from './footer.js';
import { headlinesSection } from './headlines.js';
import { safe, type Html, markup } from './html.js';
import { identitySection } from './identity.js';
import { notAssessedSection } from './not-assessed.js';
import type { SectionName } from './parts.js';
import { rulesSection } from './rules.js';
import { securityPolicy, styleElement } from './style.js';
import { titleSection } from './title.js';
import { trendSection } from './trend.js';
import { CHART_STYLE } from '../trend/style.js';
import { type ReportInput, type ReportView, viewOf } from './view.js';

/** The styles of the charts are for pages that have one. */
const styleOf = ({ trend }: ReportView): string => (trend === undefined ? '' : CHART_STYLE);

function head(view: ReportView): Html {
  const { summary, on } = view;
  const title = pageTitle(longDate(summary.asAt), verdictOf(summary, on.length));
  return safe`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${securityPolicy(styleOf(view))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${styleElement(styleOf(view))}
</head>
<body>
<a class="skip" href="#main">${REPORT.skip}</a>\n`;
}

function banner(): Html {
  return safe`<header>
    <div class="page-width"><p class="brand">${REPORT.brand}</p><p>${REPORT.handling}</p></div>
  </header>\n`;
}

function contents(): Html {
  const names = Object.keys(REPORT.sections) as SectionName[];
  return safe`<nav aria-labelledby="contents">
    <p id="contents">${REPORT.contents}</p>
    <ol>
      ${names.map((name) => safe`<li><a href="#${name}">${REPORT.sections[name]}</a></li>\n`)}
    </ol>
  </nav>\n`;
}

/**
 * A run's `report.html` in pieces, in order: one page without script or network. The same input gives
 * the same text.
 */
export function* renderReport(input: ReportInput): Iterable<string> {
  const view = viewOf(input);
  yield markup([head(view), barPatterns(), banner()]);
  yield markup(safe`<div class="page-width columns">
    ${contents()}<main id="main" tabindex="-1">
    ${titleSection(view)}`);
  yield markup(identitySection(view));
  yield markup(extractChecksSection(view));
  yield markup(notAssessedSection(view));
  yield markup(headlinesSection(view));
  yield markup(trendSection(view));
  yield markup(firstActionsSection(view));
  yield* rulesSection(view);
  yield markup(breakdownsSection(view));
  yield markup(safe`</main>
    </div>
    ${footer(view)}</body>
    </html>\n`);
}
