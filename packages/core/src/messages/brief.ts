import type { RunSummary } from '../model/run.js';
import { count, counted, listed, longDate } from './figures.js';
import { REPORT } from './report.js';

/** The lines of `brief.txt`, for those who meet in the morning. */
export const BRIEF = {
  handling: 'Keep this inside the force.',
  noFigure: 'no record that this measure concerns',
  nothingRaised: 'Feed: nothing is raised on the whole extract.',
  noBaseline: 'Changes: no earlier run was named to compare with.',
  nothingToDo: 'Work first: no rule has a finding.',
  allAssessed: 'Not assessed: nothing; every rule that is on had its columns.',
  nothingToQuote: 'To quote: nothing. This run is not a check.',
  brokenFeed: 'To quote: nothing, until the feed is looked at.',
} as const;

/** What the brief is of. */
export function briefOf(summary: RunSummary, forces: string): string {
  const files = counted(summary.inputs.length, 'file');
  return `Marker check as at ${longDate(summary.asAt)}: ${counted(summary.records, 'record')} of ${files}${forces === '' ? '' : `, ${forces}`}. ${BRIEF.handling}`;
}

export function feedWords(alerts: readonly string[], raised: readonly string[]): string {
  const parts = [
    ...(alerts.length === 0 ? [] : [`THE FEED LOOKS BROKEN. ${alerts.join(' ')}`]),
    ...(raised.length === 0 ? [] : [`Raised on the whole extract: ${raised.join('; ')}.`]),
  ];
  return parts.length === 0 ? BRIEF.nothingRaised : `Feed: ${parts.join(' ')}`;
}

export function changesWords({ baseline }: RunSummary, waived: number): string {
  const review =
    waived === 0
      ? ''
      : ` ${counted(waived, 'finding is waived and stays', 'findings are waived and stay')} in every rate.`;
  if (baseline === null) return `${BRIEF.noBaseline}${review}`;
  const { asAt, rejudged, resolved, noLongerAssessed } = baseline;
  const anew = rejudged === 0 ? '' : `, ${count(rejudged)} judged anew`;
  const gone = noLongerAssessed === 0 ? '' : `, ${count(noLongerAssessed)} no longer assessed`;
  return `Changes since ${longDate(asAt)}: ${count(baseline.new)} new, ${count(baseline.persisting)} persisting${anew}, ${count(resolved)} resolved${gone}.${review}`;
}

/** `rules` are those with the most findings; `isAll` says that there are no others. */
export function workWords(tier: string, findings: number, rules: readonly string[], isAll: boolean): string {
  const most = isAll ? '' : 'most of them ';
  return `Work first: ${counted(findings, 'finding')} of the tier “${tier}”, ${most}by ${listed(rules)}.`;
}

export function lackingLine(rules: number, columns: readonly string[], untold: number): string {
  const holes = `${counted(untold, 'time')} a rule could not be told on a record`;
  if (rules === 0) return `${BRIEF.allAssessed} ${holes}.`;
  return `Not assessed: ${counted(rules, 'rule')} for want of ${listed(columns)}; ${holes}.`;
}

interface Quoted {
  readonly asAt: string;
  readonly headline: string;
  readonly edition: string;
  readonly unconfirmed: number;
  readonly on: number;
  readonly changes: number;
  readonly isWhole: boolean;
  /** What the registrar has adopted, as a sentence; `null` without an adoption sheet. */
  readonly adoption: string | null;
}

/** The one sentence that says what it rests on, so that it can stand alone. */
export function quoteWords({
  asAt,
  headline,
  edition,
  unconfirmed,
  on,
  changes,
  isWhole,
  adoption,
}: Quoted): string {
  const limits = [
    ...(isWhole ? [] : ['of what could be read']),
    `rule pack ${edition}`,
    ...(changes === 0 ? [] : [`with ${counted(changes, 'local change')}`]),
    `${count(unconfirmed)} of ${counted(on, 'rule')} rest on an unconfirmed reading`,
    ...(adoption === null ? [] : [adoption.replace(/\.(?=\s|$)/g, '')]),
    REPORT.caption.replace(/\.$/, '').replace(/^F/, 'f'),
  ];
  return `To quote: “As at ${longDate(asAt)}, ${headline} (${limits.join('; ')}).”`;
}
