import { FILE_KIND_HEAD, type FileKind, fileKind } from '@markercheck/core';
import { closeSync, createReadStream, openSync, readSync, type ReadStream, statSync } from 'node:fs';
import { Readable } from 'node:stream';

const CHUNK = 1024 * 1024;

/**
 * Reads a few bytes of a file; none where it cannot be read, which is said when it is. A pipe is left
 * alone: what is read of it is gone.
 */
export function readAt(file: string, position: number, length: number): Buffer {
  let descriptor: number | null = null;
  try {
    if (!statSync(file).isFile()) return Buffer.alloc(0);
    descriptor = openSync(file, 'r');
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, length, position));
  } catch {
    return Buffer.alloc(0);
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

export function kindOfFile(file: string): FileKind['kind'] {
  return fileKind(readAt(file, 0, FILE_KIND_HEAD)).kind;
}

/** How large a gzip says that its content is: modulo 4 GiB, and of its last part alone; good enough for progress. */
export function expandedSize(file: string, size: number): number {
  const end = readAt(file, Math.max(0, size - 4), 4);
  return Math.max(size, end.length === 4 ? end.readUInt32LE(0) : 0);
}

export function openFile(file: string): ReadStream {
  return createReadStream(file, { highWaterMark: CHUNK });
}

export interface Peeked {
  readonly kind: FileKind;
  /** All of it, the first bytes included. */
  readonly stream: Readable;
}

/** Looks at the first bytes of a stream, which need not come at once. */
export async function peek(source: Readable): Promise<Peeked> {
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let head: Uint8Array = Buffer.alloc(0);
  let isDone = false;
  while (head.length < FILE_KIND_HEAD && !isDone) {
    const next = await chunks.next();
    isDone = next.done === true;
    if (next.done !== true) head = Buffer.concat([head, next.value]);
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    if (head.length > 0) yield head;
    for (;;) {
      const next = await chunks.next();
      if (next.done === true) return;
      yield next.value;
    }
  }
  return { kind: fileKind(head), stream: Readable.from(all(), { objectMode: true, highWaterMark: 2 }) };
}
