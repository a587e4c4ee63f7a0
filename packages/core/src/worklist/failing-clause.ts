import type { Clause } from '../model/clause.js';

/**
 * The clauses that keep a rule's requirement from holding, in words. Where every part is false the whole is
 * said: its words tell whether all parts are asked for or one of them.
 */
export function failingClause({ clause, truth, parts = [] }: Clause): string {
  const failing = parts.filter((part) => part.truth === 'false');
  if (truth !== 'false' || failing.length === 0 || failing.length === parts.length) return clause;
  return failing.map(failingClause).join('; ');
}
