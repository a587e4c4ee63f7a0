import { anyOfSql } from '../dialect/column.js';
import { FALSE, TRUE, type Truth } from '../model/truth.js';
import type { Operator, OperatorSql } from './condition.js';
import { compileParts, PARTS_SCHEMA } from './parts.js';

export const any: Operator = {
  name: 'any',
  help: 'True if some part is true; false if every part is false; else unknown.',
  args: PARTS_SCHEMA,
  compile: (args, scope, place) => {
    const parts = compileParts(args, scope, place);
    return {
      decide: (record) => {
        let truth: Truth = FALSE;
        for (const part of parts) {
          const of = part.decide(record);
          if (of === TRUE) return TRUE;
          if (of > truth) truth = of;
        }
        return truth;
      },
      words: 'at least one of these holds',
      negated: 'none of these holds',
      parts,
      facts: [],
    };
  },
};

export const anySql: OperatorSql = (parts: readonly unknown[], { compile }) => anyOfSql(parts.map(compile));
