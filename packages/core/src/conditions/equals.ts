import type { NamedFact } from '../facts/fact.js';
import { findFact } from '../facts/index.js';
import { truthOf, UNKNOWN } from '../model/truth.js';
import { BROKEN, type Operator, type Scope, type OperatorSql } from './condition.js';

type Comparable = NamedFact<'day'> | NamedFact<'number'> | NamedFact<'word'>;

function comparable(name: unknown, scope: Scope, place: string): Comparable | undefined {
  const fact = typeof name === 'string' ? findFact(name) : undefined;
  if (fact !== undefined && fact.kind !== 'truth' && fact.kind !== 'choice') return fact as Comparable;
  scope.fault(place, `${JSON.stringify(name)} is not the name of a day, a number or a word`);
  return undefined;
}

const SIDE = {
  anyOf: [{ $ref: '#/$defs/dayFact' }, { $ref: '#/$defs/numberFact' }, { $ref: '#/$defs/wordFact' }],
};

export const equals: Operator = {
  name: 'equals',
  help: 'Two facts of one kind are the same; days are compared as days.',
  args: { type: 'array', prefixItems: [SIDE, SIDE], items: false, minItems: 2 },
  compile: (args, scope, place) => {
    const [leftName, rightName] = args as readonly [unknown, unknown];
    const left = comparable(leftName, scope, `${place}/0`);
    const right = comparable(rightName, scope, `${place}/1`);
    if (left === undefined || right === undefined) return BROKEN;
    if (left.kind !== right.kind) {
      scope.fault(
        place,
        `${left.name} is a ${left.kind} and ${right.name} a ${right.kind}: they cannot be equal`,
      );
      return BROKEN;
    }
    return {
      decide: (record) => {
        const a = record.get<string | number | null>(left);
        const b = record.get<string | number | null>(right);
        return a === null || b === null ? UNKNOWN : truthOf(a === b);
      },
      words: `${left.words} is ${right.words}`,
      negated: `${left.words} is not ${right.words}`,
      parts: [],
      facts: [left, right],
    };
  },
};

export const equalsSql: OperatorSql = ([left, right]: readonly [string, string], { get, fact }) =>
  `${get(fact(left))} = ${get(fact(right))}`;
