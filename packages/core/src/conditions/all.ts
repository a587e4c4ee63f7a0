import { allOfSql } from '../dialect/column.js';
import { FALSE, TRUE, type Truth } from '../model/truth.js';
import type { Condition, Operator, OperatorSql } from './condition.js';
import { compileParts, PARTS_SCHEMA } from './parts.js';

/** How a clause is said that holds where each of its parts does. */
export const ALL_HOLD = 'all of these hold';

export function allOf(parts: readonly Condition[]): Condition {
  return {
    decide: (record) => {
      let truth: Truth = TRUE;
      for (const part of parts) {
        const of = part.decide(record);
        if (of === FALSE) return FALSE;
        if (of < truth) truth = of;
      }
      return truth;
    },
    words: ALL_HOLD,
    negated: 'not all of these hold',
    parts,
    facts: [],
  };
}

export const all: Operator = {
  name: 'all',
  help: 'True if every part is true; false if any is false; else unknown.',
  args: PARTS_SCHEMA,
  compile: (args, scope, place) => allOf(compileParts(args, scope, place)),
};

export const allSql: OperatorSql = (parts: readonly unknown[], { compile }) => allOfSql(parts.map(compile));
