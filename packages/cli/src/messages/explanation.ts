import type { RuleExplanation } from '@markercheck/core';
import type { FoundRecord, Search } from '../commands/explain-search.js';
import type { Settings } from '../run/settings.js';
import { fieldLines } from './explanation-fields.js';
import { ruleLines } from './explanation-rule.js';
import { terminalSafe } from './terminal-text.js';
import { count, counted, wrap } from './wrap.js';

/** What was asked for and found. */
export interface Subject {
  readonly reference: string;
  readonly file: string;
  readonly search: Search;
  readonly settings: Settings;
}

export interface ExplanationOptions {
  /** Only these rules; all if empty. */
  readonly rules: readonly string[];
  readonly all: boolean;
  readonly showValues: boolean;
}

interface Group {
  readonly title: string;
  /** How the group is told in the line of counts. */
  readonly short: string;
  readonly has: (rule: RuleExplanation) => boolean;
  /** What is said in place of the clauses, where they are not asked for: beside the title, and below it. */
  readonly brief?: {
    readonly aside?: string;
    readonly lines: (rules: readonly RuleExplanation[]) => readonly string[];
  };
}

const SEVERITY_RANK = { error: 0, warning: 1, info: 2 } as const;

/** The order of work: tier, severity, id. */
function byWork(left: RuleExplanation, right: RuleExplanation): number {
  return (
    left.tier - right.tier ||
    SEVERITY_RANK[left.severity] - SEVERITY_RANK[right.severity] ||
    (left.rule < right.rule ? -1 : 1)
  );
}

const ids = (rules: readonly RuleExplanation[]): string => rules.map(({ rule }) => rule).join(', ');

const GROUPS: readonly Group[] = [
  {
    title: 'Breached',
    short: 'breached',
    has: ({ state, outcome }) => state === 'on' && outcome === 'breached',
  },
  {
    title: 'Cannot be told',
    short: 'cannot be told',
    has: ({ state, outcome }) => state === 'on' && outcome === 'undetermined',
  },
  { title: 'Met', short: 'met', has: ({ state, outcome }) => state === 'on' && outcome === 'met' },
  {
    title: 'Not applicable',
    short: 'not applicable',
    has: ({ state, outcome }) => state === 'on' && outcome === 'not-applicable',
    brief: { aside: '--all says why', lines: () => [] },
  },
  {
    title: 'Not assessed',
    short: 'not assessed',
    has: ({ state }) => state === 'not-assessed',
    brief: {
      lines: (rules) =>
        rules.map(({ rule, lacking }) => wrap(`  ${rule}: the extract lacks ${lacking.join(', ')}`, '    ')),
    },
  },
  {
    title: 'Off',
    short: 'off',
    has: ({ state }) => state === 'off',
    brief: { aside: 'a policy switches them on', lines: (rules) => [wrap(`  ${ids(rules)}`, '  ')] },
  },
];

function groupLines(
  { title, has, brief }: Group,
  record: FoundRecord,
  options: ExplanationOptions,
): readonly string[] {
  const rules = record.rules.filter(
    (rule) => has(rule) && (options.rules.length === 0 || options.rules.includes(rule.rule)),
  );
  if (rules.length === 0) return [];
  const head = `${title.toUpperCase()}: ${counted(rules.length, 'rule')}`;
  if (brief !== undefined && !options.all && options.rules.length === 0) {
    const aside = brief.aside === undefined ? '' : ` (${brief.aside})`;
    return ['', head + aside, ...brief.lines(rules)];
  }
  return ['', head, ...[...rules].sort(byWork).flatMap((rule) => ['', ...ruleLines(rule)])];
}

function recordLines(record: FoundRecord, subject: Subject, options: ExplanationOptions): readonly string[] {
  const counts = GROUPS.map(({ short, has }) => `${count(record.rules.filter(has).length)} ${short}`);
  return [
    wrap(
      `Record ${terminalSafe(subject.reference)}: row ${record.row} of ${terminalSafe(record.file)}`,
      '  ',
    ),
    wrap(`${counted(record.rules.length, 'rule')}: ${counts.join(', ')}.`, '  '),
    '',
    ...fieldLines(record.fields, options.showValues),
    ...GROUPS.flatMap((group) => groupLines(group, record, options)),
  ];
}

function settingsLine({ settings }: Subject): string {
  const { pack, profileName, policyDigest } = settings;
  const policy = policyDigest === null ? 'no policy' : 'a policy';
  return wrap(
    `By the pack ${pack.id} ${pack.edition}, the profile ${terminalSafe(profileName.name)} and ${policy}.`,
  );
}

/** What `explain` says: every record with the reference, one after another. */
export function explanationText(subject: Subject, options: ExplanationOptions): string {
  const { found, unreadable } = subject.search;
  const several =
    found.length === 1
      ? []
      : [wrap(`${count(found.length)} records have this reference; each is explained.`)];
  const lost =
    unreadable === 0 ? [] : [wrap(`${counted(unreadable, 'row')} of the extract could not be read.`)];
  const records = found.flatMap((record, index) => [
    ...(index === 0 ? [] : ['', '-'.repeat(72), '']),
    ...recordLines(record, subject, options),
  ]);
  return `${[...several, ...lost, ...(several.length + lost.length > 0 ? [''] : []), ...records, '', settingsLine(subject)].join('\n')}\n`;
}

/** Why no record was found, and what to try. */
export function notFoundWords(reference: string, file: string, search: Search): string {
  const { records, unreadable, alike } = search;
  if (records === 0 && unreadable === 0) return `${file} has no records.`;
  const lines = [
    `No record of ${file} has the crime reference ${reference}; ${counted(records, 'record was', 'records were')} looked at.`,
    alike.length > 0
      ? `There is ${alike.join(' and ')}: references are compared exactly, with case, spaces and signs.`
      : 'References are compared exactly, with case, spaces and signs, as they stand in the extract.',
    ...(unreadable > 0 ? [`${counted(unreadable, 'row')} could not be read; it may be among them.`] : []),
  ];
  return lines.join('\n');
}
