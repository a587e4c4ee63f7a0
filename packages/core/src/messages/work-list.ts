import type { RunSummary } from '../model/run.js';
import type { WorkListCount, WorkListReport } from '../model/work-list.js';
import { adoptionSentence } from './adoption.js';
import { count, counted, listed, longDate } from './figures.js';
import { REPORT } from './report.js';
import { TIER_WORDS } from './report-words.js';

/** What every list says of itself. */
export const WORK_LIST_CAPTION = REPORT.caption;

/** The names of the sheets that are not a team's. */
export const SHEET_NAMES = {
  all: 'Work list',
  noTeam: 'No team',
  review: 'For review',
  readMe: 'Read me',
} as const;

/** The heading of each column, and what stands in it. */
export const COLUMN_WORDS = {
  tier: ['Order of work', `1 and 2 first. 4 is for review, on a sheet of its own.`],
  crimeReference: [
    'Crime reference',
    'All lines of one record stand together, where its first line belongs.',
  ],
  team: ['Team', 'As the extract has it.'],
  force: ['Force', 'As the extract has it.'],
  message: ['What is wrong', 'The fault, in a sentence.'],
  action: ['What to do', 'How to put it right, and who does it.'],
  fails: ['What does not hold', 'What the rule asks of the record, and the record does not have.'],
  rule: ['Rule', 'The rule that says so; “markercheck rules show” and its id tell why.'],
  severity: ['Severity', 'error, warning or info.'],
  status: ['Status', 'new, persisting or re-judged against the earlier run; empty where there was none.'],
  since: ['Since', 'The day of the run that found it first.'],
  daysOpen: ['Days open', 'From that day to the day of this run.'],
  file: ['File', 'The extract.'],
  row: ['Row', "The record's row in it; the header is row 1."],
  decision: ['Decision', 'For you: what was decided.'],
  byRole: ['By role', 'For you: the role or account that decided, never a name.'],
  date: ['Date', 'For you: when.'],
} as const satisfies Readonly<Record<string, readonly [title: string, about: string]>>;

function findingsOn({ findings, records }: WorkListCount): string {
  if (findings === 0) return 'no findings';
  return `${counted(findings, 'finding')} on ${counted(records, 'record')}`;
}

/** What was left off the lists and why, a sentence each; nothing where nothing was asked for. */
export function leftOffSentences({
  waived,
  settling,
  before,
  settlingDays,
  since,
}: WorkListReport): readonly string[] {
  const days = counted(settlingDays, 'day');
  return [
    ...(waived.findings === 0
      ? []
      : [`Waived, because a decision says that they are in order: ${findingsOn(waived)}.`]),
    ...(settlingDays === 0
      ? []
      : [
          `On records made fewer than ${days} before this run, which are still being completed: ${findingsOn(settling)}.`,
        ]),
    ...(since === null ? [] : [`On records made before ${longDate(since)}: ${findingsOn(before)}.`]),
  ];
}

/** The work list in one sentence, for the summary of a run. */
export function workListSentence(report: WorkListReport): string {
  const { listed: list, review } = report;
  const off = [
    ...(report.waived.findings === 0 ? [] : [`${count(report.waived.findings)} waived`]),
    ...(report.settlingDays === 0
      ? []
      : [`${count(report.settling.findings)} on records under ${counted(report.settlingDays, 'day')} old`]),
    ...(report.since === null
      ? []
      : [`${count(report.before.findings)} on records made before ${longDate(report.since)}`]),
  ];
  const leftOff = off.length === 0 ? '' : ` Left off, and counted all the same: ${listed(off)}.`;
  const forReview = review.findings === 0 ? 'none' : counted(review.findings, 'finding');
  return `The work list has ${findingsOn(list)}, and ${forReview} for review.${leftOff}`;
}

/** The line above a sheet's heading. */
export function sheetNote(asAt: string, findings: number, records: number, report: WorkListReport): string {
  const off = report.waived.findings + report.settling.findings + report.before.findings;
  const settles =
    report.settlingDays === 0
      ? ''
      : ` (${count(report.settling.findings)} on records under ${counted(report.settlingDays, 'day')} old)`;
  const leftOff =
    off === 0
      ? ''
      : ` In the whole run, ${counted(off, 'finding')}${settles} left off: see “${SHEET_NAMES.readMe}”.`;
  return `As at ${longDate(asAt)}: ${findingsOn({ findings, records })}.${leftOff} ${WORK_LIST_CAPTION}`;
}

