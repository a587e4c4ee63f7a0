import type { OffenceEntry } from '../model/pack.js';
import { ageOn } from '../normalise/age.js';
import { calendarDate, type Day, dayOf } from '../normalise/date.js';
import type { Suspect, Victim } from './draft.js';
import type { Random } from './random.js';
import { ETHNICITIES, NATIONALITIES } from './tables/texts.js';

/** The same day of the calendar some years before; 28 February for a leap day. */
export function yearsBefore(day: Day, years: number): Day {
  const { year, month, day: dayOfMonth } = calendarDate(day);
  return dayOf(year - years, month, dayOfMonth) ?? dayOf(year - years, month, 28) ?? day;
}

function isLeapDay(day: Day): boolean {
  const { month, day: dayOfMonth } = calendarDate(day);
  return month === 2 && dayOfMonth === 29;
}

/** A date of birth that gives this age on this day, with a day to spare, and never on a leap day, so that it can be moved by years. */
function bornFor(random: Random, age: number, day: Day): Day {
  const born = yearsBefore(day, age) - random.between(0, 363);
  return isLeapDay(born) ? born - 1 : born;
}

/** How a victim's age is recorded. */
export type AgeGiven = 'born' | 'age' | 'none';

/** A victim of an age on the first day of the offence; without a date of birth the age is one number for all days. */
export function victimOf(
  random: Random,
  age: number,
  sex: string,
  given: AgeGiven,
  days: { readonly from: Day; readonly to: Day; readonly reported: Day },
): Victim {
  if (given === 'none')
    return { person: true, born: null, ageFrom: null, ageTo: null, ageReported: null, sex };
  if (given === 'age') return { person: true, born: null, ageFrom: age, ageTo: age, ageReported: null, sex };
  const born = bornFor(random, age, days.from);
  return {
    person: true,
    born,
    ageFrom: age,
    ageTo: days.to === days.from ? age : ageOn(born, days.to),
    ageReported: ageOn(born, days.reported),
    sex,
  };
}

export const NO_VICTIM: Victim = {
  person: false,
  born: null,
  ageFrom: null,
  ageTo: null,
  ageReported: null,
  sex: '',
};

const YOUNGEST_SUSPECT = 10;
const OLDEST_SUSPECT = 72;

interface SuspectOptions {
  /** The bounds of whom the offence is by; every suspect keeps to them. */
  readonly bounds: Pick<OffenceEntry, 'suspectMin' | 'suspectMax'> | null;
  /** Whether every suspect has an ethnicity and a nationality. */
  readonly described: boolean;
  /** The share whose age is known. */
  readonly ageKnown: number;
}

const NO_SUSPECTS: readonly Suspect[] = [];

export function suspectsOf(random: Random, count: number, options: SuspectOptions): readonly Suspect[] {
  if (count === 0) return NO_SUSPECTS;
  const { bounds, described, ageKnown } = options;
  const highest = Math.min(bounds?.suspectMax ?? OLDEST_SUSPECT, OLDEST_SUSPECT);
  const lowest = Math.min(Math.max(bounds?.suspectMin ?? 14, YOUNGEST_SUSPECT), highest);
  const suspects: Suspect[] = [];
  for (let i = 0; i < count; i++) {
    suspects.push({
      age: random.chance(ageKnown) ? String(random.between(lowest, highest)) : '',
      ethnicity: described || random.chance(0.8) ? random.pick(ETHNICITIES) : '',
      nationality: described || random.chance(0.8) ? random.pick(NATIONALITIES) : '',
    });
  }
  return suspects;
}
