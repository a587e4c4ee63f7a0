import {
  BASIS_WORDS,
  type CrimeRecord,
  type RuleCases,
  type RulePage,
  type SaidClause,
  TIER_WORDS,
} from '@markercheck/core';
import { counted, WIDTH, wrap } from './wrap.js';

const CASES = [
  ['met', 'meets it'],
  ['breached', 'breaches it'],
  ['undetermined', 'cannot be told'],
  ['notApplicable', 'is not concerned'],
] as const satisfies readonly (readonly [keyof RuleCases, string])[];

const LABEL_WIDTH = 16;

/** `Label         text`, the text wrapped beside its label. */
function entry(label: string, text: string | null): readonly string[] {
  if (text === null || text === '') return [];
  return [wrap(`${label.padEnd(LABEL_WIDTH)}${text}`, ' '.repeat(LABEL_WIDTH))];
}

function clauseLines({ words, parts }: SaidClause, depth: number): readonly string[] {
  const head = `${'  '.repeat(depth)}- `;
  const colon = parts.length > 0 ? ':' : '';
  return [
    wrap(head + words + colon, ' '.repeat(head.length)),
    ...parts.flatMap((part) => clauseLines(part, depth + 1)),
  ];
}

function severityWords({ rule, severity }: RulePage): string {
  const changes = (rule.severityWhen ?? []).map((change) => `${change.severity} where ${change.because}`);
  return changes.length === 0 ? severity : `${rule.severity}; ${changes.join('; ')}`;
}

function effectiveWords({ rule }: RulePage): string {
  const { from, to } = rule.effective;
  if (from === undefined && to === undefined) return 'records of any date';
  return `records made${from === undefined ? '' : ` from ${from}`}${to === undefined ? '' : ` to ${to}`}`;
}

function recordWords(record: CrimeRecord): string {
  return Object.entries(record)
    .map(([field, value]) =>
      value === null ? `no column ${field}` : `${field} ${value === '' ? '(empty)' : value}`,
    )
    .join(', ');
}

function caseLines(cases: RuleCases | undefined): readonly string[] {
  if (cases === undefined) return [];
  const shown = CASES.flatMap(([name, words]) => {
    const [first, ...others] = cases[name];
    if (first === undefined) return [];
    const more = others.length > 0 ? ` (and ${counted(others.length, 'more case', 'more cases')})` : '';
    return [wrap(`  A record that ${words}: ${recordWords(first)}${more}`, '    ')];
  });
  return ['', 'Cases (invented records; a field not named is empty)', ...shown];
}

function sourceLines({ sources }: RulePage): readonly string[] {
  return sources.flatMap(({ title, date, url }) => [
    wrap(`  - ${title}${date === null ? '' : ` (${date})`}`, '    '),
    // An address stays whole: it is there to be copied.
    ...(url === null ? [] : [`    ${url}`]),
  ]);
}

/** A rule in full, for people; `message` is what a finding of it says. */
export function ruleText(page: RulePage, cases: RuleCases | undefined, message: string): string {
  const { rule, state, silencedBy, silences, measures } = page;
  return [
    `${rule.id}${`${page.severity}, ${state}`.padStart(WIDTH - rule.id.length)}`,
    wrap(rule.title),
    '',
    'It concerns a record where all of these hold',
    ...page.concerns.flatMap((clause) => clauseLines(clause, 1)),
    '',
    'Of such a record it asks',
    ...clauseLines(page.asks, 1),
    '',
    ...entry('A finding says', `“${message}”`),
    ...entry('What to do', rule.action),
    ...entry('Limits', rule.limits),
    '',
    ...entry('Tier', `${rule.tier}. ${TIER_WORDS[rule.tier].title}. ${TIER_WORDS[rule.tier].about}`),
    ...entry('Severity', severityWords(page)),
    ...entry('Marker', rule.marker ?? 'no single marker'),
    ...entry('Concerns', `${effectiveWords(page)}; ${rule.dimension}`),
    ...entry('Needs', page.needs.join('; ')),
    ...entry('Default', rule.default),
    ...entry('Measures', measures.length === 0 ? 'none' : measures.map(({ id }) => id).join(', ')),
    ...entry('Silenced by', silencedBy.join(', ')),
    ...entry('Silences', silences.join(', ')),
    ...caseLines(cases),
    '',
    ...entry('Why', BASIS_WORDS[rule.basis]),
    ...entry('Its sources', `${page.standing.label}. ${page.standing.about}`),
    ...sourceLines(page),
    '',
  ].join('\n');
}
