import { count, counted } from '../../messages/figures.js';
import { REPORT } from '../../messages/report.js';
import { TIER_WORDS } from '../../messages/report-words.js';
import type { Tier } from '../../model/rule.js';
import { safe, type Html } from './html.js';
import { figure, paragraph, ruleLink, section } from './parts.js';
import { type Column, table } from './table.js';
import type { ReportView, RuleView } from './view.js';

const TIERS: readonly Tier[] = [1, 2, 3, 4];
const MOST_ACTIONS = 3;

interface TierView {
  readonly tier: Tier;
  readonly rules: readonly RuleView[];
  readonly breached: number;
  readonly waived: number;
}

function tierView(rules: readonly RuleView[], tier: Tier): TierView {
  const of = rules.filter(({ rule, summary }) => rule.tier === tier && summary.breached > 0);
  return {
    tier,
    rules: of,
    breached: of.reduce((sum, { summary }) => sum + summary.breached, 0),
    waived: of.reduce((sum, { summary }) => sum + summary.waived, 0),
  };
}

const COLUMNS: readonly Column<TierView>[] = [
  {
    head: 'Tier',
    cell: ({ tier }) =>
      safe`${String(tier)}. ${TIER_WORDS[tier].title} <span class="about">${TIER_WORDS[tier].about}</span>`,
    isRowHead: true,
  },
  { head: 'Rules with findings', cell: ({ rules }) => figure(rules.length), isNumber: true },
  { head: 'Findings', cell: ({ breached }) => figure(breached), isNumber: true },
  { head: 'of which waived', cell: ({ waived }) => figure(waived), isNumber: true },
];

function actions({ tier, rules }: TierView): Html | null {
  const open = rules.filter((rule) => rule.open > 0).sort((a, b) => b.open - a.open);
  if (open.length === 0) return null;
  const first = open.slice(0, MOST_ACTIONS);
  const others = open.length - first.length;
  return safe`<h3>${String(tier)}. ${TIER_WORDS[tier].title}</h3>
    <ol class="actions">
      ${first.map(
        ({ rule, open: findings }) =>
          safe`<li>
            <span class="many">${counted(findings, 'finding')}</span>
            ${ruleLink(rule.id, rule.title)}<br>${rule.action}
          </li>\n`,
      )}
    </ol>
    ${
      others === 0
        ? null
        : safe`<p class="quiet">
            ${counted(others, 'more rule has', 'more rules have')} findings in this tier; see
            <a href="#rules">the rules</a>.
          </p>\n`
    }`;
}

/** The order of work. */
export function firstActionsSection({ on, summary }: ReportView): Html {
  const tiers = TIERS.map((tier) => tierView(on, tier));
  const found = tiers.reduce((sum, { breached }) => sum + breached, 0);
  if (found === 0) return section('first', paragraph(REPORT.firstNone));
  const raised = summary.checks.filter(({ state }) => state === 'raised').length;
  return section('first', [
    raised === 0
      ? null
      : safe`<p class="caveat">
          <strong>Before any list goes out:</strong>
          <a href="#checks">${count(raised)} raised on the whole extract</a> may be the cause of many
          findings.
        </p>\n`,
    paragraph(REPORT.firstAbout),
    table({ caption: 'Findings by tier', columns: COLUMNS, rows: tiers }),
    tiers.map(actions),
    safe`<p>Every finding is in <code>findings.csv</code>, with its reason and its action.</p>\n`,
  ]);
}
