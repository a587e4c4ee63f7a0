import { truthOf, UNKNOWN } from '../model/truth.js';
import { BROKEN, type Operator, type OperatorSql } from './condition.js';
import { dayOperand, daySql, numberOperand, numberSql } from './operand.js';

export const withinDays: Operator = {
  name: 'withinDays',
  help: 'The second day is at most so many days after the first; a day before the first is within.',
  args: {
    type: 'array',
    prefixItems: [{ $ref: '#/$defs/day' }, { $ref: '#/$defs/day' }, { $ref: '#/$defs/number' }],
    items: false,
    minItems: 3,
  },
  compile: (args, scope, place) => {
    const [fromData, toData, daysData] = args as readonly [unknown, unknown, unknown];
    const from = dayOperand(fromData, scope, `${place}/0`);
    const to = dayOperand(toData, scope, `${place}/1`);
    const days = numberOperand(daysData, scope, `${place}/2`);
    if (from === undefined || to === undefined || days === undefined) return BROKEN;
    const words = `${days.words} days after ${from.words}`;
    return {
      decide: (record) => {
        const start = from.read(record);
        const end = to.read(record);
        const allowed = days.read(record);
        return start === null || end === null || allowed === null ? UNKNOWN : truthOf(end - start <= allowed);
      },
      words: `${to.words} is at most ${words}`,
      negated: `${to.words} is more than ${words}`,
      parts: [],
      facts: [...from.facts, ...to.facts, ...days.facts],
    };
  },
};

export const withinDaysSql: OperatorSql = ([from, to, days]: readonly [unknown, unknown, unknown], scope) =>
  `${scope.sql.daysBetween(daySql(from, scope), daySql(to, scope))} <= ${numberSql(days, scope)}`;
