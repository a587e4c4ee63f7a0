import type { ExplainedClause, RuleExplanation } from '@markercheck/core';
import { terminalSafe } from './terminal-text.js';
import { WIDTH, wrap } from './wrap.js';

const SIGNS = { true: '✓ true   ', false: '✗ false  ', unknown: '? unknown' } as const;

function clauseLines({ clause, truth, parts }: ExplainedClause, depth: number): readonly string[] {
  const head = `    ${SIGNS[truth]}  ${'  '.repeat(depth)}`;
  const colon = parts.length > 0 ? ':' : '';
  return [
    wrap(head + clause + colon, ' '.repeat(head.length)),
    ...parts.flatMap((part) => clauseLines(part, depth + 1)),
  ];
}

function lackingLine({ state, outcome, lacking }: RuleExplanation): readonly string[] {
  if (lacking.length === 0) return [];
  const words =
    state === 'not-assessed' || outcome === null
      ? `Not assessed: the extract lacks ${lacking.join(', ')}.`
      : `What is lacking to tell: ${lacking.join(', ')}.`;
  return [wrap(`  ${words}`, '  ')];
}

const WOULD_BE: Readonly<Record<string, string>> = {
  breached: 'Off. Switched on, it would be breached by this record.',
  undetermined: 'Off. Switched on, it could not be told for this record.',
  met: 'Off. Switched on, it would be met by this record.',
  'not-applicable': 'Off. Switched on, it would not concern this record.',
};

/** One rule on one record: what it says, why, and every clause with its truth. */
export function ruleLines(rule: RuleExplanation): readonly string[] {
  const { because, severity, message, action, state, outcome } = rule;
  // Only a finding has a severity; a record that is in order has none.
  const right = `${outcome === 'breached' ? `${severity}, ` : ''}tier ${rule.tier}`;
  return [
    rule.rule + right.padStart(WIDTH - rule.rule.length),
    wrap(`  ${rule.title}`, '  '),
    ...(state === 'off' && outcome !== null ? [`  ${WOULD_BE[outcome] ?? ''}`] : []),
    ...lackingLine(rule),
    ...(message === null ? [] : [wrap(`  What is wrong: ${terminalSafe(message)}`, '    ')]),
    ...(action === null ? [] : [wrap(`  What to do: ${action}`, '    ')]),
    ...(because === null ? [] : [wrap(`  Severity: ${severity}, because ${because}.`, '    ')]),
    '  It concerns a record where all of these hold:',
    ...rule.when.flatMap((clause) => clauseLines(clause, 0)),
    ...(outcome === 'not-applicable' ? [] : ['  Of such a record it asks:', ...clauseLines(rule.require, 0)]),
  ];
}
