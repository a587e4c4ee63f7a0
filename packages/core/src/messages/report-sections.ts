/** What the sections of the report say whatever the run. Code stands between backticks. */

export const IDENTITY = {
  files: 'Files read',
  file: 'File',
  format: 'Format',
  bytes: 'Bytes',
  records: 'Records',
  unreadable: 'Unreadable rows',
  digest: 'SHA-256',
  pack: 'Rule pack',
  profile: 'Profile',
  blanks: 'Empty markers',
  policy: 'Policy',
  parameters: 'Parameters',
  adoption: 'Adoption',
  differing: 'The registrar reads these rules otherwise:',
  waivers: 'Waivers',
  references: 'Crime references',
  pseudonyms: 'Crime references are replaced by pseudonyms. The mark of their key is',
  tool: 'Tool',
  parameter: 'Parameter',
  value: 'Value',
  noPolicy: 'No policy: the pack as it comes.',
  emptyPolicy: 'The policy changes nothing in the pack.',
  thresholds: 'Thresholds of the checks on the whole extract',
  columns: 'Columns of the extract that the check reads',
} as const;

export const CHECKS = {
  about:
    'These look at the extract as a whole, and never change a count below. They come first because one fault in a feed looks like a thousand faults in records.',
  noneRaised: 'No check on the whole extract is raised.',
  others: 'Checks on the whole extract that are not raised',
  found: 'Found',
  threshold: 'Threshold',
  action: 'What to do',
  source: 'Source',
  check: 'Check',
  state: 'State',
  figure: 'Figure',
} as const;

export const LACKING = {
  about:
    'These rules need columns that the extract does not have. They count nowhere: not as met and not as breached. Export the columns, then check again.',
  none: 'Every rule that is on was assessed. No column that a rule needs is lacking.',
  table: 'Columns that are lacking, and the rules that need them',
  export: 'What to export',
  rules: 'Rules that need it',
  and: ', and ',
  holes: 'Holes in single records and rows',
  noHoles: 'No rule had a record on which it could not be told.',
  noUnreadable: 'No row was unreadable.',
} as const;

export const HEADLINES = {
  about: [
    'The rate is the share that is met of the records that can be judged, which are met or breached.',
    'The floor counts every record that cannot be told as breached. The ceiling counts each of them as met. The truth lies between the two.',
    'In each bar, the floor is where “met” ends and the ceiling is where “cannot be told” ends. Two forces, or two months, differ only where their floor to ceiling ranges do not overlap.',
  ],
  doNotQuote: 'NOT CHECKED: do not quote these figures.',
  incomplete: 'INCOMPLETE: these figures cover only what could be read.',
  noRecords: 'No record in the extract is one that this measure concerns: no data.',
  all: 'All measures',
  range:
    'The 95% range says how much a rate may vary by chance in a process like this one (Wilson’s interval).',
  table: 'Every measure, with its denominators',
  others: 'Other measures that count without rules that are off or not assessed:',
  floor: 'Floor',
  rate: 'Rate',
  ceiling: 'Ceiling',
  measure: 'Measure',
  interval: '95% range',
} as const;

export const OVER_TIME = {
  none: 'This run keeps no history, so nothing can be said over time. `markercheck check --history FOLDER` keeps one from now on.',
  about:
    'The rate of each headline measure by month or quarter of recording, of records that had settled. The thin upright lines run from floor to ceiling, the level line is the mean, and the dashed lines are the limits between which values stay while nothing changes. A diamond marks a value that does not.',
  whole:
    '`markercheck trend FOLDER`, with the same folder as `--history`, draws these larger, with all figures in tables.',
  withoutEvents:
    'These pictures know of no events: a change of system can look like a signal here. `--events FILE` draws what happened when.',
  tooMany: 'Lines of more than three forces are not drawn here.',
} as const;

/** The heads of columns of counts. */
export const COUNTS = {
  records: 'Records',
  met: 'Met',
  breached: 'Breached',
  waived: 'Of which waived',
  untold: 'Cannot be told',
} as const;

export const FIRST = {
  about:
    'Findings by tier, which is the order of work whatever the severity. Each tier names the rules with the most findings that still need work.',
  none: 'No rule has a finding.',
  every: 'Every finding is in `findings.csv`, with its reason and its action.',
  before: 'Before any list goes out:',
  tiers: 'Findings by tier',
  tier: 'Tier',
  rules: 'Rules with findings',
  findings: 'Findings',
  status: 'Status',
  ages: 'Open findings by the time since they were first found',
  open: 'Open',
  oldest: 'Oldest since',
} as const;

export const RULES = {
  about:
    'For every rule that is on, met, breached, cannot be told and not applicable add up to the records read. “Applies to” leaves out the not applicable.',
  table: 'Rules that are on, with their counts',
  rule: 'Rule',
  severity: 'Severity',
  appliesTo: 'Applies to',
  why: 'Why',
  status: 'Status',
  noAnswer: 'The registrar has not answered on this reading.',
  new: 'New',
  standing: 'Standing',
  fix: 'How to fix it',
  limits: 'Limits',
  inForce: 'In force',
  reference: 'Crime reference',
  force: 'Force',
  team: 'Team',
  message: 'What is wrong',
  place: 'File and row',
  elsewhere: 'The findings are in `findings.csv`.',
  fullList: 'The full list is in `findings.csv`.',
} as const;

export const BREAKDOWNS = {
  about: 'These tables hold small counts. They stay in the force.',
  settling: 'still settling: some of its records are less than 28 days old and may yet be completed',
  settlingMark: '(s)',
  noDate: 'No date of recording',
  noClass: 'Class cannot be told',
  month: 'Month',
  team: 'Team',
  class: 'Class of offence',
  noTeams:
    'There is no table by team: the team column holds more different texts than any force has teams. Look at the profile.',
  noTeamColumn: 'There is no table by team: the extract has no such column.',
  range: 'Floor to ceiling',
  bar: 'Bar',
} as const;
