import { trim, upperAscii } from '../normalise/text.js';

/** A test for cells that are empty or hold a text that means so, whatever its case. */
export function blankTest(blanks: readonly string[]): (text: string) => boolean {
  if (blanks.length === 0) return (text) => text === '';
  const forms = new Set(['', ...blanks.map((blank) => upperAscii(trim(blank)))]);
  const lengths = new Set([...forms].map((form) => form.length));
  // Nearly every cell has another length than NULL: only the others are looked at letter by letter.
  return (text) => lengths.has(text.length) && (forms.has(text) || forms.has(upperAscii(text)));
}
