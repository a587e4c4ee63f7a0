import type { Choice } from '../facts/fact.js';
import { findFact } from '../facts/index.js';
import { TRUE, FALSE, UNKNOWN } from '../model/truth.js';
import { BROKEN, type Operator, type OperatorSql } from './condition.js';

function isKnown(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return (value as Choice).certain;
  return value !== null;
}

export const known: Operator = {
  name: 'known',
  help: 'The value of the fact can be told. Two-valued.',
  args: { $ref: '#/$defs/fact' },
  compile: (args, scope, place) => {
    const fact = typeof args === 'string' ? findFact(args) : undefined;
    if (fact === undefined) {
      scope.fault(place, `${JSON.stringify(args)} is not the name of a fact`);
      return BROKEN;
    }
    return {
      decide: (record) => {
        const value: unknown = record.get<unknown>(fact);
        const told = fact.kind === 'truth' ? value !== UNKNOWN : isKnown(value);
        return told ? TRUE : FALSE;
      },
      words: fact.kind === 'truth' ? `it can be told whether ${fact.words}` : `${fact.words} is known`,
      negated:
        fact.kind === 'truth' ? `it cannot be told whether ${fact.words}` : `${fact.words} is not known`,
      parts: [],
      facts: [fact],
    };
  },
};

export const knownSql: OperatorSql = (name: string, { get, fact, choice }) => {
  const ofChoice = choice(name);
  return ofChoice === undefined ? `${get(fact(name))} IS NOT NULL` : get(ofChoice.certain);
};
