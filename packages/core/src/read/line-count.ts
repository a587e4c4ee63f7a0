/** Counts physical lines, once each, for messages: a person looks for them in an editor. */
export interface LineCount {
  /** The line in which a place of the text that is not consumed stands; places must come in order. */
  readonly at: (text: string, place: number) => number;
  /** The text up to here is done with. */
  readonly consume: (text: string, to: number) => void;
  /** Lines that were read elsewhere. */
  readonly skip: (lines: number) => void;
}

export function countLines(lineEnd: string): LineCount {
  let line = 1;
  let counted = 0;
  function count(text: string, to: number): void {
    for (let at = counted; at < to; at++) {
      at = text.indexOf(lineEnd, at);
      if (at < 0 || at >= to) break;
      line++;
    }
    counted = Math.max(counted, to);
  }
  return {
    at: (text, place) => {
      count(text, place);
      return line;
    },
    consume: (text, to) => {
      count(text, to);
      counted = 0;
    },
    skip: (lines) => void (line += lines),
  };
}
