import { upperAscii } from './text.js';

/** The word of a closed list that the text is, without regard to the case of A to Z; `null` for any other. */
export function readWord<const W extends string>(text: string, words: readonly W[]): W | null {
  const wanted = upperAscii(text);
  return words.find((word) => upperAscii(word) === wanted) ?? null;
}
