import path from 'node:path';
import {
  type GradedFigure,
  markerSentence,
  type SampleManifest,
  type Score,
  sampleFrameWords,
  scoreRateWords,
  scoreVerdictWords,
} from '@markercheck/core';
import { terminalSafe } from './terminal-text.js';
import { count, counted, percent, WIDTH, wrap } from './wrap.js';

const MOST_STRATA = 20;

function strataLines({ strata }: SampleManifest): readonly string[] {
  const drawn = strata.filter((stratum) => stratum.population > 0);
  const name = (text: string) => terminalSafe(text).slice(0, WIDTH - 36);
  const widest = Math.max(...drawn.map((stratum) => name(stratum.name).length));
  const lines = drawn
    .slice(0, MOST_STRATA)
    .map(
      (stratum) =>
        `  ${name(stratum.name).padEnd(widest)}  ${count(stratum.drawn).padStart(5)} of ${count(stratum.population).padStart(7)}, each for ${(stratum.weight ?? 0).toFixed(1)}`,
    );
  return drawn.length > MOST_STRATA
    ? [...lines, `  and ${count(drawn.length - MOST_STRATA)} more strata; manifest.json lists all`]
    : lines;
}

export interface DrawSummary {
  readonly manifest: SampleManifest;
  readonly out: string;
  /** The reviewers' files without their endings. */
  readonly files: readonly string[];
  readonly isSeedByLot: boolean;
  /** Earlier samples that an excluded sample excluded, and that were not named. */
  readonly forgotten: readonly string[];
  readonly hasPseudonyms: boolean;
}

/** What `sample draw` says on standard output: what was drawn, of what, and what to do with it. */
export function drawSummary({
  manifest,
  out,
  files,
  isSeedByLot,
  forgotten,
  hasPseudonyms,
}: DrawSummary): string {
  const { sample, frame, design, run, items } = manifest;
  const double = items.filter(({ isDouble }) => isDouble).length;
  const wanted = design.size ?? null;
  const [first = 'review', second] = files;
  const lines = [
    `Drew ${counted(items.length, 'record')} of ${count(frame.population)} (sample ${sample}), as at ${run.asAt}.`,
    ...(run.complete
      ? []
      : ['INCOMPLETE: the run could not read all of its extract; the sample is of what it could read.']),
    sampleFrameWords(manifest),
    ...(wanted !== null && items.length > wanted
      ? [`More than the ${count(wanted)} asked for, so that each stratum has its minimum.`]
      : []),
    `Seed ${design.seed}${isSeedByLot ? ', by lot' : ''}: with --seed ${design.seed} anybody draws the same records again.`,
    ...(forgotten.length > 0
      ? [
          `Not left out: records of ${counted(forgotten.length, 'earlier sample')} (${forgotten.join(', ')}) that an excluded one left out. Name them with --exclude too, or a record may come again.`,
        ]
      : []),
    ...(hasPseudonyms
      ? [
          'The run has pseudonyms; the sample has crime references as they are, because reviewers must find the records.',
        ]
      : []),
  ];
  const next = [
    second === undefined
      ? `Give the reviewer ${path.join(out, `${first}.html`)} (or ${first}.csv).`
      : `Give the first reviewer ${path.join(out, `${first}.html`)}, and the second ${out}/${second}.html with ${counted(double, 'record')} (or the CSV files).`,
    `Keep ${path.join(out, 'manifest.json')}: the score needs it${design.blind ? ', and it tells what a blind form keeps back' : ''}.`,
    'When the answers are back (as the forms saved them, or the CSV files as they were filled in):',
  ];
  return [
    ...lines.map((line) => wrap(line, '  ')),
    '',
    ...strataLines(manifest),
    '',
    ...next.map((line) => wrap(line, '  ')),
    // On one line, so that it can be copied.
    `  markercheck sample score ${path.join(out, 'manifest.json')} ${files.map((name) => `${name}-answered.csv`).join(' ')}`,
    '',
  ].join('\n');
}

/** The rules whose findings are confirmed least. */
function weakest(figures: readonly GradedFigure[]): readonly string[] {
  const precision = figures.filter(({ measure, estimate }) => measure === 'precision' && estimate !== null);
  const shown = precision.toSorted((a, b) => (a.estimate ?? 0) - (b.estimate ?? 0)).slice(0, 5);
  return shown.length === 0
    ? []
    : [
        '',
        'Findings that reviewers confirm, the least first:',
        ...shown.map((of) => `  ${of.name}: ${scoreRateWords(of)}`),
      ];
}

function agreementLines({ agreement }: Score): readonly string[] {
  const lines = agreement.flatMap(({ question, field, percent: share, ac1 }) =>
    share === null || ac1 === null || field === 'isSet'
      ? []
      : [
          `  ${question === '' ? 'rules' : question}: same answer ${percent(share.estimate)}, AC1 ${ac1.estimate.toFixed(2)} (${ac1.low.toFixed(2)} to ${ac1.high.toFixed(2)})`,
        ],
  );
  return lines.length === 0 ? [] : ['', 'The two reviewers:', ...lines];
}

/** What `sample score` says on standard output. */
export function scoreSummary(score: Score, out: string): string {
  const { label, sentence } = scoreVerdictWords(score);
  const none = score.figures.filter(({ refused }) => refused !== null).length;
  const markers = score.design.markers.map((marker) =>
    markerSentence(
      marker,
      (measure) =>
        score.figures.find((of) => of.scope === 'all' && of.marker === marker && of.measure === measure),
      score.frame.population,
    ),
  );
  return [
    wrap(`${label}: ${sentence}`, '  '),
    '',
    ...markers.map((line) => wrap(line, '  ')),
    ...weakest(score.figures),
    ...agreementLines(score),
    '',
    ...(score.differences.length > 0
      ? [
          wrap(
            `${counted(score.differences.length, 'answer')} to “is it set?” ${score.differences.length === 1 ? 'is' : 'are'} not what the extract says: look at the profile, and at what was changed since.`,
            '  ',
          ),
        ]
      : []),
    ...(none > 0
      ? [
          wrap(
            `No figure for ${count(none)} of ${count(score.figures.length)} rates: too few were reviewed. The report says how many would do.`,
            '  ',
          ),
        ]
      : []),
    wrap(
      `Start with ${path.join(out, 'score.html')}; ${path.join(out, 'wrong.csv')} is the list to put right.`,
      '  ',
    ),
    wrap(
      'Reviewers’ judgement of a sample; flagging compliance, not prevalence; not official statistics.',
      '  ',
    ),
    '',
  ].join('\n');
}

/** A line of a review that does not count, for standard error. */
export function reviewFaultLine({ file, row, problem }: Score['reviews']['malformed'][number]): string {
  return wrap(`${terminalSafe(file)} row ${row}: ${problem}; the line does not count.`, '  ');
}
