import type { RuleCases } from '../model/rule.js';
import builtin from '../rules/builtin/cases.json' with { type: 'json' };

/** The cases of the rules of the pack that the library carries, by the rules' ids. */
export function loadCases(): Readonly<Record<string, RuleCases>> {
  return builtin as unknown as Readonly<Record<string, RuleCases>>;
}