/** A line of the sheet that explains the others: a label, and what it says. */
export type ReadMeLine = readonly [label: string, text: string];

const GAP: ReadMeLine = ['', ''];

const USE: readonly string[] = [
  'Save a copy before you write on it: the next run replaces this file.',
  'Work from the top. The lines of one record stand together, and the first says why the record stands where it does.',
  'Put the record right in the crime recording system, not here: the next run looks at the record.',
  'Where the record is right as it is, have the decision recorded as a waiver (markercheck waive); it stays in the figures and leaves this list.',
  'Write a role or an account, never a name. Nothing here names an officer, a victim or a suspect.',
];

function identity(summary: RunSummary): readonly ReadMeLine[] {
  const { pack, profile, policy, adoption, baseline, pseudonyms, tool, waivers } = summary;
  const changes = policy.changes.length;
  return [
    ['As at', longDate(summary.asAt)],
    ...summary.inputs.map(({ name, records, sha256 }): ReadMeLine => [
      'Extract',
      `${name}: ${counted(records, 'record')}; SHA-256 ${sha256}`,
    ]),
    ['Rules', `${pack.id}, edition ${pack.edition}; digest ${pack.digest}`],
    ['Profile', `${profile.name}; digest ${profile.digest}`],
    ...(changes === 0
      ? []
      : [['Policy', `${counted(changes, 'change')} to the rules; the report lists them`] as const]),
    ...(adoption === null ? [] : [['Readings', adoptionSentence(adoption)] as const]),
    ...(baseline === null ? [] : [['Compared with', `the run as at ${longDate(baseline.asAt)}`] as const]),
    ...(waivers === null ? [] : [['Waivers', `digest ${waivers.digest}`] as const]),
    ...(pseudonyms === null
      ? []
      : [['Crime references', `replaced by pseudonyms that the key ${pseudonyms} makes`] as const]),
    ['Made by', `${tool.name} ${tool.version}`],
  ];
}

function warnings({ complete, notChecked }: RunSummary): readonly ReadMeLine[] {
  return [
    ...(notChecked === null ? [] : [['NOT CHECKED', `${notChecked}.`] as const]),
    ...(complete
      ? []
      : [
          [
            'INCOMPLETE',
            'Not all of the extract could be read: input.csv says what. This list is not whole.',
          ] as const,
        ]),
  ];
}

/** The sheet that says what the lists are, what is not on them and how to use them. `notes` say more of the run. */
export function readMeLines(
  report: WorkListReport,
  summary: RunSummary,
  notes: readonly string[] = [],
): readonly ReadMeLine[] {
  const off = leftOffSentences(report);
  return [
    ['What this is', 'Findings of one check of crime records for child abuse and exploitation markers.'],
    ['', WORK_LIST_CAPTION],
    ['', 'It holds crime references and small counts. Keep it inside the force.'],
    ...warnings(summary),
    ['On the lists', `To put right: ${findingsOn(report.listed)}. For review: ${findingsOn(report.review)}.`],
    ...(off.length === 0 ? [['Left off', 'Nothing.'] as const] : []),
    ...off.map((text, i): ReadMeLine => [i === 0 ? 'Left off' : '', text]),
    ...(off.length === 0
      ? []
      : [['', 'What is left off is counted in every rate and report all the same.'] as const]),
    GAP,
    ...USE.map((text, i): ReadMeLine => [i === 0 ? 'How to use it' : '', text]),
    GAP,
    ...Object.entries(TIER_WORDS).map(([tier, { title, about }]): ReadMeLine => [`${tier} ${title}`, about]),
    GAP,
    ...identity(summary),
    ...notes.map((text): ReadMeLine => ['', text]),
    GAP,
    ...Object.values(COLUMN_WORDS).map(([title, about]): ReadMeLine => [title, about]),
  ];
}
