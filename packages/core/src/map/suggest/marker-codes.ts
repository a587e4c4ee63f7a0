import { FIELDS, type FieldDefinition } from '../../model/fields.js';
import { isMarker, type Marker } from '../../model/markers.js';
import { bareName } from '../nearest.js';
import { nameWords } from './names.js';

const MARKER_FIELDS: readonly FieldDefinition[] = FIELDS.filter((field) => field.type === 'marker');

/** The markers by every name that a code may have, without case, spaces and signs. */
const BY_NAME = new Map<string, Marker>(
  MARKER_FIELDS.flatMap((field) =>
    isMarker(field.name)
      ? [field.name, ...field.usualNames].map((name) => [bareName(name), field.name as Marker] as const)
      : [],
  ),
);

/** The marker that a code is a name of. */
export function markerNamed(code: string): Marker | null {
  return BY_NAME.get(bareName(code)) ?? null;
}

/** Words in a code that make it worth a question, the most telling first: a child's sexual abuse is CSA and not CA. */
const HINTS: ReadonlyMap<string, Marker> = new Map([
  ['csa', 'CSA'],
  ['cse', 'CSE'],
  ['cce', 'CCE'],
  ['criminal', 'CCE'],
  ['exploitation', 'CSE'],
  ['cexp', 'CSE'],
  ['sexual', 'CSA'],
  ['child', 'CA'],
  ['domestic', 'DA'],
  ['dom', 'DA'],
  ['dv', 'DA'],
  ['da', 'DA'],
  ['online', 'ONLINE'],
  ['cyber', 'ONLINE'],
  ['slavery', 'MS'],
  ['trafficking', 'MS'],
  ['hba', 'HBA'],
  ['hbv', 'HBA'],
  ['honour', 'HBA'],
]);

/** The marker that a code may mean; only a person can say. */
export function markerHinted(code: string): Marker | null {
  const words = nameWords(code);
  for (const [word, marker] of HINTS) {
    if (words.has(word)) return marker;
  }
  return null;
}
