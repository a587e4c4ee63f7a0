import { closeSync, createReadStream, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import {
  type ChainReport,
  checkLogWords,
  createChainChecker,
  logEntry,
  logLine,
  type RunSummary,
} from '@markercheck/core';
import { CliError, EXIT } from '../exit.js';
import { systemReason } from '../messages/system-errors.js';
import { holderWords, isLock, type Lock, takeLock } from './lock.js';
import { sleep } from './swap.js';
import { syncFile } from './write-file.js';

const WAIT_MS = 20;
const PATIENCE_MS = 15_000;
const PIECE = 64 * 1024;

/** Whoever logs holds the lock for some milliseconds; runs that end together wait for one another. */
function waitForLock(file: string): Lock {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const lock = takeLock(`${file}.lock`);
    if (isLock(lock)) return lock;
    if (Date.now() > until) {
      throw new CliError(
        EXIT.failure,
        `The run log ${file} is in use (${holderWords(lock)}), and this run is not in it. If no other run is logging, delete ${file}.lock.`,
      );
    }
    sleep(WAIT_MS);
  }
}

/** The last line of the log, without its line break, and whether it has one. */
function lastLine(descriptor: number): { readonly text: string; readonly isCutOff: boolean } {
  const { size } = fstatSync(descriptor);
  let tail = Buffer.alloc(0);
  for (let start = size; start > 0;) {
    const from = Math.max(0, start - PIECE);
    const piece = Buffer.alloc(start - from);
    readSync(descriptor, piece, 0, piece.length, from);
    tail = Buffer.concat([piece, tail]);
    start = from;
    if (tail.subarray(0, -1).includes(0x0a)) break;
  }
  const text = tail.toString('utf8');
  const lines = text.replace(/\n$/, '').split('\n');
  return { text: lines.at(-1) ?? '', isCutOff: text !== '' && !text.endsWith('\n') };
}

/** The digest that the next line names. A last line that is none breaks the chain, and the next line shows it. */
function digestOf(line: string): string | null {
  try {
    const { digest } = JSON.parse(line) as { readonly digest?: unknown };
    return typeof digest === 'string' ? digest : null;
  } catch {
    return null;
  }
}

/** Who runs the check, and why. */
export interface LogOptions {
  readonly file: string;
  readonly operator: string;
  readonly reason: string;
}

export interface RunLog {
  /** Adds the run; gives the digest of its line. */
  readonly append: (summary: RunSummary, exit: number) => string;
}

/** The log that `--log` names; it is tried at once, so that a run that cannot be logged does not begin. */
export function openRunLog({ file, operator, reason }: LogOptions): RunLog {
  checkLogWords('--operator', operator);
  checkLogWords('--reason', reason);
  const failed = (error: unknown): CliError =>
    error instanceof CliError
      ? error
      : new CliError(EXIT.failure, `The run log ${file} cannot be written: ${systemReason(error)}.`);
  try {
    closeSync(openSync(file, 'a+'));
  } catch (error) {
    throw failed(error);
  }
  return {
    append: (summary, exit) => {
      let lock: Lock | null = null;
      try {
        lock = waitForLock(file);
        const descriptor = openSync(file, 'a+');
        try {
          const last = lastLine(descriptor);
          const when = `${new Date().toISOString().slice(0, 19)}Z`;
          const entry = logEntry(summary, { when, operator, reason, exit }, digestOf(last.text));
          const bytes = Buffer.from(`${last.isCutOff ? '\n' : ''}${logLine(entry)}`);
          if (!lock.isHeld())
            throw new CliError(EXIT.failure, `The run log ${file} was taken over; run again.`);
          let written = 0;
          while (written < bytes.length) written += writeSync(descriptor, bytes, written);
          syncFile(descriptor);
          return entry.digest;
        } finally {
          closeSync(descriptor);
        }
      } catch (error) {
        throw failed(error);
      } finally {
        lock?.release();
      }
    },
  };
}

/** What verification found, and whether a digest that was kept elsewhere is in the log. */
export interface Verified extends ChainReport {
  readonly hasExpected: boolean;
}

/** Reads a log through, line by line. Throws what the system says if it cannot be read. */
export async function verifyRunLog(file: string, expected: string | undefined): Promise<Verified> {
  const checker = createChainChecker();
  let rest = '';
  let hasExpected = expected === undefined;
  const take = (line: string, isCutOff = false) => {
    checker.add(line, isCutOff);
    if (expected !== undefined && digestOf(line) === expected.toLowerCase()) hasExpected = true;
  };
  for await (const piece of createReadStream(file, 'utf8') as AsyncIterable<string>) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line.replace(/\r$/, ''));
  }
  if (rest !== '') take(rest, true);
  return { ...checker.report(), hasExpected };
}
