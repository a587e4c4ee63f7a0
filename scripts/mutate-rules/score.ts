import type { Pack } from '../../packages/core/src/model/pack.js';
import type { RuleCases } from '../../packages/core/src/model/rule.js';
import { type Mutant, ruleMutants } from './rule-mutants.js';
import { casesHold } from './try-cases.js';

/** How many mutants of a rule its own cases tell from it, and those that they do not. */
export interface RuleScore {
  readonly rule: string;
  readonly total: number;
  readonly survivors: readonly Mutant[];
}

/** Throws if the cases do not hold on the rule itself: then they would kill every mutant, and prove nothing. */
export function scoreRules(pack: Pack, cases: Readonly<Record<string, RuleCases>>): readonly RuleScore[] {
  return pack.rules.map((rule) => {
    const own = cases[rule.id];
    if (own === undefined || !casesHold(pack, rule.id, own)) {
      throw new Error(`${rule.id}: its cases do not hold; run the tests first.`);
    }
    const mutants = [...ruleMutants(pack, rule)];
    const survivors = mutants.filter((mutant) => casesHold(mutant.pack, rule.id, own));
    return { rule: rule.id, total: mutants.length, survivors };
  });
}
