import type { LineFile } from '@markercheck/core';
import type { RunFile } from '../protocol.js';

/** So much text is collected before it leaves the script's memory: browsers keep large Blobs on disk. */
const PIECE = 4 * 1024 * 1024;

/** A file of a run while it is written. */
export interface BlobFile {
  readonly write: (text: string) => void;
  readonly end: () => RunFile;
}

export function createBlobFile(name: string, about: string): BlobFile {
  const type = name.endsWith('.json') ? 'application/json' : 'text/plain';
  const pieces: Blob[] = [];
  let pending: string[] = [];
  let length = 0;
  const flush = (): void => {
    if (length > 0) pieces.push(new Blob(pending));
    pending = [];
    length = 0;
  };
  return {
    write: (text) => {
      pending.push(text);
      length += text.length;
      if (length >= PIECE) flush();
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
