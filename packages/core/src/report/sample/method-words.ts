import { count } from '../../messages/figures.js';

/** How the figures are worked out, for readers who ask. */
export const METHOD: readonly string[] = [
  'Each reviewed record stands for as many as its stratum’s weight says: the rates are of the whole frame, not of the sample.',
  'Intervals are score intervals for a stratified sample without replacement from a finite population. Where the number of records that a rate is of is itself estimated, its uncertainty is in the interval.',
  'With about 5 or more records of the rarer kind in the sample, a 95% interval holds the truth 93 to 97 times in 100. With fewer no method can promise that: the interval is then wide, and should be read as such.',
  'A “cannot tell” counts in no rate. Floor and ceiling (in the CSV file, and the pale bands) show the rate with all of them counted against it, and for it.',
  'Where two reviewers differ, the answer that they agreed on counts, else the first reviewer’s.',
  'Strata with fewer than two answers widen the interval, counted either way; where they are more than a tenth of a part, it has no figure.',
];

/** The words on how far reviewers agree. */
export const AGREEMENT = {
  none: 'No record was answered by both reviewers.',
  about:
    'Kappa is low, or undefined, where nearly all answers are the same, however well the reviewers agree: that is usual with rare markers. Look at AC1 and at the percentage. Where reviewers never differ, the intervals of AC1 and kappa close on 1; the interval of the percentage still tells how much was seen.',
  question: 'Question',
  records: 'Records',
  percent: 'Same answer',
  ac1: 'Gwet’s AC1',
  kappa: 'Cohen’s kappa',
  undefinedKappa: 'undefined: one answer throughout',
  tooFew: (need: number) => `too few: ${count(need)} would do`,
  rules: 'Rules',
} as const;
