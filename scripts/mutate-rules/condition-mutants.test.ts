import { describe, expect, it } from 'vitest';
import type { ConditionData } from '../../packages/core/src/model/rule.js';
import { conditionMutants, negate } from './condition-mutants.js';

function mutantsOf(condition: ConditionData): Readonly<Record<string, ConditionData>> {
  return Object.fromEntries(
    [...conditionMutants(condition, 'at')].map(({ name, condition: to }) => [name, to]),
  );
}

describe('conditionMutants', () => {
  it('flips, drops and shifts every part of a condition', () => {
    const condition = { all: [{ set: 'CSA' }, { not: { sure: { atLeast: ['ageFrom', 18] } } }] };
    expect(mutantsOf(condition)).toEqual({
      'flip at': { not: condition },
      'any for at/all': { any: condition.all },
      'drop at/all/0': { all: [condition.all[1]] },
      'flip at/all/0': { all: [{ not: { set: 'CSA' } }, condition.all[1]] },
      'drop at/all/1': { all: [{ set: 'CSA' }] },
      'flip at/all/1': { all: [{ set: 'CSA' }, { sure: { atLeast: ['ageFrom', 18] } }] },
      'flip at/all/1/not': { all: [{ set: 'CSA' }, { sure: { atLeast: ['ageFrom', 18] } }] },
      'drop at/all/1/not/sure': { all: [{ set: 'CSA' }, { not: { atLeast: ['ageFrom', 18] } }] },
      'flip at/all/1/not/sure': {
        all: [{ set: 'CSA' }, { not: { sure: { not: { atLeast: ['ageFrom', 18] } } } }],
      },
      '17 for at/all/1/not/sure/atLeast/1': {
        all: [{ set: 'CSA' }, { not: { sure: { atLeast: ['ageFrom', 17] } } }],
      },
      '19 for at/all/1/not/sure/atLeast/1': {
        all: [{ set: 'CSA' }, { not: { sure: { atLeast: ['ageFrom', 19] } } }],
      },
    });
  });

  it.each<[ConditionData, readonly string[]]>([
    [{ is: 'live' }, ['flip at']],
    [{ breached: 'A-RULE' }, ['flip at']],
    [
      { breached: ['A-RULE', 'B-RULE'] },
      ['flip at', 'drop A-RULE of at/breached', 'drop B-RULE of at/breached'],
    ],
    [{ oneOf: ['class', ['35', '8R']] }, ['flip at', 'drop 35 of at/oneOf', 'drop 8R of at/oneOf']],
    [
      { onOrAfter: ['recordedOn', '2024-03-01'] },
      ['flip at', '2024-02-29 for at/onOrAfter/1', '2024-03-02 for at/onOrAfter/1'],
    ],
    [
      { someSuspectAged: [0, 17] },
      [
        'flip at',
        '-1 for at/someSuspectAged/0',
        '1 for at/someSuspectAged/0',
        '16 for at/someSuspectAged/1',
        '18 for at/someSuspectAged/1',
      ],
    ],
    [{ withinDays: ['recordedOn', 'CSA.firstSet', 'lateAfterDays'] }, ['flip at']],
    [{ any: [{ is: 'live' }] }, ['flip at', 'drop at/any/0', 'flip at/any/0']],
    [{ sure: { is: 'live' } }, ['flip at', 'drop at/sure', 'flip at/sure']],
  ])('changes %j in these ways: %j', (condition, names) => {
    expect(Object.keys(mutantsOf(condition))).toEqual(names);
  });

  it('takes the "not" of a "not" away', () => {
    expect(negate({ not: { is: 'live' } })).toEqual({ is: 'live' });
    expect(negate({ is: 'live' })).toEqual({ not: { is: 'live' } });
  });
});
