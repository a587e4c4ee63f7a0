import { trim, upperAscii } from '../normalise/text.js';

/** What is longer is a text and no code. */
const LONGEST_CODE = 64;

/** So many spellings are remembered: an extract has few codes and many records. */
const REMEMBERED = 1000;

/** What a code means, whatever its case; `undefined` if it is not named. */
export function createCodeBook<T>(codes: Readonly<Record<string, T>>): (code: string) => T | undefined {
  const meanings = new Map(Object.entries(codes).map(([code, meaning]) => [upperAscii(trim(code)), meaning]));
  const read = new Map<string, T | undefined>();
  return (code) => {
    if (read.has(code)) return read.get(code);
    const meaning = meanings.get(upperAscii(code));
    if (read.size < REMEMBERED && code.length <= LONGEST_CODE) read.set(code, meaning);
    return meaning;
  };
}

export interface CodeCount {
  readonly code: string;
  readonly count: number;
}

/** So many different codes are counted; a column with more holds no codes but texts. */
const MOST_CODES = 1000;

/** Counts codes. */
export function createCodeCounter(): {
  readonly add: (code: string) => void;
  /** The most frequent first, then by code. */
  readonly counts: () => readonly CodeCount[];
} {
  const counts = new Map<string, number>();
  return {
    add: (text) => {
      const code = text.slice(0, LONGEST_CODE);
      const before = counts.get(code);
      if (before !== undefined || counts.size < MOST_CODES) counts.set(code, (before ?? 0) + 1);
    },
    counts: () =>
      [...counts]
        .map(([code, count]) => ({ code, count }))
        .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
  };
}
