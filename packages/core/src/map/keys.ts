import { FIELD_INDEX } from '../model/fields.js';
import type { LazyRecord } from '../model/lazy-record.js';
import { trim } from '../normalise/text.js';
import type { InputNotice } from '../read/reader.js';
import type { LazyRow } from '../read/tokens.js';
import { type Mapping, NO_COLUMN } from './mapping.js';

/** The first and last key of records that were watched elsewhere. */
export interface PassedKeys {
  readonly firstKey: string;
  readonly lastKey: string;
}

export interface KeyWatch {
  /** `from` is the row that the record was made of, where it was made of one. */
  readonly look: (record: LazyRecord, row: number, from?: LazyRow) => void;
  /** Goes on behind records that were watched elsewhere; their first row is compared with the one before it. */
  readonly passBy: (passed: PassedKeys, row: number) => void;
  /** The keys of the first and of the last record since it was last asked; the next is again a first one. */
  readonly take: () => PassedKeys;
}

/** A longer key is compared as a text. */
const LONGEST_PLAIN = 64;

function isSame(left: Uint8Array, right: Uint8Array, length: number): boolean {
  for (let i = 0; i < length; i++) if (left[i] !== right[i]) return false;
  return true;
}

/**
 * Watches the key of each record: one that is empty, or the same as in the row before, is said. Where keys
 * are cells as they are, nearly every one is seen to be another by its characters, and never becomes a text.
 */
export function createKeyWatch(
  mapping: Mapping,
  notice: (notice: Omit<InputNotice, 'file'>) => void,
): KeyWatch {
  const column = mapping.columnOf('crimeReference');
  const { from: places, isCopy } = mapping.cells[FIELD_INDEX.crimeReference] ?? NO_COLUMN;
  const place = isCopy === true ? (places[0] ?? -1) : -1;
  let first: string | null = null;
  /** The last key: its characters, where `plain` is more than 0, and else the text. */
  let before: string | null = null;
  let plain = 0;
  let last = new Uint8Array(LONGEST_PLAIN);
  let spare = new Uint8Array(LONGEST_PLAIN);

  const keyBefore = () => (plain > 0 ? String.fromCharCode(...last.subarray(0, plain)) : before);

  function keep(length: number): void {
    [last, spare] = [spare, last];
    plain = length;
  }

  function sayRepeated(row: number): void {
    notice({
      row,
      column,
      problem: 'the crime reference is the same as in the row before',
      done: 'both rows were checked as records of their own; a profile can merge them',
    });
  }

  return {
    look: (record, row, from) => {
      const length = from === undefined || place < 0 ? 0 : from.copyPlain(place, spare);
      if (length > 0 && plain > 0 && (length !== plain || !isSame(last, spare, length))) {
        keep(length);
        return;
      }
      const cell = record.cell(FIELD_INDEX.crimeReference);
      if (cell === null) return;
      const key = trim(cell);
      first ??= key;
      if (key === '') {
        notice({
          row,
          column,
          problem: 'the crime reference is empty',
          done: 'the record was checked; its findings cannot be followed from run to run',
        });
      } else if (key === keyBefore()) {
        sayRepeated(row);
      }
      before = key;
      keep(length);
    },
    passBy: ({ firstKey, lastKey }, row) => {
      if (firstKey !== '' && firstKey === keyBefore()) sayRepeated(row);
      before = lastKey;
      plain = 0;
    },
    take: () => {
      const keys = { firstKey: first ?? '', lastKey: keyBefore() ?? '' };
      first = null;
      before = null;
      plain = 0;
      return keys;
    },
  };
}

/** Watches for a key that stood anywhere before, in any file of the run: its memory grows with the records. */
export function createRepeatWatch(
  notice: (notice: InputNotice) => void,
): (record: LazyRecord, row: number, file: string) => void {
  const seen = new Set<string>();
  let before: string | null = null;
  return (record, row, file) => {
    const key = trim(record.cell(FIELD_INDEX.crimeReference) ?? '');
    // A key that is empty, or the same as in the row before, is said by the other watch.
    if (key !== '' && key !== before && seen.has(key)) {
      notice({
        file,
        row,
        column: 'crimeReference',
        problem: 'the crime reference stood in an earlier row',
        done: 'both rows were checked as records of their own; a profile can merge them',
      });
    }
    seen.add(key);
    before = key;
  };
}
