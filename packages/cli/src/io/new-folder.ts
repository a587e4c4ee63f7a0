import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { CliError, EXIT } from '../exit.js';
import { systemReason } from '../messages/system-errors.js';
import { ByteWriter } from './byte-writer.js';

/** Refuses a folder that holds something: nothing of anybody is written over. */
export function refuseUsedFolder(out: string): void {
  let inside: readonly string[];
  try {
    inside = readdirSync(out);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw new CliError(EXIT.failure, `--out ${out} cannot be written: ${systemReason(error)}.`);
  }
  if (inside.length > 0) {
    throw new CliError(EXIT.usage, `--out ${out} is not empty. Name another folder, or remove it first.`);
  }
}

/** Writes the files into a folder, whole or not at all: beside it first, and into its place by rename. */
export function writeNewFolder<T>(
  out: string,
  make: (write: (file: string, bytes: Uint8Array) => void) => T,
): T {
  const target = path.resolve(out);
  const fresh = `${target}.new-${process.pid}`;
  const writers = new Map<string, ByteWriter>();
  try {
    mkdirSync(fresh, { recursive: true });
    const made = make((file, bytes) => {
      let writer = writers.get(file);
      if (writer === undefined) writers.set(file, (writer = new ByteWriter(path.join(fresh, file))));
      writer.write(bytes);
    });
    for (const writer of writers.values()) writer.close();
    try {
      rmdirSync(target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    renameSync(fresh, target);
    return made;
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new CliError(EXIT.failure, `--out ${out} cannot be written: ${systemReason(error)}.`);
  }
}
