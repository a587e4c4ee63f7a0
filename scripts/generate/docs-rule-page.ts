import { createChecker } from '../../packages/core/src/checker.js';
import { longDate } from '../../packages/core/src/messages/figures.js';
import { BASIS_WORDS, TIER_WORDS } from '../../packages/core/src/messages/report-words.js';
import type { Pack, Source } from '../../packages/core/src/model/pack.js';
import type { RuleCases } from '../../packages/core/src/model/rule.js';
import type { RulePage, SaidClause } from '../../packages/core/src/report/rule-page.js';
import { exampleTable } from './docs-rule-examples.js';
import { wordLists } from './docs-rule-words.js';
import { blocks, code, codes, generatedFrom, table } from './docs-markdown.js';

/** The ids of rules in a text, as links to their pages. */
function linked(text: string, rules: readonly string[]): string {
  return rules.reduce((said, id) => said.replaceAll(id, `[${id}](${id}.md)`), text);
}

function clauseLines({ words, parts, rules }: SaidClause, depth = 0): readonly string[] {
  const colon = parts.length > 0 ? ':' : '';
  return [
    `${'  '.repeat(depth)}- ${linked(words, rules)}${colon}`,
    ...parts.flatMap((part) => clauseLines(part, depth + 1)),
  ];
}

/** What it asks: a clause of several parts is a list, any other one a sentence. */
function asked({ asks }: RulePage): string {
  if (asks.parts.length === 0) return `Of such a record it asks that **${asks.words}**.`;
  return blocks(
    `Of such a record it asks that ${asks.words}:`,
    asks.parts.flatMap((part) => clauseLines(part)).join('\n'),
  );
}

function severityWords({ rule }: RulePage): string {
  const changes = (rule.severityWhen ?? []).map((change) => `${change.severity} where ${change.because}`);
  return [rule.severity, ...changes].join('; ');
}

function summaryTable(page: RulePage): string {
  const { rule } = page;
  return table(
    ['tier', 'severity', 'its sources', 'marker', 'dimension'],
    [
      [
        `${rule.tier}. ${TIER_WORDS[rule.tier].title}`,
        severityWords(page),
        rule.confidence,
        rule.marker === null ? 'none' : code(rule.marker),
        rule.dimension,
      ],
    ],
  );
}

function sourceLine({ title, date, url }: Source): string {
  const name = url === null ? title : `[${title}](${url})`;
  return `- ${name}${date === null ? '' : ` (${date})`}`;
}

function precedence({ silencedBy, silences }: RulePage): string | null {
  if (silencedBy.length + silences.length === 0) return null;
  const list = (ids: readonly string[]) => linked(ids.join(', '), ids);
  return blocks(
    '## Which rule speaks',
    'One fault gives one finding: of several rules that could speak of it, one does.',
    silencedBy.length === 0 ? null : `Silent where one of these is breached: ${list(silencedBy)}.`,
    silences.length === 0 ? null : `Where it is breached, these are silent: ${list(silences)}.`,
  );
}

/** The message of a finding, as the first record that breaches the rule gives it. */
function exampleMessage({ rule }: RulePage, pack: Pack, cases: RuleCases | undefined): string {
  const [record] = cases?.breached ?? [];
  if (record === undefined) return rule.message;
  const checker = createChecker(pack, { asAt: '2026-01-01', policy: { rules: { [rule.id]: 'on' } } });
  return checker.check(record).findings.find((finding) => finding.rule === rule.id)?.message ?? rule.message;
}

function effectiveWords({ rule }: RulePage): string {
  const { from, to } = rule.effective;
  if (from === undefined && to === undefined) return 'It judges records of any date.';
  const first = from === undefined ? '' : ` from ${longDate(from)}`;
  const last = to === undefined ? '' : ` to ${longDate(to)}`;
  return `It judges records made${first}${last} (\`recordedOn\`).`;
}

function countedIn({ measures }: RulePage): string {
  const ids = measures.map(({ id }) => id);
  return ids.length === 0
    ? 'It counts in no measure.'
    : `It counts in [the ${ids.length === 1 ? 'measure' : 'measures'}](README.md#the-measures) ${codes(ids)}.`;
}

/** One rule's page: what it asks, why, where it may be wrong, and what to do. */
export function rulePageText(page: RulePage, pack: Pack, cases: RuleCases | undefined): string {
  const { rule } = page;
  const switched =
    rule.default === 'off' ? 'off unless a [policy](../policy.md) switches it on' : 'on by default';
  return blocks(
    `# ${rule.title}`,
    `The rule ${code(rule.id)}, ${switched}.`,
    summaryTable(page),
    '## What it asks',
    'It concerns a record where all of these hold:',
    page.concerns.flatMap((clause) => clauseLines(clause)).join('\n'),
    asked(page),
    wordLists(rule, pack),
    '## What a finding says, and how to put it right',
    `> ${exampleMessage(page, pack, cases)}`,
    rule.action,
    exampleTable(rule.id, pack, cases),
    '## Where it may be wrong',
    rule.limits,
    '## Why',
    BASIS_WORDS[rule.basis],
    `**${page.standing.label}.** ${page.standing.about}`,
    page.sources.map(sourceLine).join('\n'),
    precedence(page),
    '## What it needs',
    `Columns: ${page.needs.map(needCodes).join('; ')}. Without them it is not assessed, which a run says once.`,
    `${effectiveWords(page)} ${countedIn(page)}`,
    generatedFrom(code(`rules/home-office-markers/rules/${rule.id}.json`)),
  );
}

/** The names of columns in a choice, as code. */
function needCodes(need: string): string {
  return need
    .split(', or ')
    .map((choice) => codes(choice.split(' with ')).replaceAll(', ', ' with '))
    .join(' or ');
}
