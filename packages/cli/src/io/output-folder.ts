import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { CliError, EXIT } from '../exit.js';
import { systemReason } from '../messages/system-errors.js';
import { isRun, recover, removeLeftovers } from './leftovers.js';
import { holderWords, isLock, type Lock, takeLock } from './lock.js';
import { onStop } from './stop.js';
import { SwapError, swapIn } from './swap.js';
import { windowsNameFault } from './windows-names.js';

export { isRun } from './leftovers.js';

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
  const fault = process.platform === 'win32' ? windowsNameFault(out) : null;
  if (fault !== null) throw new CliError(EXIT.usage, `--out ${out} cannot be a folder: ${fault}.`);
  if (path.dirname(target) === target) {
    throw new CliError(EXIT.usage, `--out ${out} is the top of a disk or a share. Name a folder below it.`);
  }
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

function lockFolder(out: string, target: string): Lock {
  const file = `${target}.lock`;
  const lock = takeLock(file);
  if (isLock(lock)) return lock;
  throw new CliError(
    EXIT.failure,
    `Another run is writing to ${out} (${holderWords(lock)}). Run again when it has ended; if none is running, delete ${file} first.`,
  );
}

/** Folders above the run that were made for it, and are empty again without it. */
function removeParents(target: string, first: string | undefined): void {
  if (first === undefined) return;
  for (let folder = path.dirname(target); folder.length >= first.length; folder = path.dirname(folder)) {
    try {
      rmdirSync(folder);
    } catch {
      return;
    }
  }
}

/**
 * Puts an earlier run back in its place if a killed run had moved it aside. For who reads a run: opening the
 * output folder does it too. Does nothing while another run is writing.
 */
export function recoverRun(out: string): void {
  const target = path.resolve(out);
  if (isRun(target) || !existsSync(path.dirname(target))) return;
  try {
    const lock = takeLock(`${target}.lock`);
    if (!isLock(lock)) return;
    recover(target);
    lock.release();
  } catch {
    // Whoever reads the run says that it is not there.
  }
}

/**
 * Opens a run's folder, and holds it until it is committed or discarded. Throws a `CliError` if the target
 * holds something else, if another run is writing to it, or if nothing can be written beside it.
 */
export function openOutputFolder(out: string): OutputFolder {
  const target = path.resolve(out);
  refuseForeignFolder(out, target);
  const fresh = `${target}.new-${process.pid}`;
  let lock: Lock;
  let firstMade: string | undefined;
  try {
    firstMade = mkdirSync(path.dirname(target), { recursive: true });
    lock = lockFolder(out, target);
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(EXIT.failure, `The run cannot be written beside ${out}: ${systemReason(error)}.`);
  }
  let isOpen = true;
  const close = (): void => {
    isOpen = false;
    lock.release();
    stopWatching();
  };
  const discard = (): void => {
    if (!isOpen) return;
    try {
      rmSync(fresh, { recursive: true, force: true });
    } catch {
      // Windows does not remove a file that is still open; the next run does.
    }
    close();
    removeParents(target, firstMade);
  };
  const stopWatching = onStop(discard, `Stopped. Nothing was written to ${out}.`);
  try {
    recover(target);
    refuseForeignFolder(out, target);
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh);
  } catch (error) {
    discard();
    if (error instanceof CliError) throw error;
    throw new CliError(EXIT.failure, `The run cannot be written beside ${out}: ${systemReason(error)}.`);
  }
  return {
    pathOf: (name) => path.join(fresh, name),
    commit: () => {
      try {
        if (!lock.isHeld()) {
          throw new CliError(
            EXIT.failure,
            `Another run took over ${out}, because this one seemed to have ended. The new run is in ${fresh}.`,
          );
        }
        swapIn(fresh, target);
        removeLeftovers(target);
      } catch (error) {
        if (!(error instanceof SwapError)) throw error;
        const earlier = error.earlier === target ? 'is still there' : `is in ${error.earlier}`;
        const old = existsSync(error.earlier) ? `The earlier run ${earlier}; the new one` : 'The new run';
        throw new CliError(
          EXIT.failure,
          `The run could not be put into ${out}: ${error.reason}. ${old} is in ${fresh}.`,
        );
      } finally {
        close();
      }
    },
    discard,
  };
}
