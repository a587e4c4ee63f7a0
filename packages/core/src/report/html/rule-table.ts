import { TIER_WORDS } from '../../messages/report-words.js';
import { REPORT } from '../../messages/report.js';
import type { Tier } from '../../model/rule.js';
import { safe, type Html } from './html.js';
import { figure, paragraph, ruleLink, severityTag } from './parts.js';
import { type Column, groupedTable } from './table.js';
import type { ReportView, RuleView } from './view.js';

const COLUMNS: readonly Column<RuleView>[] = [
  {
    head: 'Rule',
    cell: ({ rule }) => safe`${ruleLink(rule.id, rule.title)} <code class="id">${rule.id}</code>`,
    isRowHead: true,
  },
  { head: 'Severity', cell: ({ summary }) => severityTag(summary.severity) },
  { head: 'Applies to', cell: ({ appliesTo }) => figure(appliesTo), isNumber: true },
  { head: 'Met', cell: ({ summary }) => figure(summary.met), isNumber: true },
  { head: 'Breached', cell: ({ summary }) => figure(summary.breached), isNumber: true },
  { head: 'of which waived', cell: ({ summary }) => figure(summary.waived), isNumber: true },
  { head: 'Cannot be told', cell: ({ summary }) => figure(summary.undetermined), isNumber: true },
];

const TIERS: readonly Tier[] = [1, 2, 3, 4];

/** Every rule that is on, in the order of work, with its counts. */
export function ruleTable({ on }: ReportView): Html {
  const groups = TIERS.flatMap((tier) => {
    const rows = on.filter(({ rule }) => rule.tier === tier);
    return rows.length === 0 ? [] : [{ head: `${String(tier)}. ${TIER_WORDS[tier].title}`, rows }];
  });
  return safe`${paragraph(REPORT.rulesAbout)}${groupedTable({ caption: 'Rules that are on, with their counts', columns: COLUMNS, groups })}`;
}
