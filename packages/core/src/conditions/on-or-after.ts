import { compare, compareSql, DAYS_SCHEMA } from './compare.js';
import type { Operator, OperatorSql } from './condition.js';
import { dayOperand, daySql } from './operand.js';

export const onOrAfter: Operator = {
  name: 'onOrAfter',
  help: 'The first day is the second or a later one.',
  args: DAYS_SCHEMA,
  compile: compare(dayOperand, (left, right) => left >= right, 'on or after', 'before'),
};

export const onOrAfterSql: OperatorSql = /* @__PURE__ */ compareSql(daySql, '>=');
