import { BROKEN, type Operator, type OperatorSql } from './condition.js';

export const where: Operator = {
  name: 'where',
  help: "A part that the rule names in its own 'where', so that it is written once.",
  args: { type: 'string', pattern: '^[a-z][A-Za-z]*$' },
  compile: (args, scope, place) => {
    const named = scope.where.get(args as string);
    if (named === undefined) scope.fault(place, `the rule's "where" has no part ${JSON.stringify(args)}`);
    return named ?? BROKEN;
  },
};

export const whereSql: OperatorSql = (name: string, { get, part }) => get(part(name));
