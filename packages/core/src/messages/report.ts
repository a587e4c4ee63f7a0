import type { PolicyChange } from '../model/policy.js';
import type { RunSummary } from '../model/run.js';
import { count, counted, listed, longDate } from './figures.js';
import { SEVERITY_WORDS } from './report-words.js';

/** The words of the run's report. Those of the model's own terms are in `report-words.ts`. */
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
    first: 'What to do first',
    rules: 'The rules',
    breakdowns: 'By month and by class of offence',
  },

  noPolicy: 'No policy: the pack as it comes.',
  emptyPolicy: 'The policy changes nothing in the pack.',
  notSet: 'not set',

  checksAbout:
    'These look at the extract as a whole, and never change a count below. They come first because one fault in a feed looks like a thousand faults in records.',
  checksNoneRaised: 'No check on the whole extract is raised.',

  lackingAbout:
    'These rules need columns that the extract does not have. They count nowhere: not as met and not as breached. Export the columns, then check again.',
  lackingNone: 'Every rule that is on was assessed. No column that a rule needs is lacking.',

  ratesAbout: [
    'The rate is the share that is met of the records that can be judged: met or breached.',
    'The floor counts every record that cannot be told as breached. The ceiling counts each of them as met. The truth lies between the two.',
    'In each bar, the floor is where “met” ends and the ceiling is where “cannot be told” ends. Two forces, or two months, differ only where their floor to ceiling ranges do not overlap.',
  ],
  rangeAbout:
    'The 95% range says how much a rate may vary by chance in a process like this one. It is Wilson’s interval.',
  doNotQuote: 'NOT CHECKED: do not quote these figures.',
  incompleteFigures: 'INCOMPLETE: these figures cover only the records that could be read.',
  noRecords: 'The extract has no record that this measure concerns: no data.',

  firstAbout:
    'Findings by tier, which is the order of work whatever the severity. Each tier names the rules with the most findings that are still to be worked.',
  firstNone: 'No rule has a finding.',

  rulesAbout:
    'For every rule that is on, met, breached, cannot be told and not applicable add up to the records read. “Applies to” leaves out the not applicable.',
  smallCells: 'These tables hold small counts. They stay in the force.',
  settling: 'still settling: some of its records were made less than 28 days before the report’s date',
  noDate: 'No date of recording',
  noClass: 'Class cannot be told',
  noReference: '(no reference)',
  noTeam: '(no team)',
  noForce: '(no force)',
} as const;

/** The verdict in words: its label, and one sentence. */
export interface Verdict {
  readonly kind: 'not-checked' | 'incomplete' | 'checked';
  readonly label: string;
  readonly sentence: string;
}

function findingsSentence(summary: RunSummary, rulesOn: number): string {
  const { error, warning, info } = summary.findings;
  const all = error + warning + info;
  const checked = `${counted(summary.records, 'record')} checked against ${counted(rulesOn, 'rule')}`;
  if (all === 0) return `${checked}: no finding.`;
  const parts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const value = summary.findings[severity];
    const words = SEVERITY_WORDS[severity];
    return value === 0 ? [] : [`${count(value)} ${value === 1 ? words.one : words.many}`];
  });
  return `${checked}: ${counted(all, 'finding')} (${listed(parts)}).`;
}

/** `NOT CHECKED` and `INCOMPLETE` stand in capitals before their reason: neither may pass for a check. */
export function verdictOf(summary: RunSummary, rulesOn: number): Verdict {
  const found = findingsSentence(summary, rulesOn);
  const lost = 'Not every row or byte of the input could be read.';
  if (summary.notChecked !== null) {
    const also = summary.complete ? '' : ` ${lost}`;
    const sentence = `${summary.notChecked}. No figure in this report is a result.${also}`;
    return { kind: 'not-checked', label: 'NOT CHECKED', sentence };
  }
  if (!summary.complete) {
    return { kind: 'incomplete', label: 'INCOMPLETE', sentence: `${lost} Of what could be read: ${found}` };
  }
  return { kind: 'checked', label: 'CHECKED', sentence: found };
}

const settingWords = (value: PolicyChange['from']): string =>
  value === null ? REPORT.notSet : String(value);

/** One thing that the policy changes. */
export function changeWords({ kind, name, from, to }: PolicyChange): string {
  const now = settingWords(to);
  const was = `the pack has ${settingWords(from)}`;
  if (kind === 'parameter') return `Parameter ${name} is ${now}; ${was}.`;
  if (to === 'off') return `Rule ${name} is switched off; ${was}.`;
  return from === 'off'
    ? `Rule ${name} is switched on, as ${now}; ${was}.`
    : `Rule ${name} is ${now}; ${was}.`;
}

/** The pack's headline with its counts filled in. */
export function fillHeadline(template: string, counts: Readonly<Record<string, number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(counts, name) ? counts[name] : undefined;
    return value === undefined ? whole : count(value);
  });
}

/** How many findings a sample shows of all, and where the rest is. */
export function sampleCaption(id: string, shown: number, all: number): string {
  if (shown >= all) return `${id}: ${all === 1 ? 'the one finding' : `all ${count(all)} findings`}`;
  return `${id}: a sample of ${count(shown)} of ${count(all)} findings`;
}

/** When a rule is in force, by the day on which a record was made. */
export function effectiveWords({
  from,
  to,
}: {
  readonly from?: string;
  readonly to?: string;
}): string | null {
  if (from === undefined && to === undefined) return null;
  const start = from === undefined ? '' : ` from ${longDate(from)}`;
  const end = to === undefined ? '' : ` to ${longDate(to)}`;
  return `It judges records made${start}${end}.`;
}
