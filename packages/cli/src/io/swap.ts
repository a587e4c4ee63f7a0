import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { systemReason } from '../messages/system-errors.js';

/** What a virus scanner or an indexer holds is free again soon; what Excel holds is not. */
const TRIES = process.platform === 'win32' ? 10 : 1;
const WAIT_MS = 150;
const HELD: ReadonlySet<string | undefined> = new Set(['EPERM', 'EACCES', 'EBUSY']);

export function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function move(from: string, to: string): void {
  for (let tries = 1; ; tries++) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (tries >= TRIES || !HELD.has((error as NodeJS.ErrnoException).code)) throw error;
      sleep(WAIT_MS);
    }
  }
}

/** Puts what a folder lists on the disk; Windows has no such thing for folders, and does it by itself. */
export function syncFolder(folder: string): void {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(folder, 'r');
    fsyncSync(descriptor);
  } catch {
    // Not every system allows it.
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Why a new run is not in its place, and where both runs are. */
export class SwapError extends Error {
  override readonly name = 'SwapError';
  readonly reason: string;
  /** Where the earlier run is. */
  readonly earlier: string;

  constructor(cause: unknown, earlier: string) {
    super('The swap failed.', { cause });
    this.reason = systemReason(cause);
    this.earlier = earlier;
  }
}

/** Puts a new folder in the place of an old one, by renaming alone; the old one is removed at the end. */
export function swapIn(fresh: string, target: string): void {
  syncFolder(fresh);
  const old = `${target}.old-${process.pid}`;
  const hasOld = existsSync(target);
  try {
    if (hasOld) move(target, old);
  } catch (error) {
    throw new SwapError(error, target);
  }
  try {
    move(fresh, target);
  } catch (error) {
    if (!hasOld) throw new SwapError(error, target);
    try {
      move(old, target);
    } catch {
      throw new SwapError(error, old);
    }
    throw new SwapError(error, target);
  }
  syncFolder(path.dirname(target));
  try {
    rmSync(old, { recursive: true, force: true });
  } catch {
    // The new run is in place; the next run removes what is left of the old one.
  }
}
