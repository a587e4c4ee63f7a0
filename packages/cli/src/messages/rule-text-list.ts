import { type Pack, type RulePage, TIER_WORDS } from '@markercheck/core';
import { count, counted, wrap } from './wrap.js';

export interface RuleList {
  readonly pack: Pack;
  readonly rules: readonly RulePage[];
  readonly hasPolicy: boolean;
}

const ID_WIDTH = 25;

function line({ rule, severity, state }: RulePage): string {
  const head = `  ${rule.id.padEnd(ID_WIDTH)} ${severity.padEnd(8)} ${state.padEnd(4)} `;
  return wrap(head + rule.title, ' '.repeat(head.length));
}

/** The list for people, by tier. */
export function ruleListText({ pack, rules, hasPolicy }: RuleList): string {
  const tiers = [...new Set(rules.map(({ rule }) => rule.tier))];
  const on = rules.filter(({ state }) => state === 'on').length;
  return [
    wrap(
      `${counted(rules.length, 'rule')} of the pack ${pack.id} ${pack.edition}${hasPolicy ? ', under the policy' : ''}: ${count(on)} on, ${count(rules.length - on)} off.`,
    ),
    ...tiers.flatMap((tier) => [
      '',
      `Tier ${tier}: ${TIER_WORDS[tier].title}`,
      ...rules.filter(({ rule }) => rule.tier === tier).map(line),
    ]),
    '',
    'One rule in full: markercheck rules show ID',
    '',
  ].join('\n');
}

/** One rule of the list as a row of plain values. */
function row({ rule, severity, state }: RulePage) {
  const { id, tier, basis, confidence, marker, dimension, title } = rule;
  return { id, tier, severity, state, marker, dimension, basis, confidence, title };
}

export function ruleListJson({ pack, rules }: RuleList): string {
  const { id, edition, digest } = pack;
  return `${JSON.stringify({ schema: 1, pack: { id, edition, digest }, rules: rules.map(row) }, null, 2)}\n`;
}

function csvCell(value: string | number | null): string {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The list for a spreadsheet: with a byte order mark, as the files of a run. */
export function ruleListCsv({ rules }: RuleList): string {
  const header = ['id', 'tier', 'severity', 'state', 'marker', 'dimension', 'basis', 'confidence', 'title'];
  const rows = rules.map((page) => Object.values(row(page)));
  return `\uFEFF${[header, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`;
}
