import { TIER_WORDS } from '../../packages/core/src/messages/report-words.js';
import type { ExtractCheckData, Measure, Pack } from '../../packages/core/src/model/pack.js';
import type { Tier } from '../../packages/core/src/model/rule.js';
import type { RulePage } from '../../packages/core/src/report/rule-page.js';
import { blocks, code, codes, generatedFrom, table } from './docs-markdown.js';

const TIERS: readonly Tier[] = [1, 2, 3, 4];

function ruleRow({ rule, severity }: RulePage): readonly string[] {
  return [
    `[${rule.id}](${rule.id}.md)`,
    rule.title,
    severity === rule.severity ? severity : `${rule.severity} or ${severity}`,
    rule.default,
    rule.confidence,
  ];
}

function tierBlock(tier: Tier, pages: readonly RulePage[]): string {
  const { title, about } = TIER_WORDS[tier];
  return blocks(
    `## Tier ${tier}: ${title}`,
    about,
    table(
      ['rule', 'a finding is', 'severity', 'by default', 'its sources'],
      pages.filter(({ rule }) => rule.tier === tier).map(ruleRow),
    ),
  );
}

function measureRow({ id, title, headline, rules, of }: Measure): readonly string[] {
  const from =
    rules === undefined ? `the measures ${codes(of ?? [])}` : rules.map((rule) => `[${rule}](${rule}.md)`);
  return [code(id), title, headline === undefined ? 'no' : 'yes', [from].flat().join(', ')];
}

function checkRow({ id, title, severity, parameters, action, source }: ExtractCheckData): readonly string[] {
  const settings = Object.entries(parameters).map(([name, value]) => `${name} ${value}`);
  return [code(id), title, severity, settings.join(', '), action, source];
}

/** The index: rules by tier, the measures and the checks on a whole extract. */
export function ruleIndex(pages: readonly RulePage[], pack: Pack): string {
  const on = pages.filter(({ rule }) => rule.default === 'on').length;
  const confirmed = pages.filter(({ rule }) => rule.confidence === 'confirmed').length;
  return blocks(
    '# The rules',
    `The pack ${code(pack.id)}, edition ${pack.edition}: ${pages.length} rules on one record, ${pack.measures.length} measures and ${pack.checks.length} checks on a whole extract. ${on} rules are on by default, ${pages.length - on} are off. ${confirmed} rest on confirmed sources, ${pages.length - confirmed} on a reading that no source states in so many words: each page says which, and [a policy](../policy.md) changes what a force decides otherwise.`,
    'The tiers are the order of work, whatever the severity.',
    ...TIERS.map((tier) => tierBlock(tier, pages)),
    '## The measures',
    'Each counts records: breached if one of its rules is, else cannot be told if one of them cannot, else met. How to read the figures is in [the outputs](../outputs.md#the-figures).',
    table(['measure', 'it counts', 'headline', 'rules'], pack.measures.map(measureRow)),
    '## The checks on a whole extract',
    'They are said once for an extract and never change a count of records. Their limits are parameters of the policy, as `CHECK.name`.',
    table(
      ['check', 'what it is about', 'severity', 'limits', 'what to do', 'where it comes from'],
      pack.checks.map(checkRow),
    ),
    generatedFrom(code('rules/home-office-markers')),
  );
}
