import type { CheckResult } from '../model/check-result.js';
import { count, counted, longMonth, percent, threshold } from './figures.js';

import { EMPTY } from './report.js';

type ParameterOf = (name: string) => number;

/** The words of one whole-extract check: its figure, and when it is raised. */
interface CheckWords {
  readonly figure: (result: CheckResult) => string;
  readonly threshold: (parameter: ParameterOf) => string;
}

const NOT_JUDGED = 'No threshold: the figure is shown and not judged.';

/** A check says nothing of a handful of records. */
function from(parameter: ParameterOf): string {
  const minimum = parameter('minimum');
  return minimum > 1 ? `, where there are ${count(minimum)} or more` : '';
}

const below = (parameter: ParameterOf): string =>
  `Raised under ${threshold(parameter('below'))}${from(parameter)}.`;
const atLeast = (parameter: ParameterOf): string =>
  `Raised at ${threshold(parameter('from'))} or more${from(parameter)}.`;

/** `12 of 52 <what> (23.1%)` */
const shareOf =
  (what: string) =>
  ({ numerator, denominator, figure }: CheckResult): string =>
    `${count(numerator)} of ${count(denominator)} ${what} (${percent(figure)}).`;

function rateBreak({ force, month, marker, numerator, denominator, figure }: CheckResult): string {
  const place = [
    force === undefined || force === '' ? EMPTY.force : force,
    month === undefined ? '' : longMonth(month),
  ];
  const where = place.filter((words) => words !== '').join(', ');
  const ratio = figure === null ? '' : ` (${threshold(Number(figure.toFixed(2)))})`;
  return `${where}: ${counted(numerator, 'record')} with ${marker ?? 'the marker'}, against a mean of ${count(denominator)} in the 12 months before${ratio}.`;
}

function emptyColumn({ marker, numerator, denominator }: CheckResult): string {
  if (numerator === 0) return `${marker ?? 'The marker'} is set in none of ${count(denominator)} records.`;
  if (numerator === denominator)
    return `${marker ?? 'The marker'} is set in all ${count(denominator)} records.`;
  return `${marker ?? 'The marker'} is set in ${count(numerator)} of ${count(denominator)} records.`;
}

const WORDS: Readonly<Record<string, CheckWords>> = {
  'FLAG-RATE-BREAK': {
    figure: rateBreak,
    threshold: (parameter) =>
      `Raised under ${threshold(parameter('low'))} or over ${threshold(parameter('high'))} of that mean, where the 12 months hold ${count(parameter('minimum'))} marked records or more.`,
  },
  'BYDEF-COVERAGE': {
    figure: shareOf('child sexual offences by definition, offences of images apart, carry CSA'),
    threshold: below,
  },
  'CSE-SHARE': {
    figure: ({ numerator, denominator, figure }) =>
      `${count(numerator)} records carry CSE and ${count(denominator)} carry CSA${figure === null ? '' : `: ${count(Number((figure * 100).toFixed(1)))} CSE for every 100 CSA`}.`,
    threshold: () => NOT_JUDGED,
  },
  'AGE-UNKNOWN-SHARE': {
    figure: shareOf(
      'child sexual offences by definition, offences of images apart, have no age for the victim',
    ),
    threshold: atLeast,
  },
  'IIOC-SHARE': {
    figure: shareOf('child sexual offences by definition are offences of indecent images'),
    threshold: () => NOT_JUDGED,
  },
  'EMPTY-FLAG-COLUMN': {
    figure: emptyColumn,
    threshold: (parameter) => `Raised if it is set in none or in all${from(parameter)}.`,
  },
  'MUTUAL-EXCLUSION': {
    figure: shareOf('records with CSA or CSE carry both'),
    threshold: (parameter) =>
      `Raised if none carries both${from(parameter)} with either, and both markers occur.`,
  },
  'AGE-AT-REPORT-SUSPECTED': {
    figure: shareOf('records that would show a difference give the age at the report, not at the offence'),
    threshold: atLeast,
  },
  'CSA-NONSEXUAL-SHARE': {
    figure: shareOf('records with CSA are of offences that are not sexual'),
    threshold: () => NOT_JUDGED,
  },
  'NOT-LIVE-FLAGGED': {
    figure: shareOf('records with CSA or CSE are cancelled or are not crimes'),
    threshold: () => NOT_JUDGED,
  },
  'CODE-READABLE': {
    figure: shareOf('records have an offence code that can be read and is known'),
    threshold: below,
  },
};

/** What a whole-extract check found, as a sentence. */
export function checkFigure(result: CheckResult): string {
  if (result.state === 'not-assessed')
    return `Not assessed: the extract lacks ${(result.lacking ?? []).join(', ')}.`;
  if (result.denominator === 0) return 'There was nothing to reckon with.';
  const words = WORDS[result.id];
  return words === undefined ? shareOf('records')(result) : words.figure(result);
}

/** When a whole-extract check is raised, as a sentence. */
export function checkThreshold(id: string, parameter: ParameterOf): string {
  return WORDS[id]?.threshold(parameter) ?? '';
}
