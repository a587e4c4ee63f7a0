import type { ByteEncoding } from '../../decode/encoding.js';
import { type BlockReader, createByteRows } from './byte-rows.js';
import { createByteScanner } from './byte-scanner.js';
import type { LazyRowSink } from '../reader.js';
import type { LazyRow } from '../tokens.js';
import type { Delimiter } from './delimiter.js';
import { watchForHeaders } from './header-row.js';
import { TokenTable } from './token-table.js';

/** How the rows of a range are written, as was found out at the head of the file. */
export interface RangeDialect {
  readonly delimiter: Delimiter;
  readonly columns: readonly string[];
  readonly headerCells: number;
}

/** What became of a range of bytes. Places are counted from the block's first byte. */
export interface RangeReading {
  /** Where its first record was taken to begin. */
  readonly start: number;
  /** Where the first record begins that was not read. */
  readonly end: number;
  readonly records: number;
  /** Line ends in it. */
  readonly lines: number;
  /** Of XML and NDJSON: the characters behind the last line end, and the columns that no record has. */
  readonly tail?: number;
  readonly lacking?: readonly string[];
  /** Whether all records of the range were read; else the range is to be read as text. */
  readonly isCertain: boolean;
}

export interface RangeReader {
  /**
   * Reads the records that begin behind the block's first byte and before `limit`. Where the first of them
   * begins is a guess: whoever asks must compare `start` with where the records before it end.
   */
  readonly read: (block: Uint8Array, limit: number, encoding: ByteEncoding) => RangeReading;
}

const LF = 0x0a;

/** So much is read at a time: the text of a larger piece would outlive its rows in the engine's memory. */
const PIECE = 64 * 1024;

/** So many records in a row are no accident of the text of a narrative. */
const PROOF = 2;

/** A place at which records seem to begin, behind the first line end; the end of the block where there is none. */
function likelyStart(block: Uint8Array, { delimiter, headerCells }: RangeDialect): number {
  const { scan, end } = createByteScanner(delimiter.charCodeAt(0), headerCells);
  const bytes = block.subarray(0, block.lastIndexOf(LF) + 1);
  for (let line = bytes.indexOf(LF); line >= 0; line = bytes.indexOf(LF, line + 1)) {
    let at = line + 1;
    let found = 0;
    while (found < PROOF && at < bytes.length && scan(bytes, at) === 'record') {
      found++;
      at = end();
    }
    if (found === PROOF) return line + 1;
  }
  return block.length;
}

/** Reads records out of the middle of a CSV, as long as all of them are certain at a glance. */
export function createRangeReader(
  dialect: RangeDialect,
  reads: ReadonlySet<number>,
  lazy: LazyRowSink,
): RangeReader {
  const { columns, headerCells, delimiter } = dialect;
  const headers = watchForHeaders(columns);
  let records = 0;
  let lines = 0;
  const taker = {
    width: () => columns.length,
    headerCells: () => headerCells,
    isStopped: () => false,
    reads: () => reads,
    mayBeNone: headers.mayBeName,
    // Blank rows and headers are told by what stands before them.
    take: () => 'ragged' as const,
    tokens: () => lazy.tokens,
    often: () => lazy.often,
    takeRecord: (row: LazyRow) => {
      records++;
      lazy.row(row, records);
    },
  };
  const skipLines = (more: number) => void (lines += more);
  const readers = new Map<ByteEncoding, BlockReader>();
  const table = new TokenTable(lazy.tokens, headerCells);

  return {
    read: (block, limit, encoding) => {
      records = 0;
      lines = 0;
      const read = readers.get(encoding) ?? createByteRows({ delimiter, taker, skipLines }, encoding, table);
      readers.set(encoding, read);
      const start = likelyStart(block, dialect);
      if (start >= limit) return { start, end: start, records, lines, isCertain: true };
      let end = start;
      for (let size = PIECE; end < limit && end < block.length;) {
        const of = read(block.subarray(end, end + size), limit - end);
        end += of.end;
        if (of.isDoubtful) return { start, end, records, lines, isCertain: false };
        // A record that is longer than the piece; at the end of the block there is no more of it.
        if (of.end === 0 && end + size >= block.length) break;
        size = of.end === 0 ? size * 2 : PIECE;
      }
      return { start, end, records, lines, isCertain: true };
    },
  };
}
