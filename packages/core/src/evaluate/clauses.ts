import type { RecordFacts } from '../facts/record-facts.js';
import type { Clause } from '../model/clause.js';
import type { CompiledRule } from '../rules/compile.js';
import { explain } from './explain.js';
import { type Statement, statementsOf } from './statement.js';

/** The clauses of a rule, each with its truth on a record. */
export interface RuleClauses {
  readonly when: readonly Clause[];
  readonly require: Clause;
}

/** So many truths of three values make a whole number that is exact. */
const MOST = 33;

/** More combinations of truths than these are not kept. */
const REMEMBERED = 1_000;

function withParts(statement: Statement): readonly Statement[] {
  return [statement, ...statement.parts.flatMap(withParts)];
}

/**
 * Tells a rule's clauses on record after record. They differ in their truths alone, of which few combinations
 * occur: each is put together once, and records that agree in all truths are given the same objects.
 */
export function clausesOf(rule: CompiledRule): (record: RecordFacts) => RuleClauses {
  const { when, require } = statementsOf(rule);
  const shown = [...when, require].flatMap(withParts);
  const known = new Map<number, RuleClauses>();
  const tell = (record: RecordFacts): RuleClauses => ({
    when: Object.freeze(when.map((clause) => explain(clause, record))),
    require: explain(require, record),
  });
  if (shown.length > MOST) return tell;
  return (record) => {
    let truths = 0;
    for (const { decide } of shown) truths = truths * 3 + decide(record);
    let clauses = known.get(truths);
    if (clauses === undefined) {
      clauses = tell(record);
      if (known.size < REMEMBERED) known.set(truths, clauses);
    }
    return clauses;
  };
}
