import { type ExpansionLimits, FILE_KIND_HEAD, fileKind } from '@markercheck/core';
import type { Readable } from 'node:stream';
import { createGunzip, createInflateRaw, type Gunzip, type InflateRaw } from 'node:zlib';
import { InputFault } from './decompress-fault.js';
import { expansionGuard } from './decompress-guard.js';

export type Take = (chunk: Uint8Array) => void;

/** What an error within a compressed piece costs at most, since zlib then drops what it was about to give. */
const PIECE = 64 * 1024;

function zlibFault(error: Error): Error {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR') return new InputFault('its compressed data end too early; it was cut off');
  if (code?.startsWith('Z_') === true) return new InputFault('its compressed data are damaged');
  return error;
}

/** Hands on a stream; what is thrown on the way ends it. */
export function pour(source: Readable, take: Take): Promise<void> {
  return new Promise((resolve, reject) => {
    let failed = false;
    const fail = (error: unknown): void => {
      failed = true;
      source.destroy();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    source.on('data', (chunk: Uint8Array) => {
      if (failed) return;
      try {
        take(chunk);
      } catch (error) {
        fail(error);
      }
    });
    source.on('end', resolve).on('error', fail);
  });
}

/** Looks at the first bytes of what was compressed: text passes, and nothing that is packed once more. */
function textOnly(take: Take): { readonly take: Take; readonly end: () => void } {
  let head: Uint8Array | null = Buffer.alloc(0);
  function look(bytes: Uint8Array): void {
    head = null;
    const found = fileKind(bytes);
    if (found.kind === 'other') throw new InputFault(`what it holds is ${found.what}`);
    if (found.kind !== 'plain') throw new InputFault('it holds another archive; unpack it first');
    take(bytes);
  }
  return {
    take: (chunk) => {
      if (head === null) {
        take(chunk);
        return;
      }
      head = Buffer.concat([head, chunk]);
      if (head.length >= FILE_KIND_HEAD) look(head);
    },
    end: () => {
      if (head !== null) look(head);
    },
  };
}

/** Expands a stream as it is read, never more than a piece of it in memory. */
export async function expand(
  source: Readable,
  method: 'gzip' | 'deflate' | 'stored',
  limits: ExpansionLimits,
  take: Take,
): Promise<void> {
  const text = textOnly(take);
  if (method === 'stored') {
    await pour(source, text.take);
  } else {
    const engine: Gunzip | InflateRaw =
      method === 'gzip' ? createGunzip({ chunkSize: PIECE }) : createInflateRaw({ chunkSize: PIECE });
    const guard = expansionGuard(() => engine.bytesWritten, limits);
    source.on('error', (error) => engine.destroy(error));
    source.pipe(engine);
    try {
      await pour(engine, (chunk) => {
        guard(chunk);
        text.take(chunk);
      });
    } catch (error) {
      source.destroy();
      throw error instanceof Error ? zlibFault(error) : error;
    }
  }
  text.end();
}
