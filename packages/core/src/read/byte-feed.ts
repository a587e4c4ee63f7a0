import type { Decoder } from '../decode/decoder.js';
import { joined, type ByteEncoding } from '../decode/encoding.js';
import { encodeWindows1252 } from '../decode/windows-1252.js';
import { type BlockReader, createByteRows } from './csv/byte-rows.js';
import type { Delimiter } from './csv/delimiter.js';
import { TokenTable } from './csv/token-table.js';
import type { Reader, ReleasedRows, TextPlace } from './reader.js';

/** How bytes reach a reader. */
export interface ByteFeed {
  readonly write: (bytes: Uint8Array) => void;
  /** Hands on what is left; the reader can be ended then. */
  readonly end: () => void;
  /** Where it stands between two records, so that others can read on; `null` where it does not. */
  readonly place: () => RangePlace | null;
  /** Goes on behind rows that were read elsewhere; the bytes that it held belong to them. */
  readonly passBy: (passed: PassedRows) => void;
}

/** A place in a CSV at which a row begins, and how those behind it are written. */
export interface CsvPlace {
  /** Bytes that were handed over and are not read: what is behind them begins so much earlier. */
  readonly open: number;
  readonly encoding: ByteEncoding;
  readonly delimiter: Delimiter;
  readonly columns: readonly string[];
  readonly headerCells: number;
  /** The number of the row before. */
  readonly row: number;
}

/** A place in a file behind which others can read. */
export type RangePlace = CsvPlace | TextPlace;

/** Rows that were read elsewhere: all of them records. */
export interface PassedRows {
  readonly records: number;
  readonly lines: number;
  /** Of XML and NDJSON: how many characters stand behind the last line end, or there are. */
  readonly tail?: number;
  /** Of XML and NDJSON: the columns that no record of them has. */
  readonly lacking?: readonly string[];
}

export interface ByteFeedOptions {
  /** After so many bytes read as text it is tried whether the rest can be read as bytes; 0 never tries. */
  readonly textFirst?: number;
}

const TEXT_FIRST = 64 * 1024;

/** So much is read at a time: the text of a larger block would outlive its rows in the engine's memory. */
const BLOCK = 64 * 1024;

/** A record that is not whole after so many bytes is not one that can be told at a glance. */
const LONGEST_OPEN = 1024 * 1024;

const NO_BYTES = new Uint8Array(0);
const UTF_8 = new TextEncoder();

function encoded(text: string, encoding: ByteEncoding): Uint8Array {
  return encoding === 'windows-1252' ? encodeWindows1252(text) : UTF_8.encode(text);
}

/**
 * Feeds a reader by its decoder: bytes → text → rows. Where a CSV is between two rows and all is
 * certain, rows are read straight from the bytes, which is much quicker and gives the same rows, until
 * one comes that is doubtful: it goes the long way, and so does what follows until all is certain again.
 */
export function createByteFeed(decoder: Decoder, reader: Reader, options: ByteFeedOptions = {}): ByteFeed {
  const { textFirst = TEXT_FIRST } = options;
  const blockReaders = new Map<ByteEncoding, BlockReader>();
  let readBlock: BlockReader | null = null;
  let table: TokenTable | null = null;
  let released: { readonly rows: ReleasedRows; readonly encoding: ByteEncoding } | null = null;
  /** The block that is read, used again for the next: the first `open` bytes are of a record that is not whole. */
  let buffer: Uint8Array = NO_BYTES;
  let open = 0;
  /** Bytes that were handed over and given back by a reader of text. */
  let held: Uint8Array = NO_BYTES;
  /** How many bytes go the long way before the other is tried; twice as many each time that it is not to be had. */
  let patience = textFirst;
  let until = textFirst;

  /** Puts bytes behind those that are open. */
  function hold(bytes: Uint8Array): void {
    const length = open + bytes.length;
    if (buffer.length < length) {
      const larger = new Uint8Array(2 * length);
      larger.set(buffer.subarray(0, open));
      buffer = larger;
    }
    buffer.set(bytes, open);
    open = length;
  }

  /** Tries to read rows from bytes from here on; the text and bytes that are not read yet come along. */
  function tryBytes(): void {
    const rows = reader.release?.() ?? null;
    if (rows === null) {
      patience *= 2;
    } else {
      const bytes = decoder.release();
      if (bytes === null) {
        reader.write(rows.text);
        patience *= 2;
      } else {
        const { encoding } = bytes;
        released = { rows, encoding };
        table ??= new TokenTable(rows.taker.tokens(), rows.taker.headerCells());
        readBlock = blockReaders.get(encoding) ?? createByteRows(rows, encoding, table);
        blockReaders.set(encoding, readBlock);
        open = 0;
        hold(encoded(rows.text, encoding));
        hold(bytes.bytes);
      }
    }
    until = patience;
  }

  /** Reads a piece as text; gives what is left of it. */
  function readText(bytes: Uint8Array): Uint8Array {
    if (textFirst === 0) {
      reader.write(decoder.write(bytes));
      return NO_BYTES;
    }
    const piece = bytes.subarray(0, until);
    reader.write(decoder.write(piece));
    until -= piece.length;
    if (until === 0) tryBytes();
    return bytes.subarray(piece.length);
  }

  function readBytes(bytes: Uint8Array, read: BlockReader): Uint8Array {
    const piece = bytes.subarray(0, BLOCK);
    const behind = bytes.subarray(piece.length);
    hold(piece);
    const { end, isDoubtful } = read(buffer.subarray(0, open));
    if (!isDoubtful && open - end <= LONGEST_OPEN) {
      buffer.copyWithin(0, end, open);
      open -= end;
      return behind;
    }
    const rest = buffer.slice(end, open);
    open = 0;
    readBlock = null;
    // The row that is doubtful has to be behind before this is tried again.
    patience = end > 0 ? textFirst : patience * 2;
    until = patience;
    return joined(rest, behind);
  }

  /** Where a reader of text stands, if it has a place at which others can read on. */
  function pause(): TextPlace | null {
    const paused = reader.pause?.() ?? null;
    if (paused === null) return null;
    const { text, ...place } = paused;
    const bytes = decoder.release();
    if (bytes === null) {
      reader.write(text);
      return null;
    }
    const { encoding } = bytes;
    held = joined(held, joined(encoded(text, encoding), bytes.bytes));
    return { ...place, open: held.length, encoding };
  }

  /** The bytes that come, behind those that were given back. */
  function withHeld(bytes: Uint8Array): Uint8Array {
    if (held.length === 0) return bytes;
    const all = joined(held, bytes);
    held = NO_BYTES;
    return all;
  }

  return {
    write: (bytes) => {
      let rest = withHeld(bytes);
      while (rest.length > 0) rest = readBlock === null ? readText(rest) : readBytes(rest, readBlock);
    },
    end: () => {
      const rest = withHeld(buffer.slice(0, open));
      open = 0;
      readBlock = null;
      if (rest.length > 0) reader.write(decoder.write(rest));
      reader.write(decoder.end());
    },
    place: () => {
      if (readBlock === null || released === null) return pause();
      if (released.rows.taker.isStopped()) return null;
      const { rows, encoding } = released;
      const { delimiter, taker } = rows;
      return {
        open,
        encoding,
        delimiter,
        columns: taker.columns(),
        headerCells: taker.headerCells(),
        row: taker.row(),
      };
    },
    passBy: (passed) => {
      released?.rows.taker.passBy(passed.records);
      released?.rows.skipLines(passed.lines);
      reader.passBy?.(passed);
      open = 0;
      held = NO_BYTES;
    },
  };
}
