/** What became of a record. `open`: the bytes end before it does; `doubtful`: only the slower reader can tell. */
export type Scan = 'record' | 'open' | 'doubtful';

const LF = 0x0a;
const CR = 0x0d;
export const QUOTE = 0x22;

/** Marks of a cell. */
export const DOUBLED = 1;
/** It holds line ends. */
export const LINES = 2;
/** It holds bytes that are not ASCII. */
export const HIGH = 4;

/** Finds where the cells of one record after the other begin and end. */
export interface ByteScanner {
  /** Looks at the record that begins at `from`. The bytes end with LF. */
  readonly scan: (bytes: Uint8Array, from: number) => Scan;
  /** By column: where its text begins and ends, and what it holds. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly marks: Uint8Array;
  /** Where the next record begins. */
  readonly end: () => number;
  /** Line ends within the record. */
  readonly lines: () => number;
  /** Whether it holds bytes that are not ASCII. */
  readonly isHigh: () => boolean;
}

/**
 * A scanner of records of RFC 4180 with so many cells each, over bytes of an encoding that ASCII is a
 * part of. It gives up on whatever else it meets: another number of cells, NUL, a quotation mark that is
 * followed by something else than the end of its cell. Each byte is looked at once.
 */
export function createByteScanner(delimiter: number, width: number): ByteScanner {
  const starts = new Int32Array(width);
  const ends = new Int32Array(width);
  const marks = new Uint8Array(width);
  const stops = new Uint8Array(256);
  for (const byte of [0, LF, delimiter]) stops[byte] = 1;
  const last = width - 1;
  let end = 0;
  let lines = 0;
  let high = 0;

  /** The quoted cell whose text begins at `from`; gives where its closing mark stands, or -1, or -2 for NUL. */
  function scanQuoted(bytes: Uint8Array, from: number, column: number): number {
    let at = from;
    let all = 0;
    let mark = 0;
    for (; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      all |= byte;
      if (byte === QUOTE) {
        if (bytes[at + 1] !== QUOTE) break;
        mark |= DOUBLED;
        at++;
      } else if (byte === LF) {
        mark |= LINES;
        lines++;
      } else if (byte === 0) return -2;
    }
    if (at >= bytes.length) return -1;
    starts[column] = from;
    ends[column] = at;
    marks[column] = all > 0x7f ? mark | HIGH : mark;
    high |= all;
    return at;
  }

  /** The cell without quotation marks that begins at `from`; gives where it ends. */
  function scanPlain(bytes: Uint8Array, from: number, column: number): number {
    let at = from;
    let all = 0;
    let byte = bytes[at] as number;
    while (stops[byte] === 0) {
      all |= byte;
      byte = bytes[++at] as number;
    }
    starts[column] = from;
    ends[column] = at;
    marks[column] = all > 0x7f ? HIGH : 0;
    high |= all;
    return at;
  }

  return {
    scan: (bytes, from) => {
      let at = from;
      lines = 0;
      high = 0;
      for (let column = 0; column < width; column++) {
        if (at >= bytes.length) return 'open';
        if (bytes[at] === QUOTE) {
          at = scanQuoted(bytes, at + 1, column);
          if (at < 0) return at === -1 ? 'open' : 'doubtful';
          at++;
          if (column === last && bytes[at] === CR) at++;
        } else {
          at = scanPlain(bytes, at, column);
        }
        if (bytes[at] !== (column === last ? LF : delimiter)) return 'doubtful';
        at++;
      }
      // Lines end with CRLF as well: the CR is not a part of the last cell.
      const cellEnd = ends[last] as number;
      if (cellEnd > (starts[last] as number) && bytes[cellEnd - 1] === CR) ends[last] = cellEnd - 1;
      end = at;
      return 'record';
    },
    starts,
    ends,
    marks,
    end: () => end,
    lines: () => lines,
    isHigh: () => high > 0x7f,
  };
}
