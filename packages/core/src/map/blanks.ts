import { trim, upperAscii } from '../normalise/text.js';

/** The texts that mean an empty cell, in upper case; the empty text is the first. */
export function blankForms(blanks: readonly string[]): readonly string[] {
  return [...new Set(['', ...blanks.map((blank) => upperAscii(trim(blank)))])];
}

/** A test for cells that are empty or hold a text that means so, whatever its case. */
export function blankTest(blanks: readonly string[]): (text: string) => boolean {
  if (blanks.length === 0) return (text) => text === '';
  const forms = new Set(blankForms(blanks));
  const lengths = new Set([...forms].map((form) => form.length));
  // Nearly every cell has another length than NULL: only the others are looked at letter by letter.
  return (text) => lengths.has(text.length) && (forms.has(text) || forms.has(upperAscii(text)));
}
