import { randomUUID } from 'node:crypto';
import {
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';

/** A lock that nobody has touched for so long is left over, whatever its process number says. */
const STALE_MS = 15 * 60_000;
const TOUCH_MS = 30_000;
/** A lock without content is just being made; after this long it never was. */
const EMPTY_MS = 10_000;

/** Who holds a lock. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** `YYYY-MM-DDTHH:MM:SS.sssZ` */
  readonly since: string;
}

export interface Lock {
  /** Whether it is still ours: a lock that seemed left over may have been taken from us. */
  readonly isHeld: () => boolean;
  readonly release: () => void;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function readLock(file: string): { readonly text: string; readonly age: number } | null {
  try {
    return { text: readFileSync(file, 'utf8'), age: Date.now() - statSync(file).mtimeMs };
  } catch {
    return null;
  }
}

function holderOf(text: string): Holder | null {
  try {
    const { pid, host, since } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host, since: since ?? '' } : null;
  } catch {
    return null;
  }
}

function isLeftOver(text: string, age: number): boolean {
  const holder = holderOf(text);
  if (holder === null) return age > EMPTY_MS;
  return age > STALE_MS || (holder.host === hostname() && !isAlive(holder.pid));
}

/** Takes a left-over lock out of the way; one that is not the one that was looked at is put back. */
function clear(file: string, seen: string): void {
  const aside = `${file}.${process.pid}-aside`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readLock(aside)?.text === seen || readLock(file) !== null) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

/** Makes the lock with its content at once, where the file system has links; `false` if there is one. */
function make(file: string, text: string): boolean {
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, text);
    linkSync(draft, file);
    return true;
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (syscall !== 'link') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes what killed processes left of making or clearing this lock. */
function removeDrafts(file: string): void {
  const start = `${path.basename(file)}.`;
  for (const name of readdirSync(path.dirname(file))) {
    const [, pid] = name.startsWith(start) ? (/^(\d+)(?:-aside)?$/.exec(name.slice(start.length)) ?? []) : [];
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(path.join(path.dirname(file), name), { force: true });
  }
}

function create(file: string): Lock | null {
  const token = randomUUID();
  const text = JSON.stringify({ pid: process.pid, host: hostname(), since: new Date().toISOString(), token });
  if (!make(file, text)) return null;
  removeDrafts(file);
  const isHeld = () => readLock(file)?.text === text;
  const touch = setInterval(() => {
    const now = new Date();
    try {
      if (isHeld()) utimesSync(file, now, now);
    } catch {
      // It is asked for again before anything is put in place.
    }
  }, TOUCH_MS);
  touch.unref();
  return {
    isHeld,
    release: () => {
      clearInterval(touch);
      if (isHeld()) rmSync(file, { force: true });
    },
  };
}

/**
 * Takes a lock, the file being the lock; gives who holds it if somebody does. A lock that a process left which
 * is gone, or that nobody has touched for 15 minutes, is taken over. Throws what the system says if the file
 * cannot be made.
 */
export function takeLock(file: string): Lock | Holder {
  for (let tries = 0; tries < 3; tries++) {
    const lock = create(file);
    if (lock !== null) return lock;
    const held = readLock(file);
    if (held === null) continue;
    if (!isLeftOver(held.text, held.age)) return holderOf(held.text) ?? { pid: 0, host: '', since: '' };
    clear(file, held.text);
  }
  const held = readLock(file);
  return holderOf(held?.text ?? '') ?? { pid: 0, host: '', since: '' };
}

export function isLock(of: Lock | Holder): of is Lock {
  return 'release' in of;
}

/** `process 123 on DQ-PC, since 02:00 on 1 November` as far as it is known. */
export function holderWords({ pid, host, since }: Holder): string {
  if (pid === 0) return 'another process';
  return `process ${pid} on ${host}${since === '' ? '' : `, since ${since.slice(0, 16).replace('T', ' ')} UTC`}`;
}
