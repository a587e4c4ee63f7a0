import { isChosen, isChosenSql } from '../facts/choice.js';
import { BROKEN, type Operator, type OperatorSql } from './condition.js';
import { factOf } from './operand.js';

export const oneOf: Operator = {
  name: 'oneOf',
  help: 'The choice is one of the values. Unknown where the choice is, unless it is sure to be one of them or none.',
  args: {
    type: 'array',
    prefixItems: [{ $ref: '#/$defs/choiceFact' }, { type: 'array', items: { type: 'string' }, minItems: 1 }],
    items: false,
    minItems: 2,
  },
  compile: (args, scope, place) => {
    const [name, list] = args as readonly [unknown, readonly string[]];
    const fact = factOf(name, 'choice', scope, `${place}/0`);
    if (fact === undefined) return BROKEN;
    const values = new Set(list);
    const options = list.length === 1 ? (list[0] ?? '') : `one of ${list.join(', ')}`;
    const said = fact.saidAs?.(list);
    return {
      decide: (record) => isChosen(record.get(fact), values),
      words: said === undefined ? `${fact.words} is ${options}` : `the offence is ${said}`,
      negated: said === undefined ? `${fact.words} is not ${options}` : `the offence is not ${said}`,
      parts: [],
      facts: [fact],
    };
  },
};

export const oneOfSql: OperatorSql = ([name, values]: readonly [string, readonly string[]], scope) => {
  const choice = scope.choice(name);
  return choice === undefined ? scope.sql.always.unknown : isChosenSql(choice, values, scope);
};
