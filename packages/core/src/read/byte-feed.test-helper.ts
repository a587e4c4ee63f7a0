import { createDecoder, type DecodingReport } from '../decode/decoder.js';
import { createByteFeed } from './byte-feed.js';
import { openReader } from './open-reader.js';
import type { InputNotice, ReadingReport } from './reader.js';

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
 * columns that are looked at.
 */
export function readBytes(
  bytes: Uint8Array,
  textFirst: number,
  step = Infinity,
  reads?: ReadonlySet<number>,
): ReadBytes {
  let header: readonly string[] | null = null;
  const rows: [number, ...string[]][] = [];
  const notices: Omit<InputNotice, 'file'>[] = [];
  const decoder = createDecoder();
  const sink = {
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
