import { notSql } from '../dialect/column.js';
import { not as negate } from '../model/truth.js';
import type { Operator, OperatorSql } from './condition.js';
import { compilePart, PART_SCHEMA } from './parts.js';

export const not: Operator = {
  name: 'not',
  help: 'True if the part is false, false if it is true; unknown stays unknown.',
  args: PART_SCHEMA,
  compile: (args, scope, place) => {
    const part = compilePart(args, scope, place);
    return {
      decide: (record) => negate(part.decide(record)),
      words: part.negated,
      negated: part.words,
      parts: [part],
      facts: [],
    };
  },
};

export const notConditionSql: OperatorSql = (part: unknown, { compile }) => notSql(compile(part));
