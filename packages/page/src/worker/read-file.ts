import { expansionFault, FILE_KIND_HEAD, fileKind } from '@markercheck/core';
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { Gunzip } from 'fflate';

/** A file that cannot be read for what is in it; the message says why, and what to do. */
export class FileFault extends Error {
  override readonly name = 'FileFault';
}

export interface ReadFile {
  readonly bytes: number;
  readonly sha256: string;
}

export type Take = (chunk: Uint8Array) => void;

const CHUNK = 4 * 1024 * 1024;
/** Gzip expands some ten times: pieces of what is expanded stay small too. */
const GZIP_CHUNK = 256 * 1024;

async function* chunksOf(file: Blob, size: number): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < file.size; at += size) {
    try {
      yield new Uint8Array(await file.slice(at, at + size).arrayBuffer());
    } catch {
      throw new FileFault('it was changed or removed while it was read; choose it again');
    }
  }
}

/** Looks at what was compressed: text passes, and nothing that is packed once more. */
function textOnly(take: Take): Take {
  let isFirst = true;
  return (chunk) => {
    if (isFirst && chunk.length > 0) {
      isFirst = false;
      const found = fileKind(chunk.subarray(0, FILE_KIND_HEAD));
      if (found.kind === 'other') throw new FileFault(`what it holds is ${found.what}`);
      if (found.kind !== 'plain') throw new FileFault('it holds another archive; unpack it first');
    }
    take(chunk);
  };
}

/** Hands on what is expanded, and stops at what expands as no extract does. */
function expander(take: Take): { readonly push: (chunk: Uint8Array) => void; readonly end: () => void } {
  const text = textOnly(take);
  let packed = 0;
  let expanded = 0;
  const gunzip = new Gunzip((chunk) => {
    expanded += chunk.length;
    const fault = expansionFault(expanded, packed);
    if (fault !== null) throw new FileFault(fault);
    text(chunk);
  });
  const push = (chunk: Uint8Array, isLast: boolean): void => {
    packed += chunk.length;
    try {
      gunzip.push(chunk, isLast);
    } catch (error) {
      if (!isGzipFault(error)) throw error;
      const isCut = error.code === UNEXPECTED_END;
      throw new FileFault(
        isCut ? 'its compressed data end too early; it was cut off' : 'its compressed data are damaged',
      );
    }
  };
  return { push: (chunk) => push(chunk, false), end: () => push(new Uint8Array(0), true) };
}

/** fflate's number for data that end too early. */
const UNEXPECTED_END = 0;

function isGzipFault(error: unknown): error is Error & { readonly code: number } {
  return error instanceof Error && typeof (error as { readonly code?: unknown }).code === 'number';
}

/** The first bytes of a file as they lie there. */
async function headOf(file: Blob): Promise<Uint8Array> {
  for await (const chunk of chunksOf(file.slice(0, FILE_KIND_HEAD), FILE_KIND_HEAD)) return chunk;
  return new Uint8Array(0);
}

/**
 * Reads a file piece by piece, expanded if it is gzip. `read` is told how many of its bytes are read.
 * @throws {FileFault} where it is no text, damaged, or gone.
 */
export async function readFile(
  file: Blob,
  take: Take,
  read: (bytes: number) => void = () => undefined,
): Promise<ReadFile> {
  const kind = fileKind(await headOf(file));
  if (kind.kind === 'other') throw new FileFault(`it is ${kind.what}`);
  if (kind.kind === 'zip') {
    throw new FileFault('it is a zip archive or a workbook; unpack it, or save the sheet as “CSV UTF-8”');
  }
  const hash = sha256.create();
  const gzip = kind.kind === 'gzip' ? expander(take) : null;
  let bytes = 0;
  for await (const chunk of chunksOf(file, gzip === null ? CHUNK : GZIP_CHUNK)) {
    hash.update(chunk);
    bytes += chunk.length;
    if (gzip === null) take(chunk);
    else gzip.push(chunk);
    read(bytes);
  }
  gzip?.end();
  return { bytes, sha256: bytesToHex(hash.digest()) };
}

/** Ends the reading of a file whose head is read. */
class Enough extends Error {}

/** The first bytes of what a file holds, expanded, and whether they are all of it. */
export async function readHead(
  file: Blob,
  length: number,
): Promise<{ readonly bytes: Uint8Array; readonly isWhole: boolean }> {
  const chunks: Uint8Array[] = [];
  let read = 0;
  let isWhole = true;
  try {
    await readFile(file, (chunk) => {
      chunks.push(chunk.slice());
      read += chunk.length;
      if (read > length) throw new Enough();
    });
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
    isWhole = false;
  }
  const bytes = new Uint8Array(read);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return { bytes, isWhole };
}
