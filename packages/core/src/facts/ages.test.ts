import { describe, expect, it } from 'vitest';
import { valueOf } from '../evaluate/facts-of.test-helper.js';
import type { CrimeRecord } from '../model/fields.js';

type Ages = readonly [from: number | null, to: number | null, reported: number | null];

describe('ageFrom, ageTo and ageReported', () => {
  it.each<[string, CrimeRecord, Ages]>([
    [
      'go by the date of birth on each day',
      {
        victimBornOn: '2010-05-02',
        offenceFrom: '2025-05-01',
        offenceTo: '2025-05-02',
        reportedOn: '2030-01-01',
      },
      [14, 15, 19],
    ],
    [
      'take an empty last day for the first',
      { victimBornOn: '2010-05-01', offenceFrom: '2025-05-01' },
      [15, 15, null],
    ],
    [
      'go by victimAge where there is no date of birth',
      { victimAge: '14', offenceFrom: '2025-05-01', reportedOn: '2030-01-01' },
      [14, 14, null],
    ],
    ['go by victimAge without any date', { victimAge: '014' }, [14, 14, null]],
    [
      'never use victimAge beside a usable date of birth',
      { victimBornOn: '2010-05-02', victimAge: '14', recordedOn: '2025-05-02', reportedOn: '2025-05-02' },
      [null, null, 15],
    ],
    [
      'use victimAge beside a date of birth that is not plausible',
      { victimBornOn: '1900-01-01', victimAge: '14', offenceFrom: '2025-05-01', reportedOn: '2025-05-02' },
      [14, 14, null],
    ],
    [
      'use victimAge beside a date of birth that cannot be read',
      { victimBornOn: '02/05/2010', victimAge: '14', offenceFrom: '2025-05-01' },
      [14, 14, null],
    ],
    [
      'are not below 0',
      { victimBornOn: '2025-05-01', offenceFrom: '2025-04-01', offenceTo: '2025-06-01' },
      [0, 0, null],
    ],
    [
      'are unknown for a period that runs backwards',
      { victimBornOn: '2010-05-02', offenceFrom: '2025-05-01', offenceTo: '2025-04-01' },
      [null, null, null],
    ],
    [
      'know the one end that can be read',
      { victimBornOn: '2010-05-02', offenceTo: '2025-05-02' },
      [null, 15, null],
    ],
    ['do not take 121 for an age', { victimAge: '121' }, [null, null, null]],
    ['take 120 for an age', { victimAge: '120' }, [120, 120, null]],
  ])('%s', (_, record, [from, to, reported]) => {
    expect(valueOf('ageFrom', record)).toBe(from);
    expect(valueOf('ageTo', record)).toBe(to);
    expect(valueOf('ageReported', record)).toBe(reported);
  });
});
