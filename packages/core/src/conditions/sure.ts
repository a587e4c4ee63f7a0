import { FALSE, TRUE } from '../model/truth.js';
import type { Operator, OperatorSql } from './condition.js';
import { compilePart, PART_SCHEMA } from './parts.js';

/** Decides which of two rules speaks; it never turns a hole into compliance, because the record stays in the other rule. */
export const sure: Operator = {
  name: 'sure',
  help: 'True if the part is true, else false: an unknown becomes false.',
  args: PART_SCHEMA,
  compile: (args, scope, place) => {
    const part = compilePart(args, scope, place);
    return {
      decide: (record) => (part.decide(record) === TRUE ? TRUE : FALSE),
      words: `it is certain that ${part.words}`,
      negated: `it is not certain that ${part.words}`,
      parts: [part],
      facts: [],
    };
  },
};

export const sureSql: OperatorSql = (part: unknown, { compile, sql }) => sql.surely(compile(part));
