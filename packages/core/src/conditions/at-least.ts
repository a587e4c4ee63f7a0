import { compare, compareSql, NUMBERS_SCHEMA } from './compare.js';
import type { Operator, OperatorSql } from './condition.js';
import { numberOperand, numberSql } from './operand.js';

export const atLeast: Operator = {
  name: 'atLeast',
  help: 'The first number or age is the second or more.',
  args: NUMBERS_SCHEMA,
  compile: compare(numberOperand, (left, right) => left >= right, 'at least', 'under'),
};

export const atLeastSql: OperatorSql = /* @__PURE__ */ compareSql(numberSql, '>=');
