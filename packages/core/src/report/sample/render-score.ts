import type { Score } from '../../sample/score/score.js';
import { type Html, markup, safe } from '../html/html.js';
import { pageStart } from './page.js';
import { SCORE_STYLE } from './score-style.js';
import { ledeWords, SCORE, verdictWords } from './score-words.js';
import { agreementSection, methodSection, reviewsSection } from './sections-reviews.js';
import { markersSection, rulesSection, type ScoreSection, strataSection, teamsSection } from './sections.js';

function contents(score: Score): Html {
  const hasTeams = score.figures.some(({ scope }) => scope === 'team');
  const names = (Object.keys(SCORE.sections) as ScoreSection[]).filter(
    (name) => name !== 'teams' || hasTeams,
  );
  return safe`<nav aria-labelledby="contents">
    <p id="contents">${SCORE.contents}</p>
    <ol>
      ${names.map((name) => safe`<li><a href="#${name}">${SCORE.sections[name]}</a></li>\n`)}
    </ol>
  </nav>\n`;
}

function title(score: Score): Html {
  const verdict = verdictWords(score);
  return safe`<h1>${SCORE.title}</h1>
    <p class="lede">${ledeWords(score)}</p>
    <div class="verdict ${verdict.kind}">
      <p><strong class="verdict-label">${verdict.label}:</strong> ${verdict.sentence}</p>
    </div>\n`;
}

/**
 * A score's `score.html` in pieces, in order: one page without script or network. The same input gives the
 * same text.
 */
export function* renderScore(score: Score): Generator<string, void, undefined> {
  yield markup(safe`${pageStart({ title: `${SCORE.title}: sample ${score.sample}`, style: SCORE_STYLE })}<body>
    <a class="skip" href="#main">${SCORE.skip}</a>
    <header>
      <div class="page-width"><p class="brand">${SCORE.brand}</p><p>${SCORE.handling}</p></div>
    </header>
    <div class="page-width columns">
    ${contents(score)}<main id="main" tabindex="-1">
    ${title(score)}`);
  yield markup(markersSection(score));
  yield markup(rulesSection(score));
  yield markup(teamsSection(score));
  yield markup(strataSection(score));
  yield markup(agreementSection(score));
  yield markup(reviewsSection(score));
  yield markup(methodSection(score));
  yield markup(safe`</main>
    </div>
    <footer>
      <div class="page-width"><p><strong>${SCORE.caption}</strong></p><p>${SCORE.handling}</p></div>
    </footer>
    </body>
    </html>\n`);
}
