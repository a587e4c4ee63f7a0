import { describe, expect, it } from 'vitest';
import { valueOf } from '../evaluate/facts-of.test-helper.js';
import type { CrimeRecord } from '../model/fields.js';
import { parseDate } from '../normalise/date.js';

describe('closed', () => {
  it.each([
    ['', '', 'false'],
    ['0', '', 'false'],
    ['00', '', 'false'],
    ['1', '', 'true'],
    ['22', '', 'true'],
    ['016', '', 'true'],
    ['23', '', 'unknown'],
    ['charged', '', 'unknown'],
    ['', '2025-09-01', 'true'],
    ['0', '2025-09-01', 'true'],
    ['charged', '2025-09-01', 'true'],
    ['', 'soon', 'unknown'],
    ['1', 'soon', 'unknown'],
    [null, null, 'false'],
  ])('of the outcome %j on %j is %s', (outcome, outcomeOn, closed) => {
    expect(valueOf('closed', { outcome, outcomeOn })).toBe(closed);
  });

  it('is on the day of the outcome, and on no day that is known without one', () => {
    expect(valueOf('closedOn', { outcomeOn: '2025-09-01T10:00' })).toBe(parseDate('2025-09-01'));
    expect(valueOf('closedOn', { outcome: '1' })).toBeNull();
  });
});

describe('lost', () => {
  const removed = 'CSA:set:2025-05-02;CSA:removed:2025-09-01';

  it.each<[string, CrimeRecord, string]>([
    [
      'a history without a removal',
      { outcomeOn: '2025-09-01', markerHistory: 'CSA:set:2025-05-02' },
      'false',
    ],
    ['an empty history', { outcomeOn: '2025-09-01' }, 'false'],
    [
      "another marker's removal",
      { outcomeOn: '2025-09-01', markerHistory: 'CSE:removed:2025-09-01' },
      'false',
    ],
    ['a removal on the day', { outcomeOn: '2025-09-01', markerHistory: removed }, 'true'],
    ['a removal after the day', { outcomeOn: '2025-08-01', markerHistory: removed }, 'true'],
    ['a removal before the day', { outcomeOn: '2025-09-02', markerHistory: removed }, 'false'],
    [
      'a removal, the marker set again',
      { CSA: 'Y', outcomeOn: '2025-09-01', markerHistory: removed },
      'false',
    ],
    [
      'a removal, the marker unreadable',
      { CSA: '?', outcomeOn: '2025-09-01', markerHistory: removed },
      'unknown',
    ],
    [
      'a removal, the marker unreadable, before the day',
      { CSA: '?', outcomeOn: '2025-09-02', markerHistory: removed },
      'false',
    ],
    ['a removal, no day', { markerHistory: removed }, 'unknown'],
    ['a removal, no day, the marker set again', { CSA: 'Y', markerHistory: removed }, 'false'],
    [
      'the latest of several removals',
      { outcomeOn: '2025-08-01', markerHistory: `CSA:removed:2025-05-10;${removed}` },
      'true',
    ],
    [
      'the latest of several removals, in any order',
      { outcomeOn: '2025-08-01', markerHistory: `${removed};CSA:removed:2025-05-10` },
      'true',
    ],
    [
      'a history that cannot be read',
      { outcomeOn: '2025-09-01', markerHistory: `${removed};CSA` },
      'unknown',
    ],
  ])('judges %s', (_, record, lost) => {
    expect(valueOf('CSA.lost', record)).toBe(lost);
  });
});

describe('settings', () => {
  it.each<[string, string, number | null]>([
    ['', 'false', null],
    ['CSA:set:2025-05-03', 'true', parseDate('2025-05-03')],
    ['CSA:set:2025-05-03;CSA:set:2025-05-01', 'true', parseDate('2025-05-01')],
    ['CSA:removed:2025-05-01;CSA:set:2025-05-03', 'true', parseDate('2025-05-03')],
    ['CSE:set:2025-05-01', 'false', null],
    ['CSA:set:2025-05-03;?', 'unknown', null],
  ])('of the history %j: ever set is %s', (markerHistory, everSet, firstSet) => {
    expect(valueOf('CSA.everSet', { markerHistory })).toBe(everSet);
    expect(valueOf('CSA.firstSet', { markerHistory })).toBe(firstSet);
  });

  it('knows removals of each marker', () => {
    const record = { markerHistory: 'CSE:set:2025-05-03;CSE:removed:2025-05-04' };
    expect(valueOf('CSE.everRemoved', record)).toBe('true');
    expect(valueOf('CSA.everRemoved', record)).toBe('false');
    expect(valueOf('CSA.everRemoved', { markerHistory: '?' })).toBe('unknown');
  });
});
