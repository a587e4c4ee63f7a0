import type { CheckResult } from '../model/check-result.js';
import type { RunSummary } from '../model/run.js';
import { SEVERITIES, type Severity } from '../model/rule.js';
import { count, counted, listed, longDate } from './figures.js';
import { SEVERITY_WORDS } from './report-words.js';

/** The page of the report: its title, its verdict and the headings of its sections. */
export const REPORT = {
  brand: 'markercheck',
  handling: 'This report lists crime references and small counts. Keep it inside the force.',
  skip: 'Skip to the report',
  contents: 'Contents',
  title: 'Child abuse and exploitation markers on crime records',
  glance: 'At a glance',
  caption: 'Flagging compliance, not prevalence; not official statistics.',
  sections: {
    identity: 'What was checked, and with what',
    checks: 'Checks on the whole extract',
    lacking: 'What was not assessed',
    headlines: 'Headline figures',
    trend: 'Over time',
    first: 'What to do first',
    rules: 'The rules',
    breakdowns: 'By month, team and class of offence',
  },
} as const;

/** What stands where a cell of the extract is empty. */
export const EMPTY = {
  reference: '(no reference)',
  team: '(no team)',
  force: '(no force)',
} as const;

export function pageTitle(asAt: string, verdict: Verdict): string {
  return `Marker check as at ${asAt}: ${verdict.label}`;
}

/** The verdict in words: its label, and one sentence. */
export interface Verdict {
  readonly kind: 'not-checked' | 'incomplete' | 'checked';
  readonly label: string;
  readonly sentence: string;
}

/** `1,208 errors, 814 warnings and 232 for information`, without those that are none. */
function bySeverity(findings: Readonly<Record<Severity, number>>): string {
  return listed(
    SEVERITIES.flatMap((severity) => {
      const value = findings[severity];
      const { one, many } = SEVERITY_WORDS[severity];
      return value === 0 ? [] : [`${count(value)} ${value === 1 ? one : many}`];
    }),
  );
}

function foundSentence({ records, findings }: RunSummary, rulesOn: number): string {
  const all = SEVERITIES.reduce((sum, severity) => sum + findings[severity], 0);
  const were = records === 1 ? 'was' : 'were';
  const checked = `${counted(records, 'record')} ${were} checked against ${counted(rulesOn, 'rule')}`;
  return all === 0
    ? `${checked}, without a finding.`
    : `${checked}, with ${counted(all, 'finding')}: ${bySeverity(findings)}.`;
}

/** `NOT CHECKED` and `INCOMPLETE` stand in capitals before their reason: neither may pass for a check. */
export function verdictOf(summary: RunSummary, rulesOn: number): Verdict {
  const found = foundSentence(summary, rulesOn);
  const lost = 'Not every row or byte of the input could be read.';
  if (summary.notChecked !== null) {
    const also = summary.complete ? '' : ` INCOMPLETE. ${lost}`;
    const reason = `${summary.notChecked.charAt(0).toUpperCase()}${summary.notChecked.slice(1)}`;
    const sentence = `${reason}. No figure in this report is a result.${also}`;
    return { kind: 'not-checked', label: 'NOT CHECKED', sentence };
  }
  if (!summary.complete) {
    return { kind: 'incomplete', label: 'INCOMPLETE', sentence: `${lost} Of what could be read, ${found}` };
  }
  return { kind: 'checked', label: 'CHECKED', sentence: found };
}

/** The checks that are raised, each once however often it is. */
export function raisedChecks(checks: readonly CheckResult[]): readonly string[] {
  return [...new Set(checks.flatMap(({ id, state }) => (state === 'raised' ? [id] : [])))];
}

/** One of the figures at the top of the page. */
export interface Glance {
  readonly figure: string;
  readonly words: string;
  readonly about: string;
  readonly to: keyof typeof REPORT.sections;
}

export function glances(
  { findings, checks, inputs, records, baseline }: RunSummary,
  rules: { readonly on: number; readonly notAssessed: number; readonly waived: number },
): readonly Glance[] {
  const open = SEVERITIES.reduce((sum, severity) => sum + findings[severity], 0);
  const raised = raisedChecks(checks).length;
  const unreadable = inputs.reduce((sum, input) => sum + input.unreadable, 0);
  const waived =
    rules.waived === 0
      ? ''
      : `${open === 0 ? '' : '; '}${count(rules.waived)} ${rules.waived === 1 ? 'is' : 'are'} waived besides`;
  const fresh = baseline === null ? '' : `; ${count(baseline.new)} new since ${longDate(baseline.asAt)}`;
  return [
    {
      figure: count(open),
      words: open === 1 ? 'finding' : 'findings',
      about: `${`${bySeverity(findings)}${waived}` || 'none, and none is waived'}${fresh}`,
      to: 'first',
    },
    {
      figure: count(raised),
      words: raised === 1 ? 'whole-extract check raised' : 'whole-extract checks raised',
      about: raised === 0 ? 'of those that could be made' : 'look at these before any list goes out',
      to: 'checks',
    },
    {
      figure: count(rules.notAssessed),
      words: rules.notAssessed === 1 ? 'rule not assessed' : 'rules not assessed',
      about: `${counted(rules.on, 'rule was', 'rules were')} assessed`,
      to: 'lacking',
    },
    {
      figure: count(records),
      words: records === 1 ? 'record read' : 'records read',
      about: unreadable === 0 ? 'no row was unreadable' : `${counted(unreadable, 'row')} unreadable`,
      to: 'identity',
    },
  ];
}

/** How many forces the records are of, by their codes where they are few. */
export function forcesWords(forces: readonly string[], most = 6): string {
  const named = forces.map((force) => force || EMPTY.force);
  if (named.length < 2) return named.map((force) => `Force ${force}`).join('');
  return `${counted(named.length, 'force')}${named.length > most ? '' : `: ${named.join(', ')}`}`;
}

/** What the report does not claim, as its last words. */
export function unconfirmedWords(unconfirmed: number, on: number): string {
  return `${count(unconfirmed)} of the ${counted(on, 'rule')} that are on rest on an unconfirmed reading.`;
}

export function madeByWords({ tool, pack }: RunSummary): string {
  return `Made by ${tool.name} ${tool.version} with the rule pack ${pack.id}, edition ${pack.edition}.`;
}
