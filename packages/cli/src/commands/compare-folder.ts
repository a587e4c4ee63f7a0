import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { CliError, EXIT } from '../exit.js';
import { holderWords, isLock, takeLock } from '../io/lock.js';
import { onStop } from '../io/stop.js';
import { SwapError, swapIn } from '../io/swap.js';
import { TextWriter } from '../io/text-writer.js';
import { systemReason } from '../messages/system-errors.js';

const KINDS: readonly unknown[] = ['markercheck-comparison', 'markercheck-over-time'];

function isComparison(folder: string): boolean {
  try {
    const { kind } = JSON.parse(readFileSync(path.join(folder, 'comparison.json'), 'utf8')) as {
      readonly kind?: unknown;
    };
    return KINDS.includes(kind);
  } catch {
    return false;
  }
}

function refuseForeignFolder(out: string, target: string): void {
  if (!existsSync(target)) return;
  if (!statSync(target).isDirectory())
    throw new CliError(EXIT.usage, `--out ${out} is a file. Name a folder that is empty or does not exist.`);
  if (readdirSync(target).length > 0 && !isComparison(target))
    throw new CliError(
      EXIT.usage,
      `--out ${out} holds files that are not a comparison; they would be lost. Name another folder.`,
    );
}

/** Each file's name and its pieces. */
export type ComparisonFiles = Readonly<Record<string, Iterable<string>>>;

function writeFiles(folder: string, files: ComparisonFiles): void {
  for (const [name, pieces] of Object.entries(files)) {
    const writer = new TextWriter(path.join(folder, name));
    for (const piece of pieces) writer.write(piece);
    writer.close();
  }
}

/** Writes a comparison's folder beside its place, and swaps it in whole: as a run is. */
export function writeComparison(out: string, files: ComparisonFiles): void {
  const target = path.resolve(out);
  refuseForeignFolder(out, target);
  const fresh = `${target}.new-${process.pid}`;
  let release = (): void => undefined;
  const discard = (): void => rmSync(fresh, { recursive: true, force: true });
  const stopWatching = onStop(discard, `Stopped. Nothing was written to ${out}.`);
  try {
    mkdirSync(path.dirname(target), { recursive: true });
    const lock = takeLock(`${target}.lock`);
    if (!isLock(lock))
      throw new CliError(EXIT.failure, `Another comparison is writing to ${out} (${holderWords(lock)}).`);
    release = () => lock.release();
    discard();
    mkdirSync(fresh);
    writeFiles(fresh, files);
    swapIn(fresh, target);
  } catch (error) {
    if (error instanceof SwapError)
      throw new CliError(
        EXIT.failure,
        `The comparison could not be put into ${out}: ${error.reason}. It is in ${fresh}.`,
      );
    discard();
    if (error instanceof CliError) throw error;
    throw new CliError(EXIT.failure, `The comparison cannot be written to ${out}: ${systemReason(error)}.`);
  } finally {
    release();
    stopWatching();
  }
}
