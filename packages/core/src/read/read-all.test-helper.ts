import type { InputNotice, Reader, ReadingReport, RowSink } from './reader.js';

export interface ReadAll extends ReadingReport {
  readonly header: readonly string[] | null;
  readonly rows: readonly (readonly [row: number, ...cells: string[]])[];
  readonly notices: readonly Omit<InputNotice, 'file'>[];
}

/** Everything that a reader makes of a text, which comes in pieces of `step` characters. */
export function readAll(open: (sink: RowSink) => Reader, text: string, step = Infinity): ReadAll {
  let header: readonly string[] | null = null;
  const rows: [number, ...string[]][] = [];
  const notices: Omit<InputNotice, 'file'>[] = [];
  const reader = open({
    header: (columns) => {
      if (header !== null) throw new Error('a second header');
      header = columns;
    },
    row: (cells, row) => void rows.push([row, ...cells]),
    notice: (notice) => void notices.push(notice),
  });
  if (step >= text.length) reader.write(text);
  else for (let at = 0; at < text.length; at += step) reader.write(text.slice(at, at + step));
  return { ...reader.end(), header, rows, notices };
}
