import { count, counted, longDate, percent } from '../../messages/figures.js';
import type { Stratifier } from '../../sample/design.js';
import type { Marker } from '../../model/markers.js';
import type { Answer, AnswerField } from '../../sample/questions.js';
import type { ScoreMeasure } from '../../sample/score/figures.js';
import type { Graded } from '../../sample/score/grades.js';
import type { Score } from '../../sample/score/score.js';
import type { Share } from '../../sample/score/share.js';

/** The words of the score report. */
export const SCORE = {
  brand: 'markercheck',
  handling: 'This report holds small counts of crimes. Keep it inside the force.',
  skip: 'Skip to the score',
  contents: 'Contents',
  title: 'How right the markers and the rules are',
  sections: {
    markers: 'The markers',
    rules: 'The rules',
    teams: 'By team',
    strata: 'By stratum',
    agreement: 'Agreement of the reviewers',
    reviews: 'What came back',
    method: 'How it was drawn and worked out',
  },
  rate: 'Rate',
  interval: 'Interval',
  picture: '0% to 100%',
  reviewed: 'Of reviewed records',
  untold: 'Cannot tell',
  grade: 'Grade',
  noFigure: 'No figure.',
  pictureKey:
    'In the pictures a dot is the rate, the dark bar its interval, and the pale band what it would be with every “cannot tell” counted against it or for it.',
  caption: 'Reviewers’ judgement of a sample; flagging compliance, not prevalence; not official statistics.',
} as const;

interface MeasureWords {
  readonly title: string;
  readonly about: (marker: string) => string;
}

/** What each rate is of. */
export const MEASURE_WORDS: Readonly<Record<ScoreMeasure, MeasureWords>> = {
  accuracy: {
    title: 'The marker is right',
    about: (marker) => `Records on which ${marker} is as it should be.`,
  },
  completeness: {
    title: 'Completeness',
    about: (marker) => `Of the records that should carry ${marker}, those that do.`,
  },
  'over-flagging': {
    title: 'Over-flagging',
    about: (marker) => `Of the records that carry ${marker}, those that should not.`,
  },
  missed: {
    title: 'Missed by the rules',
    about: (marker) =>
      `Of the records on which the rules find nothing wrong with ${marker}, those that lack it.`,
  },
  reach: {
    title: 'Found by the rules',
    about: (marker) => `Of the records that lack ${marker}, those of which a finding says so.`,
  },
  precision: { title: 'Findings confirmed', about: () => 'Of the findings, those that reviewers confirm.' },
};

export const RULE_MISSED =
  'Of the records that the rule looked at and did not find, those with what it looks for.';

export const ANSWER_WORDS: Readonly<Record<Answer, string>> = {
  yes: 'yes',
  no: 'no',
  'cannot-tell': 'cannot tell',
};

export const FIELD_WORDS: Readonly<Record<AnswerField, string>> = {
  shouldBeSet: 'should it be set?',
  isSet: 'is it set?',
  holds: 'does the finding hold?',
};

export const STRATIFIER_WORDS: Readonly<Record<Stratifier, string>> = {
  found: 'whether the rules found anything',
  rule: 'the rule that is worked on first',
  team: 'team',
  class: 'class of offence',
  month: 'month of recording',
};

/** `89.6% (88.0% to 91.1%)`. */
export function rateWords({ estimate, low, high }: Share): string {
  return estimate === null ? 'no figure' : `${percent(estimate)} (${percent(low)} to ${percent(high)})`;
}

