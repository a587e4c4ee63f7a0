import { count } from '../../messages/figures.js';
import type { SampledRecord, SampleManifest } from '../../sample/manifest.js';
import {
  ANSWER_FIELDS,
  ANSWERS,
  type AnswerField,
  fieldsOf,
  itemsFor,
  type Question,
  questionsOf,
  type Reviewer,
} from '../../sample/questions.js';
import { clip } from '../html/escape.js';
import { type Html, markup, safe, trusted } from '../html/html.js';
import { list, paragraph } from '../html/parts.js';
import { pageStart } from '../sample/page.js';
import { FORM_SCRIPT } from './form-script.js';
import { FORM_STYLE } from './form-style.js';
import { FORM } from './form-words.js';
import { reviewColumns } from './review-csv.js';
import { asksWords, dayWords, extractWords, findingWords } from './review-words.js';

const HIDDEN = /[^\x20-\x7e]/g;

/**
 * Cells of the saved file as they are. A page shows hidden characters as signs for them, so they travel as
 * JSON in which none is left: what comes back must be what was drawn.
 */
function cellsJson(cells: Readonly<Record<string, string>>): string {
  return JSON.stringify(cells).replace(
    HIDDEN,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function legendOf(manifest: SampleManifest, question: Question, field: AnswerField): string {
  if (field === 'holds') return FORM.holds;
  return field === 'isSet' ? FORM.isSet(question.id, dayWords(manifest)) : FORM.shouldBeSet(question.id);
}

function choices(name: string, field: AnswerField, legend: string): Html {
  return safe`<fieldset>
    <legend>${legend}</legend>
    <div class="choices">
    ${ANSWERS.map(
      (answer) =>
        safe`<label><input type="radio" name="${name}" value="${answer}" data-field="${field}"> ${FORM.answers[answer]}</label>\n`,
    )}
    </div>
  </fieldset>\n`;
}

function questionBlock(manifest: SampleManifest, record: SampledRecord, question: Question): Html {
  const asks = asksWords(manifest, question);
  const extract = manifest.design.blind ? '' : extractWords(record, question);
  const cells = cellsJson({ question: question.id, asks, ...(extract === '' ? {} : { extract }) });
  return safe`<div class="question" data-question="${question.id}" data-cells="${cells}">
    <h3>${asks}</h3>
    ${extract === '' ? null : safe`<p class="quiet">${FORM.extract(extract)}</p>\n`}<div class="asks">
    ${fieldsOf(question.id).map((field) =>
      choices(`${record.item}.${question.id}.${field}`, field, legendOf(manifest, question, field)),
    )}
    </div>
    <label class="why"><span>${FORM.why}</span><input type="text" maxlength="500" autocomplete="off" aria-describedby="why-hint"></label>
  </div>\n`;
}

function recordBlock(manifest: SampleManifest, record: SampledRecord, place: string): Html {
  const { item, crimeReference, force, team } = record;
  const { blind } = manifest.design;
  const findings = blind ? [] : findingWords(manifest, record);
  const cells = cellsJson({
    item,
    crimeReference,
    force,
    team,
    ...(blind ? {} : { findings: findings.join('; ') }),
  });
  return safe`<section class="record" aria-labelledby="${item}" data-cells="${cells}">
    <h2 id="${item}">${clip(crimeReference)} <span>${place}</span></h2>
    <p class="quiet">${item} · ${clip(force)} · ${team === '' ? FORM.noTeam : clip(team)}</p>
    ${blind ? null : foundBlock(findings)}${questionsOf(manifest, record).map((question) => questionBlock(manifest, record, question))}</section>\n`;
}

function foundBlock(findings: readonly string[]): Html {
  if (findings.length === 0) return paragraph(FORM.foundNothing);
  return safe`${paragraph(`${FORM.found}:`)}${list(findings)}`;
}

function tools(): Html {
  return safe`<div class="tools" role="region" aria-label="${FORM.progress}">
    <div class="page-width">
      <output aria-live="polite"></output>
      <button type="button" id="next">${FORM.next}</button>
      <label class="file"><input type="file" id="open" accept=".csv,text/csv">${FORM.open}</label>
      <button type="button" id="save" class="main">${FORM.save}</button>
    </div>
  </div>\n`;
}

/** The name of a reviewer's file: `review` where there is one reviewer, `review-a` and `review-b` where there are two. */
export function reviewFileName({ design }: SampleManifest, reviewer: Reviewer): string {
  return design.double > 0 ? `review-${reviewer.toLowerCase()}` : 'review';
}

/**
 * The review form in pieces, in order: one page that loads nothing, works from a file, and saves the same
 * CSV that {@link reviewCsv} writes. The same input gives the same text.
 */
export function* renderReviewForm(
  manifest: SampleManifest,
  reviewer: Reviewer,
): Generator<string, void, undefined> {
  const items = itemsFor(manifest, reviewer);
  const lede = `Sample ${manifest.sample} · reviewer ${reviewer} · ${count(items.length)} records · as they stood on ${dayWords(manifest)}`;
  yield markup(safe`${pageStart({ title: `${FORM.title}: sample ${manifest.sample}, reviewer ${reviewer}`, style: FORM_STYLE, script: FORM_SCRIPT })}<body>
    <a class="skip" href="#records">${FORM.skip}</a>
    <header>
      <div class="page-width"><p class="brand">${FORM.brand}</p><p>${FORM.handling}</p></div>
    </header>
    <main class="page-width" data-words="${JSON.stringify(FORM.status)}" data-columns="${JSON.stringify(reviewColumns(manifest))}" data-fields="${JSON.stringify(ANSWER_FIELDS)}" data-sample="${manifest.sample}" data-reviewer="${reviewer}" data-file="${`${reviewFileName(manifest, reviewer)}-answered.csv`}">
    <h1>${FORM.title}</h1>
    <p class="lede">${lede}</p>
    <noscript><p class="caveat">${FORM.noScript}</p></noscript>
    <details class="steps" open><summary>${FORM.how}</summary>
    ${list(FORM.steps)}</details>
    <p id="why-hint" class="quiet"><strong>${FORM.why}:</strong> ${FORM.whyHint}</p>
    <div id="records" tabindex="-1">\n`);
  for (const [i, record] of items.entries()) {
    yield markup(recordBlock(manifest, record, `${count(i + 1)} of ${count(items.length)}`));
  }
  yield markup(safe`</div>
    </main>
    ${tools()}<script>${trusted(FORM_SCRIPT)}</script>
    </body>
    </html>\n`);
}
