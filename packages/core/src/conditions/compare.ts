import type { Sql } from '../dialect/dialect.js';
import { truthOf, UNKNOWN } from '../model/truth.js';
import { BROKEN, type Condition, type Scope, type SqlScope } from './condition.js';
import type { Operand } from './operand.js';

type ReadOperand = (data: unknown, scope: Scope, place: string) => Operand<number> | undefined;

/** A comparison of two operands: unknown if a side is. */
export function compare(
  readOperand: ReadOperand,
  holds: (left: number, right: number) => boolean,
  verb: string,
  negatedVerb: string,
): (args: unknown, scope: Scope, place: string) => Condition {
  return (args, scope, place) => {
    const [leftData, rightData] = args as readonly [unknown, unknown];
    const left = readOperand(leftData, scope, `${place}/0`);
    const right = readOperand(rightData, scope, `${place}/1`);
    if (left === undefined || right === undefined) return BROKEN;
    return {
      decide: (record) => {
        const a = left.read(record);
        if (a === null) return UNKNOWN;
        const b = right.read(record);
        return b === null ? UNKNOWN : truthOf(holds(a, b));
      },
      words: `${left.words} is ${verb} ${right.words}`,
      negated: `${left.words} is ${negatedVerb} ${right.words}`,
      parts: [],
      facts: [...left.facts, ...right.facts],
    };
  };
}

export const NUMBERS_SCHEMA = {
  type: 'array',
  prefixItems: [{ $ref: '#/$defs/number' }, { $ref: '#/$defs/number' }],
  items: false,
  minItems: 2,
};

export const DAYS_SCHEMA = {
  type: 'array',
  prefixItems: [{ $ref: '#/$defs/day' }, { $ref: '#/$defs/day' }],
  items: false,
  minItems: 2,
};

/** The SQL reading of {@link compare}. */
export function compareSql(
  operand: (data: unknown, scope: SqlScope) => Sql,
  sign: '<' | '>=',
): (args: readonly [unknown, unknown], scope: SqlScope) => Sql {
  return ([left, right], scope) => `${operand(left, scope)} ${sign} ${operand(right, scope)}`;
}
