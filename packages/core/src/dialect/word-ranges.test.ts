import { describe, expect, it } from 'vitest';
import { LETTERS_AND_NUMBERS } from './word-ranges.js';

/** Whether a newer edition of Unicode than that of the list may have made a letter of it. */
const IS_NEWER = Number(process.versions['unicode']) > 17;

describe('the list of letters and numbers', () => {
  it('holds those that JavaScript knows, and no other', () => {
    const listed = new Uint8Array(0x110000);
    for (const range of LETTERS_AND_NUMBERS.trim().split(/\s+/)) {
      const [from = 0, to = from] = range.split('-').map((hex) => parseInt(hex, 16));
      listed.fill(1, from, to + 1);
    }
    const wrong: string[] = [];
    for (let code = 0x80; code < 0x110000; code++) {
      const character = String.fromCodePoint(code);
      const isAssigned = !/\p{Cn}/u.test(character);
      const isWord = /[\p{L}\p{N}]/u.test(character);
      // An older Node does not know the newest letters yet: to it they are not assigned.
      if (isAssigned && isWord !== (listed[code] === 1) && !(IS_NEWER && isWord))
        wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });
});
