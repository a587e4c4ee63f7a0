import type { InputNotice } from '../../read/reader.js';

/** How the crime references fit. */
export interface KeyFit {
  readonly rows: number;
  readonly empty: number;
  /** Rows whose reference is that of the row before. */
  readonly repeatedNext: number;
  /** Rows whose reference stood in an earlier row that is not the one before. */
  readonly repeatedLater: number;
  /** Rows that became a part of the record of an earlier row. */
  readonly merged: number;
}

export interface KeyFitting {
  readonly row: (key: string) => void;
  readonly record: () => void;
  readonly isKeyNotice: (notice: InputNotice) => boolean;
  readonly result: () => KeyFit;
}

/** Counts crime references that are empty or repeat; memory grows with them. */
export function createKeyFit(isMerging: boolean): KeyFitting {
  const seen = new Set<string>();
  let before: string | null = null;
  let rows = 0;
  let records = 0;
  let empty = 0;
  let repeatedNext = 0;
  let repeatedLater = 0;
  return {
    row: (key) => {
      rows++;
      if (key === '') empty++;
      else if (key === before) repeatedNext++;
      else if (seen.has(key)) repeatedLater++;
      seen.add(key);
      before = key;
    },
    record: () => {
      records++;
    },
    // They are counted here.
    isKeyNotice: ({ problem }) => problem.startsWith('the crime reference is'),
    result: () => ({ rows, empty, repeatedNext, repeatedLater, merged: isMerging ? rows - records : 0 }),
  };
}
