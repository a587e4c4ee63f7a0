import { createDecoder, type DecodingReport } from '../decode/decoder.js';
import { createByteFeed } from './byte-feed.js';
import { openReader } from './open-reader.js';
import { NO_TOKEN } from '../model/lazy-record.js';
import type { InputNotice, ReadingReport, RowSink } from './reader.js';
import { type LazyRow, Tokens } from './tokens.js';

export interface ReadBytes {
  readonly header: readonly string[] | null;
  readonly rows: readonly (readonly [row: number, ...cells: string[]])[];
  readonly notices: readonly Omit<InputNotice, 'file'>[];
  readonly reading: ReadingReport;
  readonly decoding: DecodingReport;
}

/**
 * Everything that is made of the bytes of a CSV, which come in pieces of `step`. `textFirst` is after how
 * many bytes it is tried whether they can be read as they are; 0 reads all of them as text. `reads` are the
 * columns that are looked at; `isLazy` takes rows whose cells become texts when they are asked for, and
 * fails where a token stands for two texts.
 */
export function readBytes(
  bytes: Uint8Array,
  textFirst: number,
  step = Infinity,
  reads?: ReadonlySet<number>,
  isLazy = false,
): ReadBytes {
  let header: readonly string[] | null = null;
  const rows: [number, ...string[]][] = [];
  const notices: Omit<InputNotice, 'file'>[] = [];
  const decoder = createDecoder();
  const tokens = new Tokens();
  const texts = new Map<string, string>();
  const takeLazy = (row: LazyRow, number: number) => {
    const cells = (header ?? []).map((_, column) => row.text(column));
    cells.forEach((text, column) => {
      const token = row.tokens[column] ?? NO_TOKEN;
      if (token === NO_TOKEN) return;
      const known = texts.get(`${column}:${token}`) ?? text;
      if (known !== text) throw new Error(`token ${token} of column ${column} stands for two texts`);
      texts.set(`${column}:${token}`, text);
    });
    rows.push([number, ...cells]);
  };
  const sink: RowSink = {
    ...(isLazy ? { lazy: () => ({ tokens, often: new Set((header ?? []).keys()), row: takeLazy }) } : {}),
    header: (columns: readonly string[]) => void (header = columns),
    reads: () => reads,
    row: (cells: readonly string[], row: number) => void rows.push([row, ...cells]),
    notice: (notice: Omit<InputNotice, 'file'>) => void notices.push(notice),
  };
  const reader = openReader(sink, { name: 'extract.csv', format: 'csv', columns: [] }, () => undefined);
  const feed = createByteFeed(decoder, reader, { textFirst });
  for (let at = 0; at < bytes.length; at += step) feed.write(bytes.subarray(at, at + step));
  feed.end();
  const reading = reader.end();
  return { header, rows, notices, reading, decoding: decoder.report() };
}
