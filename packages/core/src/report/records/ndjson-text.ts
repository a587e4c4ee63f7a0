import type { LineColumn, LineFile } from './line-file.js';
import { createRepeats } from './repeats.js';

function writerOf<T>({ name, cell, repeats }: LineColumn<T>): (item: T) => string {
  const key = `${JSON.stringify(name)}:`;
  const quote = (text: string) => JSON.stringify(text);
  const write = repeats ? createRepeats(quote) : quote;
  return (item) => {
    const value = cell(item);
    return key + (typeof value === 'string' ? write(value) : String(value));
  };
}

/** One JSON object a line, by its keys; `rest` writes the keys whose values are more than a text or a number. */
export function ndjsonFile<T>(
  name: string,
  columns: readonly LineColumn<T>[],
  rest: (item: T) => string,
): LineFile<T> {
  const writers = columns.map(writerOf);
  return {
    name,
    start: () => '',
    line: (item) => {
      let line = '{';
      for (const write of writers) line += `${write(item)},`;
      return `${line}${rest(item)}}\n`;
    },
  };
}
