import { describe, expect, it } from 'vitest';
import { valueOf } from '../evaluate/facts-of.test-helper.js';
import { parseDate } from '../normalise/date.js';

function day(text: string | null): number | null {
  return text === null ? null : parseDate(text);
}

describe('the period of the offence', () => {
  it.each([
    ['2025-05-01', '2025-06-01', '2025-05-01', '2025-06-01'],
    ['2025-05-01', '2025-05-01', '2025-05-01', '2025-05-01'],
    ['2025-05-01T23:00', '2025-05-01T01:00', '2025-05-01', '2025-05-01'],
    ['2025-05-01', '', '2025-05-01', '2025-05-01'],
    ['2025-05-01', ' \u00a0', '2025-05-01', '2025-05-01'],
    ['2025-05-01', '01/06/2025', '2025-05-01', null],
    ['01/05/2025', '2025-06-01', null, '2025-06-01'],
    ['01/05/2025', '', null, null],
    ['', '2025-06-01', null, '2025-06-01'],
    ['', '', null, null],
    ['2025-06-01', '2025-05-31', null, null],
  ])('from %j to %j is from %s to %s', (offenceFrom, offenceTo, from, to) => {
    const record = { offenceFrom, offenceTo };
    expect(valueOf('offenceFrom', record)).toBe(day(from));
    expect(valueOf('offenceTo', record)).toBe(day(to));
  });
});

describe.each(['recordedOn', 'reportedOn'] as const)('%s', (field) => {
  it.each([
    [' 2025-05-01T09:30 ', '2025-05-01'],
    ['', null],
    ['soon', null],
    [null, null],
  ])('reads %j as %s', (cell, read) => {
    expect(valueOf(field, { [field]: cell })).toBe(day(read));
  });
});
