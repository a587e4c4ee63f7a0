import { type Reading, readingOf } from '../facts/reading.js';
import type { RecordFacts } from '../facts/record-facts.js';
import { FIELD_INDEX, type FieldName } from '../model/fields.js';
import { type LazyRecord, NO_TOKEN } from '../model/lazy-record.js';
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
const WHOLE: readonly FieldName[] = [...OFFENCE, ...MARKERS, ...(Object.keys(WORDS) as FieldName[])];

/** The cell holds something that no key has. */
const NO_BITS = -1;

/** Three bits a marker; what a cell of more than one letter means is not in the key. */
function markerBits(cell: string | null): number {
  if (cell === 'N') return 2;
  if (cell === 'Y') return 3;
  if (cell === '') return 1;
  if (cell === null) return 0;
  if (cell === 'n') return 4;
  return cell === 'y' ? 5 : NO_BITS;
}

const textOf = (cell: string | null) => (cell === null ? '' : trim(cell));

/** What a column adds to the key. */
interface Part {
  readonly position: number;
  readonly width: number;
  readonly bitsOf: (cell: string | null) => number;
}

const MARKER_PARTS = MARKERS.map((marker): Part => ({
  position: FIELD_INDEX[marker],
  width: 3,
  bitsOf: markerBits,
}));

const OTHER_PARTS: readonly Part[] = [
  ...Object.entries(WORDS).map(([field, words]) => ({
    position: FIELD_INDEX[field as FieldName],
    width: 2,
    bitsOf: (cell: string | null) => words.indexOf(textOf(cell)),
  })),
  ...OFTEN_EMPTY.map((field) => ({
    position: FIELD_INDEX[field],
    width: 1,
    bitsOf: (cell: string | null) => (textOf(cell) === '' ? 1 : 0),
  })),
];

/** No key: a column holds something that no key has. */
export const NO_KEY = -1;

/** So many cells of a column are remembered by their token, which is more than there are words and flags. */
const REMEMBERED = 1024;
const NOT_YET = -2;

/** Makes keys of parts: bit after bit, each found out once for cells that are known to be the same. */
function keyOfParts(parts: readonly Part[]): (record: LazyRecord) => number {
  let numbering: object | null = null;
  const known = parts.map(() => new Int8Array(REMEMBERED).fill(NOT_YET));

  function bitsAt(i: number, { position, bitsOf }: Part, record: LazyRecord): number {
    const token = record.tokens[position] as number;
    const ofPart = known[i] as Int8Array;
    if (token === NO_TOKEN || token >= REMEMBERED) return bitsOf(record.cell(position));
    let bits = ofPart[token] as number;
    if (bits === NOT_YET) ofPart[token] = bits = bitsOf(record.cell(position));
    return bits;
  }

  return (record) => {
    if (record.numbering !== numbering) {
      numbering = record.numbering;
      for (const ofPart of known) ofPart.fill(NOT_YET);
    }
    let key = 0;
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i] as Part;
      const bits = bitsAt(i, part, record);
      if (bits === NO_BITS) return NO_KEY;
      key = (key << part.width) | bits;
    }
    return key;
  };
}

/** A record's key, beside its offence, in two parts; either is `NO_KEY` if the columns hold something that no key has. */
export interface Keys {
  readonly ofMarkers: (record: LazyRecord) => number;
  readonly ofOthers: (record: LazyRecord) => number;
}

export function createKeys(): Keys {
  return { ofMarkers: keyOfParts(MARKER_PARTS), ofOthers: keyOfParts(OTHER_PARTS) };
}

/** The columns that the key of the loaded record settles. */
export function pinnedByKey(record: RecordFacts): Reading {
  return readingOf([...WHOLE, ...OFTEN_EMPTY.filter((field) => record.text(field) === '')]);
}

/** The columns that the offence alone settles. */
export const PINNED_BY_OFFENCE: Reading = readingOf(OFFENCE);
