export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What the bytes were taken for, and why. */
export interface DecodingReport {
  readonly encoding: Encoding;
  readonly because: string;
  /** Characters that could not be decoded: each stands as U+FFFD in the text. */
  readonly damaged: number;
  /** Why the encoding may be wrong although nothing is damaged, else `null`. */
  readonly doubt: string | null;
  /** Whether the encoding is one that is not read here, for the reason that `doubt` says. */
  readonly refused: boolean;
}

/** Turns bytes of one encoding into text, chunk by chunk; the cuts between chunks make no difference. */
export interface EncodingDecoder {
  readonly write: (bytes: Uint8Array) => string;
  readonly end: () => string;
  /** Characters that could not be decoded so far. */
  readonly damaged: () => number;
  /** Gives back the bytes of a character that is not whole yet; an encoding of pairs of bytes has none to give. */
  readonly release?: () => Uint8Array;
}

/** How bytes are read of which ASCII is a part; `ascii` while nothing else was seen: the first other byte decides. */
export type ByteEncoding = 'ascii' | 'utf-8' | 'windows-1252';

/** Bytes that a decoder gives back, and how they and those behind them are to be read. */
export interface ReleasedBytes {
  readonly encoding: ByteEncoding;
  readonly bytes: Uint8Array;
}

/** What stands for a character that could not be decoded. */
export const REPLACEMENT = '\uFFFD';

/** Two runs of bytes as one; a copy only where both hold something. */
export function joined(left: Uint8Array, right: Uint8Array): Uint8Array {
  if (left.length === 0) return right;
  if (right.length === 0) return left;
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}

/**
 * Bytes of their own, because whoever reads a file may use its buffer again. Not `slice`: that of a Buffer of Node
 * is a view of the same memory.
 */
export function copyOf(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes);
}

/** Bytes that wait until there are enough of them; they are put together once. */
export interface Waiting {
  readonly length: () => number;
  readonly add: (bytes: Uint8Array) => void;
  /** All of them; then there are none. */
  readonly take: () => Uint8Array;
}

export function createWaiting(): Waiting {
  let parts: Uint8Array[] = [];
  let length = 0;
  return {
    length: () => length,
    add: (bytes) => {
      parts.push(copyOf(bytes));
      length += bytes.length;
    },
    take: () => {
      const all = new Uint8Array(length);
      let at = 0;
      for (const part of parts) {
        all.set(part, at);
        at += part.length;
      }
      parts = [];
      length = 0;
      return all;
    },
  };
}

/** UTF-16 code units as text; a few thousand at most, since each is an argument of the call. */
export function textOf(units: Uint16Array): string {
  return String.fromCharCode.apply(null, units as unknown as number[]);
}
