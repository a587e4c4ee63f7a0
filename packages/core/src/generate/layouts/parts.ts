import { type CrimeRecord, FIELD_NAMES, type FieldName } from '../../model/fields.js';
import { type Marker, MARKERS } from '../../model/markers.js';

/** Every field that is no marker, read from the column of its own name. */
export const CANONICAL_FIELDS: readonly FieldName[] = FIELD_NAMES.filter(
  (name) => !(MARKERS as readonly string[]).includes(name),
);

/** The profile's fields where the columns have the canonical names. */
export function canonicalFields(): Readonly<Partial<Record<FieldName, string>>> {
  return Object.fromEntries(CANONICAL_FIELDS.map((name) => [name, name]));
}

/** An invented system's codes for the markers. */
export const MARKER_CODES: Readonly<Record<Marker, string>> = {
  CSA: 'CH-SEX',
  CSE: 'CH-EXP',
  CA: 'CH-HARM',
  CCE: 'CRIM-EXP',
  DA: 'DOMESTIC',
  ONLINE: 'CYBER',
  MS: 'MOD-SLAV',
  HBA: 'HONOUR',
};

export function codesOf(record: CrimeRecord): readonly string[] {
  return MARKERS.filter((marker) => record[marker] === 'Y').map((marker) => MARKER_CODES[marker]);
}

/** What each code means, as a profile says it. */
export function codeMeanings(): Readonly<Record<string, Marker>> {
  return Object.fromEntries(MARKERS.map((marker) => [MARKER_CODES[marker], marker]));
}
