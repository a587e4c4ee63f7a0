import { BROKEN, type Operator, type OperatorSql } from './condition.js';
import { factOf } from './operand.js';

export const is: Operator = {
  name: 'is',
  help: 'A fact that is true, false or unknown.',
  args: { $ref: '#/$defs/truthFact' },
  compile: (args, scope, place) => {
    const fact = factOf(args, 'truth', scope, place);
    if (fact === undefined) return BROKEN;
    return {
      decide: (record) => record.get(fact),
      words: fact.words,
      negated: fact.negated ?? `not: ${fact.words}`,
      parts: [],
      facts: [fact],
    };
  },
};

export const isSql: OperatorSql = (name: string, { get, fact }) => get(fact(name));
