import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, writeIn } from '../support/cli.js';
import { monthsFrom, nightlyExtract } from '../support/nightly.js';

const HERE = path.join(ROOT, 'tests/unattended');
export const MAIN = path.join(ROOT, 'packages/cli/dist/main.js');
export const TARGET = 'markercheck-run';

export interface Ended {
  readonly exit: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
}

/** The two runs that take each other's place, by their extracts. */
export const RUNS = ['a', 'b'] as const;
export type RunName = (typeof RUNS)[number];

/** Writes the two extracts. */
export function writeExtracts(folder: string): void {
  const months = monthsFrom('2025-10', 12);
  writeIn(folder, 'a.csv', nightlyExtract({ months, unflagged: 10 }));
  writeIn(folder, 'b.csv', nightlyExtract({ months, unflagged: 25 }));
}

export function checkArguments(run: RunName, out = TARGET): readonly string[] {
  return ['check', `${run}.csv`, '--as-at', '2026-11-01', '--fail-on', 'never', '--quiet', '--out', out];
}

/** Starts the command line; with `KILL_AT` or `COUNT_INTO` it counts what it does to the file system. */
export function start(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  node: readonly string[] = [],
): ChildProcess {
  const counting = Object.keys(env).length > 0 ? ['--import', path.join(HERE, 'kill-at-operation.mjs')] : [];
  return spawn(process.execPath, [...counting, ...node, MAIN, ...args], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
}

export function ended(child: ChildProcess): Promise<Ended> {
  let stderr = '';
  child.stderr?.on('data', (piece: Buffer) => (stderr += piece.toString()));
  return new Promise((resolve) => child.on('close', (exit, signal) => resolve({ exit, signal, stderr })));
}

/** A digest of all that a folder holds, `null` if it is not there. */
export function contentOf(folder: string): string | null {
  if (!existsSync(folder)) return null;
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).toSorted()) {
    hash
      .update(`${name}\0`)
      .update(readFileSync(path.join(folder, name)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** What stands beside the extracts that is no run's own folder. */
export function leftovers(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.startsWith(`${TARGET}.`));
}

/** Earlier runs that were moved aside. */
export function movedAside(folder: string): readonly string[] {
  return leftovers(folder).filter((name) => name.startsWith(`${TARGET}.old-`));
}
