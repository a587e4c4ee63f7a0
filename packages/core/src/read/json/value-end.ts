/** Finds where a JSON value ends, as its text comes in; it looks at brackets and strings alone. */
export interface ValueEnd {
  /** Looks on from where it stopped; gives the place behind the value, or -1 if the text ends first. */
  readonly find: (text: string) => number;
  /** So many characters before the value were cut off the text. */
  readonly moved: (by: number) => void;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

function isEndOfScalar(code: number): boolean {
  // , ] } and white space
  return code === 0x2c || code === 0x5d || code === 0x7d || code <= 0x20;
}

/** For the value that starts at this place of the text. */
export function valueEnd(start: number): ValueEnd {
  let at = start;
  let depth = 0;
  let inString = false;
  return {
    moved: (by) => void (at -= by),
    find: (text) => {
      for (; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (inString) {
          if (code === BACKSLASH) at++;
          else if (code === QUOTE) {
            inString = false;
            if (depth === 0) return at + 1;
          }
        } else if (code === QUOTE) {
          inString = true;
        } else if (code === 0x5b || code === 0x7b) {
          depth++;
        } else if ((code === 0x5d || code === 0x7d) && depth > 0) {
          depth--;
          if (depth === 0) return at + 1;
        } else if (depth === 0 && isEndOfScalar(code)) {
          return at;
        }
      }
      return -1;
    },
  };
}
