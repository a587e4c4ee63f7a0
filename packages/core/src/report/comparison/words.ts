import type { FunnelZone } from '../../statistics/funnel-zone.js';

/** What the pages of comparisons say whatever the figures. Code stands between backticks. */
export const COMPARISON = {
  brand: 'markercheck',
  skip: 'Skip to the comparison',
  contents: 'Contents',
  title: 'Child abuse and exploitation markers: forces side by side',
  overTimeTitle: 'Child abuse and exploitation markers: one force over time',
  settled: 'settled records: made 28 days or more before the run',
  unsettled: 'all records, those made under 28 days before the run among them',
  suppressed: '[c]',
  suppressedMeans: 'suppressed: it would tell a small count',
  noData: 'no data',
  withheld: 'withheld',
  notLikeWithLike: 'Not like with like',
  label: '†',
  nothing:
    'Nothing stands out: no force differs by more than chance gives, and nothing is known to be missing.',
} as const;

/** What every picture says of chance. */
export const FULL_COUNTS =
  'Full counts have no sampling error: the intervals describe the variation of the process.';

/** In place of a picture that would have no mark in it. */
export const NOTHING_TO_DRAW = 'There is nothing to draw: every figure is suppressed, or there is no data.';

export const READING = [
  'The rate is the share that is met of the records that can be judged, which are met or breached. The floor counts every record that cannot be told as breached, the ceiling counts each of them as met. The truth lies between the two.',
  'Two forces are said to differ only where their ranges from floor to ceiling do not overlap. “Beyond chance” says that this holds even for the nearest ends of the two ranges (Newcombe’s interval at 95%).',
  'The 95% range of a rate is Wilson’s. A difference has Newcombe’s interval. Limits of a funnel are those of chance alone about the baseline: one force in 20 lies outside the 95% limits, and one in 500 outside the 99.8% limits, with nothing amiss.',
  'A standardised rate is what a force would have with the mix of offence classes and age bands of all forces together and its own rates. It is refused where a force has no record to judge in a class and age band that carries weight.',
  'Forces stand in the order of their names. There is no ranking: with few forces the places change by chance.',
] as const;

export const DISCLOSURE = [
  'Counts from 1 to one below the threshold are suppressed at their source, before a file leaves a force, and so are as many others as it takes that they cannot be worked out: the complement of a count, other cells of the table, intervals and differences. Such a figure stands as [c].',
  'Where one side of a total is small, its size is still told: “at least 96.4%” says that fewer than the threshold are not met.',
  '“No data” is not 0: there is no record, or no file. “Withheld” is a whole table that would give small counts away.',
  'The counts of rules are rounded to twice the threshold: “about 10” is 5 to 14, and “under 5” may be none.',
  'Two files of the same force whose months overlap can be set against each other. Share each month once, or whole years.',
] as const;

export const ZONE_WORDS: Readonly<Record<FunnelZone, string>> = {
  'below-99.8': 'below the 99.8% limits',
  'below-95': 'below the 95% limits',
  within: 'within the limits',
  'above-95': 'above the 95% limits',
  'above-99.8': 'above the 99.8% limits',
};
