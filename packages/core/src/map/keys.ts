import { type Cells, FIELD_INDEX } from '../model/fields.js';
import { trim } from '../normalise/text.js';
import type { InputNotice } from '../read/reader.js';

/** The first and last key of records that were watched elsewhere. */
export interface PassedKeys {
  readonly firstKey: string;
  readonly lastKey: string;
}

export interface KeyWatch {
  readonly look: (cells: Cells, row: number) => void;
  /** Goes on behind records that were watched elsewhere; their first row is compared with the one before it. */
  readonly passBy: (passed: PassedKeys, row: number) => void;
  /** The keys of the first and of the last record. */
  readonly seen: () => PassedKeys;
}

/** Watches the key of each record: one that is empty, or the same as in the row before, is said. */
export function createKeyWatch(
  column: string,
  notice: (notice: Omit<InputNotice, 'file'>) => void,
): KeyWatch {
  let first: string | null = null;
  let before: string | null = null;

  function sayRepeated(row: number): void {
    notice({
      row,
      column,
      problem: 'the crime reference is the same as in the row before',
      done: 'both rows were checked as records of their own; a profile can merge them',
    });
  }

  return {
    look: (cells, row) => {
      const cell = cells[FIELD_INDEX.crimeReference];
      if (cell === null || cell === undefined) return;
      const key = trim(cell);
      first ??= key;
      if (key === '') {
        notice({
          row,
          column,
          problem: 'the crime reference is empty',
          done: 'the record was checked; its findings cannot be followed from run to run',
        });
      } else if (key === before) {
        sayRepeated(row);
      }
      before = key;
    },
    passBy: ({ firstKey, lastKey }, row) => {
      if (firstKey !== '' && firstKey === before) sayRepeated(row);
      before = lastKey;
    },
    seen: () => ({ firstKey: first ?? '', lastKey: before ?? '' }),
  };
}

/** Watches for a key that stood anywhere before, in any file of the run: its memory grows with the records. */
export function createRepeatWatch(
  notice: (notice: InputNotice) => void,
): (cells: Cells, row: number, file: string) => void {
  const seen = new Set<string>();
  let before: string | null = null;
  return (cells, row, file) => {
    const key = trim(cells[FIELD_INDEX.crimeReference] ?? '');
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
