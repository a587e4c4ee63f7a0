import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { CliError, EXIT } from '../exit.js';
import { systemReason } from '../messages/system-errors.js';

/**
 * Opens the file that the new text is written into. While it is there nobody else changes the file: two people
 * may record decisions at the same moment, and neither must be lost.
 */
function openBeside(beside: string, file: string): number {
  try {
    return openSync(beside, 'wx');
  } catch (error) {
    const isHeld = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new CliError(
      EXIT.failure,
      isHeld
        ? `${file} is being changed by another markercheck: run again. If no other runs, an earlier one was stopped; delete ${beside} first.`
        : `${file} cannot be written: ${systemReason(error)}.`,
    );
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(descriptor, bytes, written);
  fsyncSync(descriptor);
}

/**
 * Changes a file whole or not at all: the new text is written beside it and takes its place by rename.
 * `change` is given the bytes that are there, `null` where there is no file yet.
 */
export function updateFile(file: string, change: (before: Uint8Array | null) => Uint8Array): void {
  // A link stays a link: what it leads to is replaced.
  const target = existsSync(file) ? realpathSync(file) : file;
  const beside = `${target}.markercheck-new`;
  const descriptor = openBeside(beside, file);
  let isOpen = true;
  try {
    const before = existsSync(target) ? readFileSync(target) : null;
    const after = change(before);
    if (before !== null) fchmodSync(descriptor, statSync(target).mode);
    writeAll(descriptor, after);
    closeSync(descriptor);
    isOpen = false;
    renameSync(beside, target);
  } catch (error) {
    if (isOpen) closeSync(descriptor);
    rmSync(beside, { force: true });
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new CliError(EXIT.failure, `${file} cannot be written: ${systemReason(error)}. It is as it was.`);
  }
}
