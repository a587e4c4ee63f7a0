import { breakWords, leftOutWords, type Trend } from '@markercheck/core';
import { counted } from './wrap.js';

/** What `trend` says on standard output. */
export function trendSummary(
  { lines, runs, leftOut }: Trend,
  { html, csv }: { readonly html: string; readonly csv: string },
): string {
  const signals = lines.reduce((sum, { rate, count }) => sum + rate.signals.length + count.signals.length, 0);
  return [
    `Drew ${counted(lines.length, 'measure')} from ${counted(runs.length, 'run')}, with ${counted(signals, 'signal')}: ${html}`,
    `The figures are in ${csv}.`,
    ...(lines.length === 0 ? ['No month has settled yet: its last record must be 28 days old.'] : []),
    ...leftOut.map(({ asAt, why }) => `The run as at ${asAt} is left out: ${leftOutWords(why)}.`),
    'Flagging compliance, not prevalence; not official statistics.',
    '',
  ].join('\n');
}

/** Why lines are broken, each reason once, and what to do about it. */
export function breakLines({ lines }: Trend, isAccepted: boolean): readonly string[] {
  const reasons = lines.flatMap(({ measure, periods }) =>
    periods.flatMap(({ breaks, asAt }) =>
      breaks.length === 0
        ? []
        : [`${measure.id} is broken at the run as at ${asAt[1]}: ${breakWords(breaks)}.`],
    ),
  );
  return [
    'NOT ONE LINE: runs that were judged by different rules are not joined.',
    ...new Set(reasons),
    ...(isAccepted
      ? []
      : [
          'Check the older extracts again by the present rules, begin later with --from, or take it as it is with --accept-breaks.',
        ]),
  ];
}
