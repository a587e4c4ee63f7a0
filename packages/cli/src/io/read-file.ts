import { statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Take } from './decompress.js';
import { kindOfFile } from './decompress-open.js';

/** So much is read at a time. */
const PIECE = 256 * 1024;

/** Whether the bytes of a file are read as they lie there: it is no pipe and nothing that is packed. */
export function isPlainFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true && kindOfFile(file) === 'plain';
}

/**
 * Reads a file to its end, piece after piece. The next piece is read while `take` works on the one before,
 * and two buffers are used in turn: what is kept of a piece has to be copied.
 */
export async function readFile(file: string, take: Take): Promise<void> {
  const handle = await open(file, 'r');
  try {
    let here = Buffer.allocUnsafeSlow(PIECE);
    let ahead = Buffer.allocUnsafeSlow(PIECE);
    let { bytesRead } = await handle.read(here, 0, PIECE);
    while (bytesRead > 0) {
      const next = handle.read(ahead, 0, PIECE);
      // Whatever comes of it is heard when it is due; `take` may throw first.
      next.catch(() => undefined);
      take(here.subarray(0, bytesRead));
      ({ bytesRead } = await next);
      [here, ahead] = [ahead, here];
    }
  } finally {
    await handle.close();
  }
}
