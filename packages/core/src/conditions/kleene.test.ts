import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConditionData } from '../model/rule.js';
import { and, FALSE, not, or, truthName, truthOf, type Truth, TRUE, UNKNOWN } from '../model/truth.js';
import { RecordFacts } from '../facts/record-facts.js';
import { compilePack } from '../rules/compile.js';
import { loadPack } from '../rules/load.js';
import type { Condition, Scope } from './condition.js';
import { findOperator } from './index.js';

const TRUTHS = [FALSE, UNKNOWN, TRUE] as const;
const truth = fc.constantFrom(...TRUTHS);

/** SQL's tables, in which `null` is unknown. */
type Sql = boolean | null;
const SQL_AND: readonly (readonly [Sql, Sql, Sql])[] = [
  [true, true, true],
  [true, false, false],
  [true, null, null],
  [false, true, false],
  [false, false, false],
  [false, null, false],
  [null, true, null],
  [null, false, false],
  [null, null, null],
];
const SQL_OR: readonly (readonly [Sql, Sql, Sql])[] = [
  [true, true, true],
  [true, false, true],
  [true, null, true],
  [false, true, true],
  [false, false, false],
  [false, null, null],
  [null, true, true],
  [null, false, null],
  [null, null, null],
];

describe('and, or, not', () => {
  it.each(SQL_AND)('%s and %s is %s', (left, right, both) => {
    expect(and(truthOf(left), truthOf(right))).toBe(truthOf(both));
  });

  it.each(SQL_OR)('%s or %s is %s', (left, right, either) => {
    expect(or(truthOf(left), truthOf(right))).toBe(truthOf(either));
  });

  it.each<[Truth, Truth]>([
    [TRUE, FALSE],
    [FALSE, TRUE],
    [UNKNOWN, UNKNOWN],
  ])('not %i is %i', (value, opposite) => {
    expect(not(value)).toBe(opposite);
  });

  it('name their values', () => {
    expect(TRUTHS.map(truthName)).toEqual(['false', 'unknown', 'true']);
  });
});

const pack = loadPack();
const { surroundings } = compilePack(pack);
const record = new RecordFacts(surroundings, pack.rules.length);

function constantOf(value: Truth): Condition {
  return {
    decide: () => value,
    words: truthName(value),
    negated: `not ${truthName(value)}`,
    parts: [],
    facts: [],
  };
}

/** Compiles conditions whose leaves are `{ "constant": truth }`. */
const scope: Scope = {
  surroundings,
  parameter: () => undefined,
  ruleIndex: () => undefined,
  where: new Map(),
  fault: (place, what) => {
    throw new Error(`${place}: ${what}`);
  },
  compile: (data, place) => {
    const [name, args] = Object.entries(data)[0]!;
    return name === 'constant' ? constantOf(args as Truth) : findOperator(name)!.compile(args, scope, place);
  },
};

function decide(data: ConditionData): Truth {
  return scope.compile(data, '').decide(record);
}

const leaf = (value: Truth): ConditionData => ({ constant: value });
const { condition } = fc.letrec<{ condition: ConditionData }>((tie) => {
  const parts = fc.array(tie('condition'), { minLength: 1, maxLength: 3 });
  return {
    condition: fc.oneof(
      { depthSize: 'small' },
      truth.map(leaf),
      parts.map((all): ConditionData => ({ all })),
      parts.map((any): ConditionData => ({ any })),
      tie('condition').map((not): ConditionData => ({ not })),
      tie('condition').map((sure): ConditionData => ({ sure })),
    ),
  };
});

describe('the operators all, any, not and sure', () => {
  it('join any number of parts as "and" and "or" join two', () => {
    fc.assert(
      fc.property(fc.array(truth, { maxLength: 6 }), (values) => {
        expect(decide({ all: values.map(leaf) })).toBe(values.reduce(and, TRUE));
        expect(decide({ any: values.map(leaf) })).toBe(values.reduce(or, FALSE));
      }),
    );
  });

  it('obey the laws of Kleene', () => {
    fc.assert(
      fc.property(condition, condition, condition, (a, b, c) => {
        const same = (left: ConditionData, right: ConditionData) => expect(decide(left)).toBe(decide(right));
        same({ not: { all: [a, b] } }, { any: [{ not: a }, { not: b }] });
        same({ not: { any: [a, b] } }, { all: [{ not: a }, { not: b }] });
        same({ all: [a, a] }, a);
        same({ any: [a, a] }, a);
        same({ all: [a, b] }, { all: [b, a] });
        same({ any: [a, b] }, { any: [b, a] });
        same({ all: [a, { all: [b, c] }] }, { all: [{ all: [a, b] }, c] });
        same({ any: [a, { any: [b, c] }] }, { any: [{ any: [a, b] }, c] });
        same({ all: [a, { any: [b, c] }] }, { any: [{ all: [a, b] }, { all: [a, c] }] });
        same({ all: [a, { any: [a, b] }] }, a);
        same({ not: { not: a } }, a);
      }),
    );
  });

  it('do not have the law of the excluded middle: an unknown or its opposite is unknown', () => {
    expect(decide({ any: [leaf(UNKNOWN), { not: leaf(UNKNOWN) }] })).toBe(UNKNOWN);
    expect(decide({ all: [leaf(UNKNOWN), { not: leaf(UNKNOWN) }] })).toBe(UNKNOWN);
  });

  it('make an unknown false by "sure", and leave the rest', () => {
    fc.assert(
      fc.property(condition, (a) => {
        expect(decide({ sure: a })).toBe(decide(a) === TRUE ? TRUE : FALSE);
        expect(decide({ any: [{ sure: a }, { not: { sure: a } }] })).toBe(TRUE);
      }),
    );
  });

  it('never turn a truth round when an unknown becomes known, but for "sure"', () => {
    const { monotone } = fc.letrec<{ monotone: ConditionData }>((tie) => {
      const parts = fc.array(tie('monotone'), { minLength: 1, maxLength: 3 });
      return {
        monotone: fc.oneof(
          { depthSize: 'small' },
          truth.map(leaf),
          parts.map((all): ConditionData => ({ all })),
          parts.map((any): ConditionData => ({ any })),
          tie('monotone').map((not): ConditionData => ({ not })),
        ),
      };
    });
    const learnt = (data: ConditionData, value: Truth) =>
      JSON.parse(JSON.stringify(data).replaceAll('{"constant":1}', `{"constant":${value}}`)) as ConditionData;
    fc.assert(
      fc.property(monotone, fc.constantFrom<Truth>(FALSE, TRUE), (data, value) => {
        const before = decide(data);
        if (before !== UNKNOWN) expect(decide(learnt(data, value))).toBe(before);
      }),
    );
  });
});
