import { compare, DAYS_SCHEMA } from './compare.js';
import type { Operator } from './condition.js';
import { dayOperand } from './operand.js';

export const onOrAfter: Operator = {
  name: 'onOrAfter',
  help: 'The first day is the second or a later one.',
  args: DAYS_SCHEMA,
  compile: compare(dayOperand, (left, right) => left >= right, 'on or after', 'before'),
};
