import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate, dayOf, isLeapYear, isoDate, isoMonth, parseDate } from './date.js';

const MILLISECONDS_A_DAY = 86_400_000;
const FIRST_DAY = dayOf(1, 1, 1)!;
const LAST_DAY = dayOf(9999, 12, 31)!;

describe('dayOf and calendarDate', () => {
  it('are inverse on every day of the years 1 to 9999, and agree with the calendar of the platform', () => {
    const differing: number[] = [];
    for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
      const { year, month, day: dayOfMonth } = calendarDate(day);
      const platform = new Date(day * MILLISECONDS_A_DAY);
      const same =
        dayOf(year, month, dayOfMonth) === day &&
        year === platform.getUTCFullYear() &&
        month === platform.getUTCMonth() + 1 &&
        dayOfMonth === platform.getUTCDate();
      if (!same) differing.push(day);
    }
    expect(differing).toEqual([]);
  });

  it('begin and end where the years 1 and 9999 do', () => {
    expect(isoDate(FIRST_DAY)).toBe('0001-01-01');
    expect(isoDate(LAST_DAY)).toBe('9999-12-31');
    expect(dayOf(1970, 1, 1)).toBe(0);
    expect(dayOf(0, 12, 31)).toBeNull();
  });

  it.each([
    [2025, 0, 1],
    [2025, 13, 1],
    [2025, 1, 0],
    [2025, 1, 32],
    [2025, 4, 31],
    [2025, 2, 29],
    [2100, 2, 29],
    [2024, 2, 30],
  ])('know no day %i-%i-%i', (year, month, day) => {
    expect(dayOf(year, month, day)).toBeNull();
  });

  it.each([
    [1900, false],
    [2000, true],
    [2023, false],
    [2024, true],
    [2100, false],
  ])('know whether %i is a leap year', (year, leap) => {
    expect(isLeapYear(year)).toBe(leap);
    expect(dayOf(year, 2, 29) !== null).toBe(leap);
  });
});

describe('parseDate', () => {
  it.each([
    '2025-05-01',
    '2025-05-01T00:00',
    '2025-05-01T23:59',
    '2025-05-01T00:00:00',
    '2025-05-01T23:59:59',
  ])('reads the day of %s', (text) => {
    expect(parseDate(text)).toBe(dayOf(2025, 5, 1));
  });

  it.each([
    '',
    '2025',
    '2025-05',
    '2025-5-1',
    '25-05-01',
    '12025-05-01',
    '2025/05/01',
    '01/05/2025',
    '01-05-2025',
    '20250501',
    '2025-02-29',
    '2025-02-30',
    '2025-00-01',
    '2025-13-01',
    '2025-01-00',
    '0000-01-01',
    '+025-05-01',
    '2025-05-1a',
    '٢٠٢٥-05-01',
    '2025-05-01T24:00',
    '2025-05-01T23:60',
    '2025-05-01T23:59:60',
    '2025-05-01T9:30',
    '2025-05-01T0930',
    '2025-05-01T09:30:',
    '2025-05-01T09:30:0',
    '2025-05-01T09:30:00Z',
    '2025-05-01T09:30:00.000',
    '2025-05-01T09-30-00',
    '2025-05-01T09:30-00',
    '2025-05-01 09:30',
    '2025-05-01t09:30',
    '2025-05-01T',
    ' 2025-05-01',
    '2025-05-01 ',
    'today',
    '45778',
  ])('takes %j for no date', (text) => {
    expect(parseDate(text)).toBeNull();
  });

  it('reads back every day that isoDate writes, and never throws', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST_DAY, max: LAST_DAY }), (day) => {
        expect(parseDate(isoDate(day))).toBe(day);
        expect(isoDate(day).startsWith(isoMonth(day))).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        const day = parseDate(text);
        expect(day === null || isoDate(day) === text.slice(0, 10)).toBe(true);
      }),
    );
  });
});
