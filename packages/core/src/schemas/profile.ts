import type { Profile } from '../map/profile.js';
import { profileFaults } from '../map/profile-faults.js';
import { openQuestions } from '../map/questions.js';
import { MarkercheckError } from '../model/errors.js';
import { describeFaults } from './faults.js';
import { validateProfile } from './validators.js';

/** A JSON pointer as a place in words: `/fields/offenceCode` is fields/offenceCode. */
function placeOf(pointer: string): string {
  return pointer.slice(1).replaceAll('~1', '/').replaceAll('~0', '~');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether one of two places lies within the other. */
function meet(left: string, right: string): boolean {
  return left === right || left.startsWith(`${right}/`) || right.startsWith(`${left}/`);
}

/** What is wrong beyond the shape, in the parts whose shape is right. */
function deeperFaults(value: unknown, broken: readonly string[]): readonly string[] {
  if (!isObject(value)) return [];
  const { fields = {}, markers } = value;
  if (!isObject(fields)) return [];
  const places = isObject(markers) ? broken : [...broken, 'markers'];
  return profileFaults({ ...value, fields } as unknown as Profile, (place) =>
    places.some((fault) => meet(fault, place)),
  );
}

/**
 * A profile from its parsed JSON.
 * @throws {MarkercheckError} `PROFILE_INVALID` with every fault and its place: the questions that
 * `profile suggest` left open, then what is wrong with its shape, then what is wrong beyond that.
 */
export function readProfile(value: unknown): Profile {
  const questions = openQuestions(value);
  const asked = new Set(questions.map(({ place }) => place));
  const errors = validateProfile(value) ? [] : (validateProfile.errors ?? []);
  const own = errors.filter(({ keyword }) => keyword !== 'if');
  const shape = own.filter(({ instancePath }) => !asked.has(placeOf(instancePath)));
  // What an empty cell means stands alone: whatever is wrong with it, the rest of the markers can be looked at.
  const broken = [...asked, ...own.map(({ instancePath }) => placeOf(instancePath))].filter(
    (place) => place !== '' && !place.endsWith('/blank'),
  );
  const faults = [
    ...questions.map(({ place, question }) => `${place}: a question is open: ${question}`),
    ...describeFaults(shape),
    ...deeperFaults(value, broken),
  ];
  if (faults.length > 0) throw new MarkercheckError('PROFILE_INVALID', 'The profile cannot be used.', faults);
  const { $schema: _, ...profile } = value as Profile & { readonly $schema?: unknown };
  return profile;
}
