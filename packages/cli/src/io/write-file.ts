import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { CliError, EXIT } from '../exit.js';
import { systemReason } from '../messages/system-errors.js';

/** Writes a file whole or not at all: beside its place first, and into it by rename. */
export function writeFileWhole(file: string, pieces: Iterable<string>): void {
  const beside = `${file}.new-${process.pid}`;
  try {
    rmSync(beside, { force: true });
    const descriptor = openSync(beside, 'wx');
    try {
      for (const piece of pieces) writeFileSync(descriptor, piece);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new CliError(EXIT.failure, `${file} cannot be written: ${systemReason(error)}.`);
  }
}

/** Whether a file is not there, or starts as one of ours does: only then is it ours to replace. */
export function isOurs(file: string, start: string): boolean {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
  try {
    const bytes = Buffer.alloc(4096);
    return bytes.subarray(0, readSync(descriptor, bytes)).toString('utf8').includes(start);
  } finally {
    closeSync(descriptor);
  }
}

/** Puts what is appended to a file on the disk. */
export function syncFile(descriptor: number): void {
  try {
    fsyncSync(descriptor);
  } catch (error) {
    // Pipes and devices cannot be synced, and need not be.
    if ((error as NodeJS.ErrnoException).code !== 'EINVAL') throw error;
  }
}
