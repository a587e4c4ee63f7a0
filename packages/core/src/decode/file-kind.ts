/** What a file is by its first bytes, as far as it concerns how it is read. */
export type FileKind =
  | { readonly kind: 'plain' | 'gzip' | 'zip' }
  | { readonly kind: 'other'; readonly what: string; readonly tables?: TableFile };

/** A file of tables, which a database engine reads. */
export type TableFile = 'parquet' | 'duckdb';

/** As many first bytes as tell. */
export const FILE_KIND_HEAD = 512;

const PLAIN: FileKind = { kind: 'plain' };

/** The first bytes of what is often sent in place of an extract, and what to do about it. */
const OTHERS: readonly (readonly [bytes: readonly number[], at: number, what: string])[] = [
  [
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    0,
    'an old office document, such as .xls; save it as CSV',
  ],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 0, 'a PDF; export the records as CSV'],
  [
    [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6f, 0x72, 0x6d, 0x61, 0x74],
    0,
    'a database; export it as CSV',
  ],
  [[0x75, 0x73, 0x74, 0x61, 0x72], 257, 'a tar archive; unpack it first'],
  [[0x28, 0xb5, 0x2f, 0xfd], 0, 'compressed by zstd; unpack it, or use gzip'],
  [[0x42, 0x5a, 0x68], 0, 'compressed by bzip2; unpack it, or use gzip'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], 0, 'compressed by xz; unpack it, or use gzip'],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 0, 'a 7z archive; unpack it, or use zip'],
  [[0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], 0, 'a RAR archive; unpack it, or use zip'],
];

const has = (head: Uint8Array, bytes: readonly number[], at = 0) =>
  bytes.every((byte, i) => head[at + i] === byte);

/** A text may begin with these three letters; bzip2 goes on with a level and the digits of pi. */
const isTextLikeBzip2 = (head: Uint8Array) =>
  has(head, [0x42, 0x5a, 0x68]) && !has(head, [0x31, 0x41, 0x59], 4);

const PARQUET = [0x50, 0x41, 0x52, 0x31, 0x15];
/** "DUCK", behind a checksum. */
const DUCKDB = [0x44, 0x55, 0x43, 0x4b];

/** A file of tables; `null` for any other. */
function tableFile(head: Uint8Array): FileKind | null {
  const what = (is: string) =>
    `${is}; check it with --engine duckdb on the command line, or export it as CSV`;
  if (has(head, PARQUET)) return { kind: 'other', tables: 'parquet', what: what('a Parquet file') };
  // A text may have the word there, but not the zeros of a version in 64 bits.
  const isDatabase = has(head, DUCKDB, 8) && has(head, [0, 0, 0, 0, 0, 0, 0], 13);
  return isDatabase ? { kind: 'other', tables: 'duckdb', what: what('a DuckDB database') } : null;
}

/** What a file is by its first bytes; text, and what is not known, is `plain`. */
export function fileKind(head: Uint8Array): FileKind {
  if (has(head, [0x1f, 0x8b])) return { kind: 'gzip' };
  // A file in it, or the directory of an empty one.
  if (has(head, [0x50, 0x4b, 3, 4]) || has(head, [0x50, 0x4b, 5, 6])) return { kind: 'zip' };
  if (isTextLikeBzip2(head)) return PLAIN;
  const table = tableFile(head);
  if (table !== null) return table;
  const other = OTHERS.find(([bytes, at]) => has(head, bytes, at));
  return other === undefined ? PLAIN : { kind: 'other', what: other[2] };
}
