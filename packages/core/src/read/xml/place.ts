/** Where the parser stands in the file, part of which it has not been given. */
export interface Place {
  /** `line 3, column 7` */
  readonly said: () => string;
  /** A piece of the text that goes by the parser; it has no characters of two units. */
  readonly skip: (text: string, from: number, to: number) => void;
}

export function createPlace(parser: { readonly line: number; readonly column: number }): Place {
  let lines = 0;
  /** How far columns of the parser's line `at` are behind those of the file. */
  let columns = 0;
  let at = 1;
  return {
    said: () => {
      const column = parser.column + (parser.line === at ? columns : 0) + 1;
      return `line ${parser.line + lines}, column ${column}`;
    },
    skip: (text, from, to) => {
      if (parser.line !== at) [at, columns] = [parser.line, 0];
      let last = -1;
      for (let end = text.indexOf('\n', from); end >= 0 && end < to; end = text.indexOf('\n', end + 1)) {
        lines++;
        last = end;
      }
      columns = last < 0 ? columns + to - from : to - last - 1 - parser.column;
    },
  };
}
