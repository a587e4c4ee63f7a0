import type { FindingStatus } from '../model/finding.js';
import type { BaselineSummary, RuleStanding } from '../model/run.js';
import type { PolicyChange } from '../model/policy.js';
import { type Rule, SEVERITIES, type Severity } from '../model/rule.js';
import type { WaiverReport } from '../model/waiver.js';
import { count, counted, listed, longDate } from './figures.js';
import { DIMENSION_WORDS, SEVERITY_WORDS, TIER_WORDS } from './report-words.js';

/** The sentences of the report that carry figures. Code stands between backticks. */

/** A parameter's value, `null` being one that is not set. */
export function settingWords(value: string | number | null): string {
  return value === null ? 'not set' : String(value);
}

const nameOf = (value: PolicyChange['from']): string =>
  SEVERITIES.includes(value as Severity)
    ? SEVERITY_WORDS[value as Severity].label.toLowerCase()
    : settingWords(value);

/** One thing that the policy changes. */
export function changeWords({ kind, name, from, to }: PolicyChange): string {
  if (kind === 'parameter')
    return `\`${name}\` is ${settingWords(to)}; in the pack it is ${settingWords(from)}.`;
  if (to === 'off') return `\`${name}\` is switched off; in the pack it is on, severity ${nameOf(from)}.`;
  if (from === 'off') return `\`${name}\` is switched on, severity ${nameOf(to)}; in the pack it is off.`;
  return `\`${name}\` has severity ${nameOf(to)}; in the pack it has ${nameOf(from)}.`;
}

/** What became of the waivers, with the rows that a person should look at. */
export function waiverSentences(report: WaiverReport): readonly string[] {
  const rows = (numbers: readonly number[]): string =>
    `${numbers.length === 1 ? 'row' : 'rows'} ${listed(numbers.map(String))} of the waivers file`;
  const { read, used, expired, unused, expiringSoon, malformed } = report;
  return [
    `${counted(read, 'waiver')} read, ${count(used)} of them used. A waived finding stays in every rate.`,
    ...(expired.length === 0 ? [] : [`Expired, and so waiving nothing: ${rows(expired)}.`]),
    ...(expiringSoon.length === 0 ? [] : [`In use and about to expire: ${rows(expiringSoon)}.`]),
    ...(unused.length === 0 ? [] : [`In force, but no finding needed them: ${rows(unused)}.`]),
    ...malformed.map(({ row, problem }) => `Row ${String(row)} does not waive: ${problem}`),
  ];
}

/** How the findings stand to an earlier run, by status. */
export function baselineRows(
  baseline: BaselineSummary,
): readonly (readonly [words: string, value: number])[] {
  return [
    ['New', baseline.new],
    ['Persisting', baseline.persisting],
    [
      'Judged anew: the rule or the policy changed, or it was known before and could not be judged then (status re-judged)',
      baseline.rejudged,
    ],
    ['Resolved', baseline.resolved],
    ['No longer assessed: the record, the column or the rule is gone', baseline.noLongerAssessed],
  ];
}

export function baselineCaption({ asAt }: BaselineSummary): string {
  return `Findings since the run as at ${longDate(asAt)}`;
}

/** How one rule's findings stand to the baseline, and since when the oldest open one is known. */
export function standingWords(standing: RuleStanding, { asAt }: BaselineSummary): string {
  const { rejudged, resolved, noLongerAssessed, oldest } = standing;
  const parts = [
    `${count(standing.new)} new`,
    `${count(standing.persisting)} persisting`,
    ...(rejudged === 0 ? [] : [`${count(rejudged)} judged anew`]),
    `${count(resolved)} resolved`,
    ...(noLongerAssessed === 0 ? [] : [`${count(noLongerAssessed)} no longer assessed`]),
  ];
  const known = oldest === null ? '' : ` The oldest open finding was first found on ${longDate(oldest)}.`;
  return `Since ${longDate(asAt)}: ${listed(parts)}.${known}`;
}

