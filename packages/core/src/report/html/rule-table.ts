import { COUNTS, RULES } from '../../messages/report-sections.js';
import { TIER_WORDS } from '../../messages/report-words.js';
import { type Html, safe } from './html.js';
import { figure, paragraph, ruleLink, severityTag, titled } from './parts.js';
import { type Column, groupedTable } from './table.js';
import { TIERS } from './tiers.js';
import type { ReportView, RuleView } from './view.js';

const NEW: Column<RuleView> = {
  head: RULES.new,
  cell: ({ standing }) => figure(standing?.new ?? 0),
  isNumber: true,
};

const columnsFor = (hasBaseline: boolean): readonly Column<RuleView>[] => [
  { head: RULES.rule, cell: ({ rule }) => titled(ruleLink(rule.id, rule.title), rule.id), isRowHead: true },
  { head: RULES.severity, cell: ({ summary }) => severityTag(summary.severity) },
  { head: RULES.appliesTo, cell: ({ appliesTo }) => figure(appliesTo), isNumber: true },
  { head: COUNTS.met, cell: ({ summary }) => figure(summary.met), isNumber: true },
  { head: COUNTS.breached, cell: ({ summary }) => figure(summary.breached), isNumber: true },
  ...(hasBaseline ? [NEW] : []),
  { head: COUNTS.waived, cell: ({ summary }) => figure(summary.waived), isNumber: true },
  { head: COUNTS.untold, cell: ({ summary }) => figure(summary.undetermined), isNumber: true },
];

/** Every rule that is on, in the order of work, with its counts. */
export function ruleTable({ on, summary }: ReportView): Html {
  const columns = columnsFor(summary.baseline !== null);
  const groups = TIERS.flatMap((tier) => {
    const rows = on.filter(({ rule }) => rule.tier === tier);
    return rows.length === 0 ? [] : [{ head: `${String(tier)}. ${TIER_WORDS[tier].title}`, rows }];
  });
  return safe`${paragraph(RULES.about)}${groupedTable({ caption: RULES.table, columns, groups })}`;
}
