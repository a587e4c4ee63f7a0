import { trim, upperAscii } from '../normalise/text.js';

/** A test for cells that are empty or hold a text that means so, whatever its case. */
export function blankTest(blanks: readonly string[]): (text: string) => boolean {
  if (blanks.length === 0) return (text) => text === '';
  const forms = new Set(['', ...blanks.map((blank) => upperAscii(trim(blank)))]);
  return (text) => text === '' || forms.has(text) || forms.has(upperAscii(text));
}
