import type { RecordFacts } from '../facts/record-facts.js';
import { FIELD_INDEX, type FieldName } from '../model/fields.js';
import { MARKERS } from '../model/markers.js';
import { trim } from '../normalise/text.js';

/**
 * The key of a record is what stands in the columns that decide most rules and hold few different texts.
 * Whatever is found out by these columns alone is the same on every record of one key and one offence.
 */

/** Columns whose whole text is in the key. */
const WORDS: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  recordType: ['', 'crime', 'reported-incident', 'non-crime'],
  victimType: ['', 'person', 'organisation', 'state'],
};

/** Columns of which the key says whether they are empty. */
const OFTEN_EMPTY: readonly FieldName[] = ['cancelledOn', 'localMarkers', 'markerHistory'];

const OFFENCE: readonly FieldName[] = ['offenceCode', 'offenceClass'];
const WHOLE: ReadonlySet<FieldName> = new Set([
  ...OFFENCE,
  ...MARKERS,
  ...(Object.keys(WORDS) as FieldName[]),
]);

/** Three bits a marker; what a cell of more than one letter means is not in the key. */
function markerBits(cell: string | null): number {
  if (cell === 'N') return 2;
  if (cell === 'Y') return 3;
  if (cell === '') return 1;
  if (cell === null) return 0;
  if (cell === 'n') return 4;
  return cell === 'y' ? 5 : -1;
}

const MARKER_POSITIONS = MARKERS.map((marker) => FIELD_INDEX[marker]);
const WORD_POSITIONS = Object.entries(WORDS).map(
  ([field, words]) => [FIELD_INDEX[field as FieldName], words] as const,
);
const OFTEN_EMPTY_POSITIONS = OFTEN_EMPTY.map((field) => FIELD_INDEX[field]);

const textOf = (cell: string | null) => (cell === null ? '' : trim(cell));

/** The loaded record's key, beside its offence; -1 if its columns hold something that no key has. */
export function keyOf(record: RecordFacts): number {
  let key = 0;
  for (const position of MARKER_POSITIONS) {
    const bits = markerBits(record.cellAt(position));
    if (bits < 0) return -1;
    key = (key << 3) | bits;
  }
  for (const [position, words] of WORD_POSITIONS) {
    const bits = words.indexOf(textOf(record.cellAt(position)));
    if (bits < 0) return -1;
    key = (key << 2) | bits;
  }
  for (const position of OFTEN_EMPTY_POSITIONS) {
    key = (key << 1) | (textOf(record.cellAt(position)) === '' ? 1 : 0);
  }
  return key;
}

/** The columns that the key of the loaded record settles. */
export function pinnedByKey(record: RecordFacts): ReadonlySet<FieldName> {
  return new Set([...WHOLE, ...OFTEN_EMPTY.filter((field) => record.text(field) === '')]);
}

/** The columns that the offence alone settles. */
export const PINNED_BY_OFFENCE: ReadonlySet<FieldName> = new Set(OFFENCE);
