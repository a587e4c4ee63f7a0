import { count, counted } from '../../messages/figures.js';
import { raisedChecks } from '../../messages/report.js';
import { COUNTS, FIRST } from '../../messages/report-sections.js';
import { TIER_WORDS } from '../../messages/report-words.js';
import { TIERS, type TierView, tierViews } from './tiers.js';
import { type Html, prose, safe } from './html.js';
import { caveat, figure, paragraph, ruleLink, section, subheading } from './parts.js';
import { sinceBaseline } from './since-baseline.js';
import { type Column, table } from './table.js';
import type { ReportView } from './view.js';

const MOST_ACTIONS = 3;

const WAIVED: Column<TierView> = {
  head: COUNTS.waived,
  cell: ({ waived }) => figure(waived),
  isNumber: true,
};

function columnsFor(hasWaivers: boolean): readonly Column<TierView>[] {
  return [
    {
      head: FIRST.tier,
      cell: ({ tier }) =>
        safe`${String(tier)}. ${TIER_WORDS[tier].title} <span class="about">${TIER_WORDS[tier].about}</span>`,
      isRowHead: true,
    },
    { head: FIRST.rules, cell: ({ rules }) => figure(rules.length), isNumber: true },
    { head: FIRST.findings, cell: ({ breached }) => figure(breached), isNumber: true },
    ...(hasWaivers ? [WAIVED] : []),
  ];
}

function actions({ tier, rules }: TierView): Html | null {
  const open = rules.filter((rule) => rule.open > 0).toSorted((a, b) => b.open - a.open);
  if (open.length === 0) return null;
  const first = open.slice(0, MOST_ACTIONS);
  const others = open.length - first.length;
  const more = safe`<p class="quiet">${counted(others, 'more rule has', 'more rules have')} findings in this tier: see <a href="#rules">the rules</a>.</p>\n`;
  return safe`${subheading(`${String(tier)}. ${TIER_WORDS[tier].title}`)}
    <ol class="actions">
      ${first.map(
        ({ rule, open: findings, standing }) =>
          safe`<li><span class="many">${counted(findings, 'finding')}${standing === null || standing.new === 0 ? '' : `, ${count(standing.new)} new`}</span> ${ruleLink(rule.id, rule.title)}<br>${prose(rule.action)}</li>\n`,
      )}
    </ol>
    ${others === 0 ? null : more}`;
}

/** The order of work. */
export function firstActionsSection(view: ReportView): Html {
  const { on, summary, waived } = view;
  const tiers = tierViews(on, TIERS);
  if (tiers.every(({ breached }) => breached === 0))
    return section('first', [paragraph(FIRST.none), sinceBaseline(view)]);
  const raised = raisedChecks(summary.checks).length;
  const feed = safe`<strong>${FIRST.before}</strong> <a href="#checks">${counted(raised, 'check')} on the whole extract</a> ${raised === 1 ? 'is' : 'are'} raised: one fault there may be the cause of many findings.`;
  return section('first', [
    raised === 0 ? null : caveat(feed),
    paragraph(FIRST.about),
    table({ caption: FIRST.tiers, columns: columnsFor(waived > 0), rows: tiers }),
    sinceBaseline(view),
    tiers.map(actions),
    paragraph(prose(FIRST.every)),
  ]);
}
