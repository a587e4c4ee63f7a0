import type { LineFile } from '@markercheck/core';
import type { RunFile } from '../protocol.js';

/** So many bytes are collected before they leave the script's memory: browsers keep large Blobs on disk. */
const PIECE = 4 * 1024 * 1024;

/** A character of JavaScript takes at most so many bytes of UTF-8. */
const MOST_BYTES = 3;

const ENCODER = new TextEncoder();

/** A file of a run while it is written. */
export interface BlobFile {
  readonly write: (text: string) => void;
  readonly end: () => RunFile;
}

/** Texts are bytes at once: one that waits keeps what it was cut from, such as a block of the extract. */
export function createBlobFile(name: string, about: string): BlobFile {
  const type = name.endsWith('.json') ? 'application/json' : 'text/plain';
  const pieces: Blob[] = [];
  let piece = new Uint8Array(64 * 1024);
  let filled = 0;
  const flush = (): void => {
    if (filled > 0) pieces.push(new Blob([piece.subarray(0, filled)]));
    filled = 0;
  };
  /** Makes room for so many bytes, in a piece that grows as far as it may. */
  const makeRoom = (bytes: number): void => {
    if (filled + bytes <= piece.length) return;
    if (piece.length >= PIECE) flush();
    if (filled + bytes <= piece.length) return;
    const larger = new Uint8Array(Math.max(2 * piece.length, filled + bytes));
    larger.set(piece.subarray(0, filled));
    piece = larger;
  };
  return {
    write: (text) => {
      makeRoom(text.length * MOST_BYTES);
      filled += ENCODER.encodeInto(text, piece.subarray(filled)).written;
    },
    end: () => {
      flush();
      return { name, about, blob: new Blob(pieces, { type }) };
    },
  };
}

/** A file of one line an item. */
export interface BlobLines<T> {
  readonly line: (item: T) => void;
  readonly end: () => RunFile;
}

export function createBlobLines<T>(file: LineFile<T>, about: string): BlobLines<T> {
  const blob = createBlobFile(file.name, about);
  blob.write(file.start());
  return { line: (item) => blob.write(file.line(item)), end: blob.end };
}
