import { existsSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

/** Whether a folder holds a run of ours: its summary, which is written last, says so. */
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

/** What stands beside a run's folder while a new run takes its place, and stays where a process was killed. */
function beside(target: string, kind: 'new' | 'old'): readonly string[] {
  const folder = path.dirname(target);
  const start = `${path.basename(target)}.${kind}-`;
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .filter((name) => name.startsWith(start) && /^\d+$/.test(name.slice(start.length)))
    .map((name) => path.join(folder, name));
}

function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Another program may hold it open; the next run tries again.
  }
}

const isEmptyOrMissing = (target: string): boolean =>
  !existsSync(target) || (statSync(target).isDirectory() && readdirSync(target).length === 0);

/**
 * Puts an earlier run back that a killed process had moved aside, and removes what it had not finished. Whole
 * runs stay until a newer one is in place. Only for who holds the lock.
 */
export function recover(target: string): void {
  const moved = beside(target, 'old').filter(isRun);
  const last = moved.toSorted((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs).at(-1);
  if (last !== undefined && isEmptyOrMissing(target)) {
    if (existsSync(target)) rmdirSync(target);
    renameSync(last, target);
  }
  for (const folder of beside(target, 'new')) if (!isRun(folder)) remove(folder);
  if (isRun(target)) for (const folder of beside(target, 'old')) remove(folder);
}

/** Removes everything that earlier runs left, because a newer run is in place. */
export function removeLeftovers(target: string): void {
  for (const folder of [...beside(target, 'new'), ...beside(target, 'old')]) remove(folder);
}
