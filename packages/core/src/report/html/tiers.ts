import type { Tier } from '../../model/rule.js';
import type { RuleView } from './view.js';

export const TIERS: readonly Tier[] = [1, 2, 3, 4];

/** The rules of a tier that have findings, and how many they have. */
export interface TierView {
  readonly tier: Tier;
  readonly rules: readonly RuleView[];
  readonly breached: number;
  readonly waived: number;
}

export function tierViews(rules: readonly RuleView[], tiers: readonly Tier[]): readonly TierView[] {
  return tiers.map((tier) => {
    const of = rules.filter(({ rule, summary }) => rule.tier === tier && summary.breached > 0);
    return {
      tier,
      rules: of,
      breached: of.reduce((sum, { summary }) => sum + summary.breached, 0),
      waived: of.reduce((sum, { summary }) => sum + summary.waived, 0),
    };
  });
}
