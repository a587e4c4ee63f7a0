import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOn } from './age.js';
import { calendarDate, type Day, dayOf, parseDate } from './date.js';

/** The birthday in a year; who is born on 29 February waits for 1 March in other years. */
function birthdayIn(year: number, bornOn: Day): Day {
  const { month, day } = calendarDate(bornOn);
  return dayOf(year, month, day) ?? dayOf(year, 3, 1)!;
}

/** Counts birthdays one by one. */
function naiveAge(bornOn: Day, on: Day): number {
  let age = 0;
  while (birthdayIn(calendarDate(bornOn).year + age + 1, bornOn) <= on) age++;
  return age;
}

const day = fc.integer({ min: dayOf(1890, 1, 1)!, max: dayOf(2100, 12, 31)! });
const leapDay = fc.integer({ min: 473, max: 524 }).map((quarter) => dayOf(quarter * 4, 2, 29) ?? 0);

describe('ageOn', () => {
  it.each([
    ['2010-05-02', '2025-05-01', 14],
    ['2010-05-01', '2025-05-01', 15],
    ['2010-05-01', '2025-04-30', 14],
    ['2012-02-29', '2025-02-28', 12],
    ['2012-02-29', '2025-03-01', 13],
    ['2012-02-29', '2024-02-28', 11],
    ['2012-02-29', '2024-02-29', 12],
    ['2012-03-01', '2025-02-28', 12],
    ['2025-05-01', '2025-05-01', 0],
    ['2025-05-01', '2020-05-01', 0],
    ['1900-01-01', '2025-05-01', 125],
  ])('born on %s is on %s aged %i', (born, on, age) => {
    expect(ageOn(parseDate(born)!, parseDate(on)!)).toBe(age);
  });

  it('counts birthdays, and is never below 0', () => {
    const property = (born: Day, on: Day) => {
      expect(ageOn(born, on)).toBe(naiveAge(born, on));
    };
    fc.assert(fc.property(day, day, property), { numRuns: 2000 });
    fc.assert(fc.property(leapDay, day, property), { numRuns: 1000 });
  });

  it('never falls from one day to the next', () => {
    fc.assert(
      fc.property(day, day, (born, on) => {
        expect(ageOn(born, on + 1) - ageOn(born, on)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
