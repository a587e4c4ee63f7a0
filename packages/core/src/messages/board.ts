import { count, counted, listed, longMonth } from './figures.js';

/** `board.html`: what it says whatever the figures. Code stands between backticks. */
export const BOARD = {
  brand: 'markercheck',
  handling: 'For the board. It lists no record, and small numbers are suppressed.',
  skip: 'Skip to the report',
  contents: 'Contents',
  title: 'Child abuse and exploitation markers on crime records: report for a board',
  caption: 'Flagging compliance, not prevalence; not official statistics.',
  sections: {
    headlines: 'Headline figures',
    feed: 'Checks on the whole extract',
    lacking: 'What was not assessed',
    unknowable: 'What these figures cannot say',
    made: 'How this report was made',
  },
  notChecked:
    'The extract did not pass for a check: its offence codes, its records or its columns do not allow one. No figure is given, because none would be a result.',
  alert:
    'The extract differs from the one before as that of a broken export does. The figures may be those of the export and not of the records.',
  incomplete: 'Not every row of the extract could be read. The figures cover what could be read.',
  about: [
    'Each figure counts records of crimes: those that carry the marker they should carry by the check’s rules, those that do not, and those of which it cannot be told because the record lacks something.',
    'The rate is the share that is met of those that can be judged. The floor counts every record that cannot be told as breached, the ceiling counts each as met. The truth lies between the two.',
  ],
  noRecords: 'No record in the extract is one that this measure concerns.',
  headlineSuppressed: 'The figures are suppressed: they are so small that one could point to a person.',
  joined:
    'What is breached and what cannot be told stand together here, because one of them by itself would be a small number. The rate and the ceiling cannot be given then; the floor can.',
  topped: 'The exact numbers are suppressed, because they are small.',
  leftOut: 'not shown, because it could not be shown without giving small numbers away.',
  byQuarter: 'by quarter of recording',
  byYear: 'by year of recording',
  byClass: 'by class of offence',
  quarter: 'Recorded in',
  class: 'Class of offence',
  columns: {
    met: 'Met',
    breached: 'Breached',
    untold: 'Cannot be told',
    rest: 'Breached or cannot be told',
    all: 'Records',
    floor: 'Floor',
    ceiling: 'Ceiling',
    rate: 'Rate',
    range: 'Floor to ceiling',
  },
  total: 'All',
  earlier: 'Earlier',
  noDate: 'No date of recording',
  noClass: 'Class cannot be told',
  otherClasses: 'All other classes',
  settling: 'still settling: some of its records are less than 28 days old and may yet be completed',
  noneRaised: 'No check on the whole extract is raised.',
  raised: 'These say that the data as a whole may be at fault. Read the figures with them in mind.',
  allAssessed: 'Every rule that is on was assessed.',
  unknowable: [
    'How much child sexual abuse and exploitation there is. Most of it is never reported, and what is reported is not always recorded. A marker says how a record is described.',
    'Whether every record that should carry the CSE marker does. Exploitation is seldom to be read from an offence’s title; somebody who knows the case has to say it.',
    'Whether a marker that is set is right, except where the record contradicts itself.',
    'Whether a change is an improvement. Values vary from quarter to quarter without a cause; a trend chart with limits tells the two apart.',
    'How this force compares with another. Two forces differ only where their ranges from floor to ceiling do not overlap, and only if they were checked by the same rules.',
  ],
} as const;

export function suppressedNote(threshold: number): string {
  return `“Suppressed” stands for a count from 1 to ${count(threshold - 1)}, or for one without which such a count could be reckoned from the totals. Which of the two it is, is not said.`;
}

/** `2026-Q1` as `January to March 2026`, `2026` as it is. */
export function quarterWords(key: string): string {
  const [year = '', number] = key.split('-Q');
  if (number === undefined) return year;
  const first = Number(number) * 3 - 2;
  const two = (month: number) => `${year}-${String(month).padStart(2, '0')}`;
  return `${longMonth(two(first)).replace(/ \d+$/, '')} to ${longMonth(two(first + 2))}`;
}

export function boardLacking(rules: number, columns: readonly string[]): string {
  return `${counted(rules, 'rule was', 'rules were')} not assessed, because the extract has no column for ${listed(columns)}. What they would have found is in no figure.`;
}

export function boardWithout(titles: readonly string[]): string {
  return `These headline figures count without some of their rules: ${listed(titles.map((title) => `“${title}”`))}.`;
}

export function boardRules(on: number, unconfirmed: number, changes: number): string {
  const policy =
    changes === 0
      ? 'The rules are used as they come.'
      : `The force makes ${counted(changes, 'change')} to the rules as they come.`;
  return `${counted(on, 'rule was', 'rules were')} applied. ${count(unconfirmed)} of them rest on a reading of national rules that the force crime registrar has yet to confirm. ${policy}`;
}

export function boardJoined(met: number, rest: number, all: number): string {
  return `${count(met)} of ${counted(all, 'record')} met; ${count(rest)} breached or cannot be told.`;
}

export function boardAtLeast(met: number, rest: number, all: number): string {
  return `At least ${count(met)} of ${counted(all, 'record')} met; ${count(rest)} or fewer breached or cannot be told.`;
}

export function boardTotal(all: number): string {
  return `${counted(all, 'record')}; how many of them met is suppressed.`;
}
