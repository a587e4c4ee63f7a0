import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { CliError, EXIT } from '../exit.js';
import { systemReason } from '../messages/system-errors.js';

/** Whether a folder holds a run of ours: its summary says so. */
export function isRun(folder: string): boolean {
  try {
    const summary = JSON.parse(readFileSync(path.join(folder, 'summary.json'), 'utf8')) as {
      readonly tool?: { readonly name?: unknown };
    };
    return summary.tool?.name === 'markercheck';
  } catch {
    return false;
  }
}

/** A run's folder while it is written: beside its place, and swapped in whole at the end. */
export interface OutputFolder {
  /** Where to write until then. */
  readonly pathOf: (name: string) => string;
  /** Puts the new run in the place of the old one. */
  readonly commit: () => void;
  /** Takes away what was written so far. */
  readonly discard: () => void;
}

function refuseForeignFolder(out: string, target: string): void {
  if (!existsSync(target)) return;
  if (!statSync(target).isDirectory()) {
    throw new CliError(EXIT.usage, `--out ${out} is a file. Name a folder that is empty or does not exist.`);
  }
  if (readdirSync(target).length > 0 && !isRun(target)) {
    throw new CliError(
      EXIT.usage,
      `--out ${out} holds files that are not a run of markercheck; they would be lost. Name another folder.`,
    );
  }
}

function swap(fresh: string, target: string): void {
  if (!existsSync(target)) {
    renameSync(fresh, target);
    return;
  }
  const old = `${target}.old-${process.pid}`;
  renameSync(target, old);
  try {
    renameSync(fresh, target);
  } catch (error) {
    renameSync(old, target);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

/** Opens a run's folder. Throws a `CliError` if the target holds something else. */
export function openOutputFolder(out: string): OutputFolder {
  const target = path.resolve(out);
  refuseForeignFolder(out, target);
  const fresh = `${target}.new-${process.pid}`;
  try {
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true });
  } catch (error) {
    throw new CliError(EXIT.failure, `The run cannot be written beside ${out}: ${systemReason(error)}.`);
  }
  return {
    pathOf: (name) => path.join(fresh, name),
    commit: () => {
      try {
        swap(fresh, target);
      } catch (error) {
        throw new CliError(
          EXIT.failure,
          `The run could not be put into ${out}: ${systemReason(error)}. The earlier run is still there; the new one is in ${fresh}.`,
        );
      }
    },
    discard: () => rmSync(fresh, { recursive: true, force: true }),
  };
}
