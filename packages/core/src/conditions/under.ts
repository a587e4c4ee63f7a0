import { compare, compareSql, NUMBERS_SCHEMA } from './compare.js';
import type { Operator, OperatorSql } from './condition.js';
import { numberOperand, numberSql } from './operand.js';

export const under: Operator = {
  name: 'under',
  help: 'The first number or age is less than the second.',
  args: NUMBERS_SCHEMA,
  compile: compare(numberOperand, (left, right) => left < right, 'under', 'at least'),
};

export const underSql: OperatorSql = /* @__PURE__ */ compareSql(numberSql, '<');
