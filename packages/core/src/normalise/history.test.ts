import { describe, expect, it } from 'vitest';
import { parseDate } from './date.js';
import { readHistory } from './history.js';

const on = parseDate('2025-05-03');

describe('readHistory', () => {
  it.each([
    ['', []],
    [';', []],
    ['CSE:set:2025-05-03', [{ marker: 'CSE', action: 'set', on }]],
    ['cse:SET:2025-05-03', [{ marker: 'CSE', action: 'set', on }]],
    ['CSE:set:2025-05-03T10:15:00', [{ marker: 'CSE', action: 'set', on }]],
    ['HBA:removed:2025-05-03;', [{ marker: 'HBA', action: 'removed', on }]],
    [
      'CSA:set:2025-05-03;;CSA:removed:2025-05-03',
      [
        { marker: 'CSA', action: 'set', on },
        { marker: 'CSA', action: 'removed', on },
      ],
    ],
  ])('reads %j', (text, events) => {
    expect(readHistory(text)).toEqual(events);
  });

  it.each([
    'CSE',
    'CSE:set',
    'CSE:set:',
    ':set:2025-05-03',
    'CSE::2025-05-03',
    'XYZ:set:2025-05-03',
    'CSE:added:2025-05-03',
    'CSE:set:03/05/2025',
    'CSE:set:2025-02-30',
    'CSE:set:2025-05-03:',
    'CSE;set;2025-05-03',
    'CSA:set:2025-05-03;CSE:set',
  ])('cannot read any of %j', (text) => {
    expect(readHistory(text)).toBeNull();
  });
});
