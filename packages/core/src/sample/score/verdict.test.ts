import { describe, expect, it } from 'vitest';
import type { Answer } from '../questions.js';
import {
  accuracy,
  anyOf,
  completeness,
  confirms,
  holds,
  isWrong,
  overFlagging,
  reach,
  type Verdict,
} from './verdict.js';

const EITHER = { lowest: 'no', highest: 'yes' };
const MAY_JOIN_YES = { lowest: 'outside', highest: 'yes' };
const MAY_JOIN_NO = { lowest: 'no', highest: 'outside' };

type Row = readonly [
  should: Answer,
  is: Answer,
  accuracy: unknown,
  completeness: unknown,
  over: unknown,
  missing: unknown,
  isOver: unknown,
];

const ROWS: readonly Row[] = [
  ['yes', 'yes', 'yes', 'yes', 'no', 'no', 'no'],
  ['yes', 'no', 'no', 'no', 'outside', 'yes', 'no'],
  ['yes', 'cannot-tell', EITHER, EITHER, MAY_JOIN_NO, EITHER, 'no'],
  ['no', 'yes', 'no', 'outside', 'yes', 'no', 'yes'],
  ['no', 'no', 'yes', 'outside', 'outside', 'no', 'no'],
  ['no', 'cannot-tell', EITHER, 'outside', MAY_JOIN_YES, 'no', EITHER],
  ['cannot-tell', 'yes', EITHER, MAY_JOIN_YES, EITHER, 'no', EITHER],
  ['cannot-tell', 'no', EITHER, MAY_JOIN_NO, 'outside', EITHER, 'no'],
  ['cannot-tell', 'cannot-tell', EITHER, EITHER, MAY_JOIN_YES, EITHER, EITHER],
];

describe('verdicts on a marker', () => {
  it.each(ROWS)(
    'should it be set: %s, is it: %s',
    (shouldBeSet, isSet, right, complete, over, missing, isOver) => {
      const answers = { shouldBeSet, isSet };
      expect(accuracy(answers)).toEqual(right);
      expect(completeness(answers)).toEqual(complete);
      expect(overFlagging(answers)).toEqual(over);
      expect(isWrong(answers, 'missing')).toEqual(missing);
      expect(isWrong(answers, 'over')).toEqual(isOver);
    },
  );

  it.each([{}, { shouldBeSet: 'yes' as const }, { isSet: 'no' as const }])('are open on %j', (answers) => {
    for (const verdict of [accuracy, completeness, overFlagging]) expect(verdict(answers)).toBeNull();
    expect(isWrong(answers, 'missing')).toBeNull();
    expect(reach(answers, true)).toBeNull();
  });
});

describe('reach', () => {
  it.each([
    ['yes', 'no', true, 'yes'],
    ['yes', 'no', false, 'no'],
    ['yes', 'yes', true, 'outside'],
    ['cannot-tell', 'no', true, MAY_JOIN_YES],
    ['cannot-tell', 'no', false, MAY_JOIN_NO],
  ] as const)('should %s, is %s, found %s', (shouldBeSet, isSet, isFound, expected) => {
    expect(reach({ shouldBeSet, isSet }, isFound)).toEqual(expected);
  });
});

describe('confirms', () => {
  it.each([
    ['yes', 'missing', 'yes'],
    ['no', 'missing', 'no'],
    ['yes', 'over', 'no'],
    ['no', 'over', 'yes'],
    ['cannot-tell', 'over', EITHER],
  ] as const)('should %s, finding says %s', (shouldBeSet, wrong, expected) => {
    expect(confirms({ shouldBeSet }, { marker: 'CSA', wrong })).toEqual(expected);
  });
});

describe('anyOf', () => {
  const open: Verdict = { lowest: 'no', highest: 'yes' };
  it.each([
    [['no', 'yes'], 'yes'],
    [['no', null, 'yes'], 'yes'],
    [['no', null], null],
    [['no', open], open],
    [['no', 'no'], 'no'],
    [[], null],
  ] as const)('%j', (verdicts, expected) => {
    expect(anyOf(verdicts)).toEqual(expected);
  });
});

describe('holds', () => {
  it('is open without an answer, and either way where it cannot be told', () => {
    expect([holds({}), holds({ holds: 'no' }), holds({ holds: 'cannot-tell' })]).toEqual([
      null,
      'no',
      EITHER,
    ]);
  });
});
