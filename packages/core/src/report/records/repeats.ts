import { copyOf } from '../../normalise/kept.js';

/** How many texts are remembered at most: where there are more, they do not repeat. */
const REMEMBERED = 2_000;

/**
 * Writes texts that stand in many lines: how each is written is found out once.
 */
export function createRepeats(write: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    let written = known.get(text);
    if (written === undefined) {
      if (known.size >= REMEMBERED) known.clear();
      written = copyOf(write(text));
      known.set(copyOf(text), written);
    }
    return written;
  };
}