/** How a finding stands, for the sample of its rule; empty where nobody asked. */
export function statusWords(status: FindingStatus, since: string, asAt: string): string {
  const known = since < asAt ? `, known since ${longDate(since)}` : '';
  switch (status) {
    case '':
      return '';
    case 'new':
      return 'New';
    case 'persisting':
      return `Known since ${longDate(since)}`;
    case 're-judged':
      return `Judged anew${known}`;
    case 'waived':
      return `Waived${known}`;
    default:
      return status satisfies never;
  }
}

/** The pack's headline with its counts filled in; “1 do not” is “1 does not”. */
export function fillHeadline(template: string, counts: Readonly<Record<string, number>>): string {
  const filled = template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(counts, name) ? counts[name] : undefined;
    return value === undefined ? whole : count(value);
  });
  return filled.replace(/(^|[^\d,])1 do not\b/g, '$11 does not');
}

export function withoutWords(rules: readonly string[]): string {
  return `It counts without rules that are off or not assessed: ${rules.join(', ')}.`;
}

export function lackingWords(lacking: readonly string[]): string {
  return `Not assessed: the extract lacks ${lacking.map((columns) => `\`${columns}\``).join(' and ')}.`;
}

/** What no column of the report's tables says: records and rows that could not be told. */
export function holeSentences(
  undetermined: number,
  unreadable: number,
  checks: readonly string[],
): readonly string[] {
  return [
    undetermined === 0
      ? 'No rule had a record on which it could not be told.'
      : `${counted(undetermined, 'time')} a rule could not be told on a record that lacks something. \`undetermined.csv\` names the fields that would close each hole.`,
    unreadable === 0
      ? 'No row was unreadable.'
      : `${counted(unreadable, 'row')} could not be read as records and were not checked. \`input.csv\` says where.`,
    ...(checks.length === 0
      ? []
      : [`Checks on the whole extract that lack a column, wholly or for one marker: ${checks.join(', ')}.`]),
  ];
}

/** What a rule applies to, and how that came out. */
export function countsWords(
  appliesTo: number,
  {
    met,
    breached,
    undetermined,
    waived,
  }: Readonly<Record<'met' | 'breached' | 'undetermined' | 'waived', number>>,
): string {
  const review = waived === 0 ? '' : ` (${count(waived)} of them waived)`;
  return `Applies to ${counted(appliesTo, 'record')}: ${count(met)} met, ${count(breached)} breached${review}, ${count(undetermined)} cannot be told.`;
}

/** How many findings a sample shows of all. */
export function sampleCaption(shown: number, all: number): string {
  if (shown < all) return `A sample of ${count(shown)} of ${counted(all, 'finding')}`;
  return all === 1 ? 'The one finding' : `All ${count(all)} findings`;
}

/** When a rule is in force, by the day on which a record was made. */
export function effectiveWords({ from, to }: Rule['effective']): string | null {
  if (from === undefined && to === undefined) return null;
  const start = from === undefined ? '' : ` from ${longDate(from)}`;
  const end = to === undefined ? '' : ` to ${longDate(to)}`;
  return `Judges records made${start}${end}.`;
}

/** Marker, dimension and tier of a rule in a line. */
export function concernsWords({ marker, dimension, tier }: Rule): string {
  const of = marker === null ? 'no single marker' : `marker ${marker}`;
  return `${of} · ${DIMENSION_WORDS[dimension]} · tier ${String(tier)}: ${TIER_WORDS[tier].title.toLowerCase()}`;
}

/** Where a rule's findings differ in severity; `null` where they do not. */
export function severityCases(rule: Rule, changes: readonly PolicyChange[]): string | null {
  const change = changes.find(({ kind, name }) => kind === 'rule' && name === rule.id);
  // A severity that the policy sets holds whatever the record says; one that is only switched on keeps its cases.
  if (change !== undefined && (change.from !== 'off' || change.to !== rule.severity)) return null;
  const of = rule.severityWhen ?? [];
  if (of.length === 0) return null;
  const cases = of.map(
    ({ severity, because }) => `${SEVERITY_WORDS[severity].label.toLowerCase()} where ${because}`,
  );
  return `${SEVERITY_WORDS[rule.severity].label}; ${cases.join('; ')}.`;
}