/** Why there is no figure, and what would do. */
export function refusalWords({ refused, reviewed, population, unanswered }: Share): string {
  if (refused === null) return '';
  const waiting =
    unanswered > 0
      ? ` ${counted(unanswered, 'sampled record')} of it ${unanswered === 1 ? 'has' : 'have'} no answer yet.`
      : '';
  switch (refused.because) {
    case 'not-asked':
      return 'Reviewers were not asked about it. Draw the next sample with --rules and this id.';
    case 'uncovered':
      return `More than a tenth of its ${counted(population, 'record')} lies in strata with fewer than two answers. ${counted(refused.need, 'more answer')} there would do.${waiting}`;
    case 'too-few': {
      const few = `Only ${counted(reviewed, 'reviewed record')} ${reviewed === 1 ? 'is' : 'are'} of this kind.`;
      const would =
        refused.need >= population
          ? `Reviewing all of its ${counted(population, 'record')} would do.`
          : `Reviewing about ${count(refused.need)} of its ${counted(population, 'record')} would do for a margin of 10 points.`;
      return `${few} ${would}${waiting}`;
    }
    default:
      return refused.because satisfies never;
  }
}

/** `Good`, and what it might be as well. */
export function gradeWords({ grade, low, high }: Graded): { readonly grade: string; readonly also: string } {
  const others = [...new Set([low, high])].filter((other) => other !== grade);
  return { grade, also: others.length === 0 ? '' : `may be ${others.join(' or ')}` };
}

/** How much came back: capitals stand before what limits every figure. */
export function verdictWords({ reviews }: Score): {
  readonly kind: string;
  readonly label: string;
  readonly sentence: string;
} {
  const { records, complete, unanswered, malformed } = reviews;
  const lines =
    malformed.length === 0
      ? ''
      : ` ${counted(malformed.length, 'line')} could not be read and ${malformed.length === 1 ? 'does' : 'do'} not count.`;
  if (unanswered === records) {
    return {
      kind: 'not-checked',
      label: 'NOT REVIEWED',
      sentence: `no answer to any of ${counted(records, 'record')} came back.${lines}`,
    };
  }
  if (complete === records && malformed.length === 0) {
    return {
      kind: 'checked',
      label: 'REVIEWED',
      sentence: `every question about ${counted(records, 'record')} is answered.`,
    };
  }
  return {
    kind: 'incomplete',
    label: 'PARTLY REVIEWED',
    sentence: `${count(complete)} of ${counted(records, 'record')} ${complete === 1 ? 'has' : 'have'} an answer to every question, ${count(unanswered)} ${unanswered === 1 ? 'has' : 'have'} none.${lines}`,
  };
}

/** One marker in one sentence of counts. */
export function markerSentence(
  marker: Marker,
  of: (measure: ScoreMeasure) => Share | undefined,
  population: number,
): string {
  const right = of('accuracy');
  const missed = of('missed');
  if (right?.estimate === undefined || right.estimate === null) return `There is no figure for ${marker}.`;
  const first = `${marker} is right on ${rateWords(right)} of ${counted(population, 'record')}.`;
  if (missed?.estimate === undefined || missed.estimate === null) return first;
  const about = (share: number | null) => count(Math.round((share ?? 0) * missed.population));
  return `${first} Of the ${count(missed.population)} on which the rules find nothing wrong with it, about ${about(missed.estimate)} (${about(missed.low)} to ${about(missed.high)}) lack it.`;
}

export function ledeWords({ sample, frame, reviews, run }: Score): string {
  return `Sample ${sample} · ${counted(reviews.records, 'record')} of ${count(frame.population)} · as they stood on ${longDate(run.asAt)}`;
}

/** What the figures are of. */
export function frameWords({ frame, design }: Pick<Score, 'frame' | 'design'>): string {
  const what =
    design.frame === 'all'
      ? 'every record that was read'
      : 'live crimes that some measure concerns, and every record with a finding';
  const left = [
    frame.outside > 0
      ? `${counted(frame.outside, 'record')} that no measure concerns and that ${frame.outside === 1 ? 'has' : 'have'} no finding`
      : '',
    frame.withoutReference > 0
      ? `${count(frame.withoutReference)} of it without a crime reference, which nobody can look up`
      : '',
    frame.excluded > 0 ? `${count(frame.excluded)} of it that an earlier sample holds` : '',
  ].filter((words) => words !== '');
  return `The figures are of ${counted(frame.population, 'record')}: ${what}.${left.length === 0 ? '' : ` Left out: ${left.join('; ')}.`}`;
}
