import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { AS_AT } from './as-at.js';

const HERE = import.meta.dirname;
const SCRATCH = path.join(HERE, '..', '.cache', 'bench', 'runs');
const MAIN = path.join(HERE, '..', 'packages', 'cli', 'dist', 'main.js');

/** What a process took. */
export interface Measured {
  readonly wall: number;
  readonly cpu: number;
  /** MiB */
  readonly memory: number;
  readonly exit: number;
}

/** A program that takes part. */
export interface Contender {
  /** How the tables name it. */
  readonly name: string;
  readonly command: readonly string[];
  /** With what it has to end. @default 0 */
  readonly exit?: number;
  /** What it found, where it applies rules: those of one part have to be the same. */
  readonly counts?: () => string;
  /** What it says of its own speed, records a second, where the time of the process is not what is asked. */
  readonly rate?: () => number;
}

/** The command line of a peer in this folder. */
export const peer = (name: string, ...args: readonly string[]): readonly string[] => [
  process.execPath,
  path.join(HERE, 'peers', name),
  ...args,
];

/** The built command line. */
export const markercheck = (...args: readonly string[]): readonly string[] => [
  process.execPath,
  MAIN,
  ...args,
];

/** Where a contender may write. */
export const run = (name: string): string => path.join(SCRATCH, name.replaceAll(/\W+/g, '-'));

/** The standard output of a contender's last run. */
export const outputOf = (name: string): string => readFileSync(`${run(name)}.out`, 'utf8');

/** The command line of a check that writes every output. */
export function checkCommand(file: string, jobs: number, name: string): readonly string[] {
  const options = ['--as-at', AS_AT, '--fail-on', 'never', '--quiet', '--jobs', String(jobs)];
  return markercheck('check', file, ...options, '--out', run(name));
}

/** Runs a contender. An earlier run is removed first: replacing it is no part of a check. */
export function measure({ name, command }: Contender): Measured {
  mkdirSync(SCRATCH, { recursive: true });
  rmSync(run(name), { recursive: true, force: true });
  const args = [path.join(HERE, 'measured.py'), `${run(name)}.out`, ...command];
  const { stdout, stderr, status } = spawnSync('python3', args, {
    encoding: 'utf8',
    cwd: path.join(HERE, '..'),
  });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  return JSON.parse(stdout) as Measured;
}
