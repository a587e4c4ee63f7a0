import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, counted, listed, longDate, longMonth, percent, threshold } from './figures.js';
import { fillHeadline } from './report-sentences.js';

it('says a headline of one in the singular, and of no other number', () => {
  const template = '{met} of {assessed} carry CSA; {breached} do not; {undetermined} cannot be told.';
  const said = (breached: number) =>
    fillHeadline(template, { met: 2, assessed: 9, breached, undetermined: 0 });
  expect(said(1)).toBe('2 of 9 carry CSA; 1 does not; 0 cannot be told.');
  for (const [value, words] of [
    [0, '0 do not'],
    [11, '11 do not'],
    [1001, '1,001 do not'],
  ] as const)
    expect(said(value)).toContain(words);
});

describe('count', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1540, '1,540'],
    [1234567, '1,234,567'],
    [35.1, '35.1'],
    [1234.56, '1,234.6'],
  ])('writes %d', (value, text) => {
    expect(count(value)).toBe(text);
  });

  it('groups as British readers do', () => {
    fc.assert(
      fc.property(fc.nat(), (value) => {
        expect(count(value)).toBe(value.toLocaleString('en-GB'));
      }),
    );
  });
});

describe('percent', () => {
  it.each([
    [0.85, '85.0%'],
    [1, '100.0%'],
    [0, '0.0%'],
    [0.99999, 'over 99.9%'],
    [0.00001, 'under 0.1%'],
    [null, 'no data'],
  ])('writes %j', (share, text) => {
    expect(percent(share)).toBe(text);
  });
});

describe('threshold', () => {
  it.each([
    [0.8, '80%'],
    [1.5, '150%'],
    [0.125, '12.5%'],
  ])('writes %d', (share, text) => {
    expect(threshold(share)).toBe(text);
  });
});

describe('words', () => {
  it('count in the singular and the plural', () => {
    expect([counted(1, 'record'), counted(1540, 'record'), counted(0, 'rule was', 'rules were')]).toEqual([
      '1 record',
      '1,540 records',
      '0 rules were',
    ]);
  });

  it('join in a list', () => {
    expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
  });

  it('say dates and months, and leave what is none', () => {
    expect([longDate('2026-11-01'), longMonth('2026-10'), longDate('soon'), longMonth('')]).toEqual([
      '1 November 2026',
      'October 2026',
      'soon',
      '',
    ]);
  });
});
