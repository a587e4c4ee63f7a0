/** Where the parser stands in the file, part of which it has not been given. */
export interface Place {
  /** `line 3, column 7` */
  readonly said: () => string;
  /** A piece of the text that goes by the parser; it has no characters of two units. */
  readonly skip: (text: string, from: number, to: number) => void;
  /** The same of a text of so many line ends, and so many characters behind the last one. */
  readonly skipLines: (ends: number, tail: number) => void;
}

export function createPlace(parser: { readonly line: number; readonly column: number }): Place {
  let lines = 0;
  /** How far columns of the parser's line `at` are behind those of the file. */
  let columns = 0;
  let at = 1;
  function skipLines(ends: number, tail: number): void {
    if (parser.line !== at) [at, columns] = [parser.line, 0];
    lines += ends;
    columns = ends === 0 ? columns + tail : tail - parser.column;
  }

  return {
    skipLines,
    said: () => {
      const column = parser.column + (parser.line === at ? columns : 0) + 1;
      return `line ${parser.line + lines}, column ${column}`;
    },
    skip: (text, from, to) => {
      let ends = 0;
      let last = from - 1;
      for (let end = text.indexOf('\n', from); end >= 0 && end < to; end = text.indexOf('\n', end + 1)) {
        ends++;
        last = end;
      }
      skipLines(ends, to - last - 1);
    },
  };
}
