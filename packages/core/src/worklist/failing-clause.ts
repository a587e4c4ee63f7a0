import { ALL_HOLD } from '../conditions/all.js';
import type { Clause } from '../model/clause.js';

/** A clause with all of its parts, in one line. */
function whole({ clause, parts = [] }: Clause): string {
  const said = parts.map((part) => (part.parts === undefined ? part.clause : `(${whole(part)})`));
  return said.length === 0 ? clause : `${clause}: ${said.join('; ')}`;
}

/**
 * The clauses that keep a rule's requirement from holding, in words: of several that must all hold those
 * that do not, of any other the whole.
 */
export function failingClause(require: Clause): string {
  const { clause, truth, parts = [] } = require;
  const failing = parts.filter((part) => part.truth === 'false');
  const isListed = clause === ALL_HOLD && truth === 'false' && failing.length > 0;
  return isListed ? failing.map(failingClause).join('; ') : whole(require);
}
