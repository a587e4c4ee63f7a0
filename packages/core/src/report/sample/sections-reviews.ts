import { count, counted, percent } from '../../messages/figures.js';
import { ANSWERS } from '../../sample/questions.js';
import type { Agreement, AgreementFigure } from '../../sample/score/agreement.js';
import type { Score } from '../../sample/score/score.js';
import { clip } from '../html/escape.js';
import { type Html, type HtmlValue, safe } from '../html/html.js';
import { digest, folded, list, paragraph, terms } from '../html/parts.js';
import { table } from '../html/table.js';
import { AGREEMENT, METHOD } from './method-words.js';
import { ANSWER_WORDS, FIELD_WORDS, frameWords, SCORE, STRATIFIER_WORDS } from './score-words.js';
import { section } from './sections.js';

const coefficient = (of: AgreementFigure): string =>
  `${of.estimate.toFixed(2)} (${of.low.toFixed(2)} to ${of.high.toFixed(2)})`;

function questionWords({ question, field }: Agreement): string {
  return `${question === '' ? AGREEMENT.rules : question}: ${FIELD_WORDS[field]}`;
}

function answerTable(of: Agreement): Html {
  const words = ['Yes', 'No', 'Cannot tell'];
  return safe`<div class="answers">${table({
    caption: `${questionWords(of)} First reviewer down, second across.`,
    columns: [
      { head: 'First', cell: (row: number) => words[row] ?? '', isRowHead: true },
      ...ANSWERS.map((_, column) => ({
        head: words[column] ?? '',
        cell: (row: number) => count(of.table[row]?.[column] ?? 0),
        isNumber: true,
      })),
    ],
    rows: ANSWERS.map((_, row) => row),
  })}</div>`;
}

export function agreementSection({ agreement }: Score): Html {
  if (agreement.length === 0) return section('agreement', paragraph(AGREEMENT.none));
  const tooFew = (of: Agreement) => (of.need === null ? '' : AGREEMENT.tooFew(of.need));
  return section('agreement', [
    paragraph(AGREEMENT.about),
    table<Agreement>({
      caption: SCORE.sections.agreement,
      columns: [
        { head: AGREEMENT.question, cell: questionWords, isRowHead: true },
        { head: AGREEMENT.records, cell: ({ records }) => count(records), isNumber: true },
        {
          head: AGREEMENT.percent,
          cell: (of) =>
            of.percent === null
              ? tooFew(of)
              : `${percent(of.percent.estimate)} (${percent(of.percent.low)} to ${percent(of.percent.high)})`,
          isNumber: true,
        },
        { head: AGREEMENT.ac1, cell: (of) => (of.ac1 === null ? '' : coefficient(of.ac1)), isNumber: true },
        {
          head: AGREEMENT.kappa,
          cell: (of) => {
            if (of.kappa !== null) return coefficient(of.kappa);
            return of.need === null ? AGREEMENT.undefinedKappa : '';
          },
          isNumber: true,
        },
      ],
      rows: agreement,
    }),
    folded('The answers themselves', agreement.map(answerTable)),
  ]);
}

const MOST_SHOWN = 50;

function shownList(items: readonly HtmlValue[]): HtmlValue {
  const rest = items.length - MOST_SHOWN;
  return [
    list(items.slice(0, MOST_SHOWN)),
    rest > 0 ? paragraph(`And ${count(rest)} more; score.json lists all.`) : null,
  ];
}

export function reviewsSection({ reviews, differences, wrong }: Score): Html {
  const { malformed, disagreements } = reviews;
  const open = disagreements.filter(({ agreed }) => agreed === null).length;
  const missed = wrong.filter(({ foundBy }) => foundBy.length === 0).length;
  return section('reviews', [
    table({
      caption: 'Review files',
      columns: [
        { head: 'File', cell: ({ name }) => clip(name), isRowHead: true },
        { head: 'Lines', cell: ({ lines }) => count(lines), isNumber: true },
        { head: 'Answered', cell: ({ answered }) => count(answered), isNumber: true },
      ],
      rows: reviews.files,
      isNarrow: true,
    }),
    malformed.length === 0
      ? null
      : safe`<div class="notice"><h3>${counted(malformed.length, 'line does', 'lines do')} not count</h3>${shownList(
          malformed.map(({ file, row, problem }) => `${clip(file)} row ${count(row)}: ${problem}.`),
        )}</div>\n`,
    paragraph(
      wrong.length === 0
        ? 'Reviewers call no marker wrong.'
        : `Reviewers call ${counted(wrong.length, 'marker')} of the sample wrong; the rules found ${count(wrong.length - missed)} of them and missed ${count(missed)}. wrong.csv is the list to put right.`,
    ),
    differences.length === 0
      ? null
      : folded(
          `${counted(differences.length, 'answer')} to “is it set?” that the extract contradicts`,
          safe`${paragraph('Either somebody changed the record after the extract, or the profile reads the marker wrongly. If there are many, check the profile before anything else.')}${shownList(
            differences.map(
              ({ item, marker, extract, reviewer }) =>
                `${item}, ${marker}: ${extract === 'set' ? 'set' : 'not set'} in the extract, ${reviewer === 'yes' ? 'set' : 'not set'} by the reviewer.`,
            ),
          )}`,
        ),
    disagreements.length === 0
      ? null
      : folded(
          `${counted(disagreements.length, 'answer')} on which the reviewers differ, ${count(open)} not settled`,
          shownList(
            disagreements.map(
              ({ item, question, field, a, b, agreed }) =>
                `${item}, ${question}, ${FIELD_WORDS[field]} A: ${ANSWER_WORDS[a]}, B: ${ANSWER_WORDS[b]}${agreed === null ? '' : `, agreed: ${ANSWER_WORDS[agreed]}`}.`,
            ),
          ),
        ),
  ]);
}

export function methodSection(score: Score): Html {
  const { design, run } = score;
  const size =
    design.margin === null
      ? `${count(design.size ?? 0)} records asked for`
      : `a margin of ${percent(design.margin)} at ${percent(design.confidence)} confidence`;
  const by =
    design.by.length === 0
      ? 'none: a simple random sample'
      : design.by.map((name) => STRATIFIER_WORDS[name]).join('; ');
  const allocation =
    design.allocation === 'proportional'
      ? 'in proportion to their records'
      : `optimum: markers expected to be wrong on ${percent(design.expectFound)} of records with a finding and ${percent(design.expectPassed)} of the others`;
  return section('method', [
    paragraph(frameWords(score)),
    list(METHOD),
    terms([
      ['Strata', by],
      ['Size', size],
      ['Shares of the strata', `${allocation}; at least ${count(design.minimum)} of each`],
      ['Seed', safe`<code>${String(design.seed)}</code>`],
      [
        'Blind',
        design.blind
          ? 'reviewers did not see what the extract and the rules say'
          : 'no: reviewers saw what the extract and the rules say',
      ],
      ['Pack', safe`${run.pack.id}, edition ${run.pack.edition} ${digest(run.pack.digest)}`],
      [
        'Extract',
        run.inputs.length === 0
          ? null
          : list(run.inputs.map(({ name, sha256 }) => safe`${clip(name)} ${digest(sha256)}`)),
      ],
    ]),
  ]);
}
