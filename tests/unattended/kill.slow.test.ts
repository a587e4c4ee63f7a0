import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { markercheck, scratchFolder } from '../support/cli.js';
import {
  checkArguments,
  contentOf,
  ended,
  leftovers,
  movedAside,
  type RunName,
  start,
  TARGET,
  writeExtracts,
} from './runs.js';

const MOMENTS = 200;

function checkWhole(folder: string, run: RunName): void {
  expect(markercheck(folder, checkArguments(run)).exit).toBe(0);
}

/** A folder with the two extracts, and what a whole run of each holds, byte for byte; the run in place is the first. */
function prepared(): { readonly folder: string; readonly whole: Readonly<Record<RunName, string | null>> } {
  const folder = scratchFolder();
  writeExtracts(folder);
  const content = (run: RunName) => {
    checkWhole(folder, run);
    return contentOf(path.join(folder, TARGET));
  };
  const [b, a] = [content('b'), content('a')];
  expect(a).not.toBe(b);
  return { folder, whole: { a, b } };
}

/** `--out` holds one of the two runs whole; or nothing, and the earlier run stands beside it whole. */
function expectNoMixture({ folder, whole }: ReturnType<typeof prepared>): 'in place' | 'beside' {
  const isWhole = (content: string | null) => content !== null && [whole.a, whole.b].includes(content);
  const content = contentOf(path.join(folder, TARGET));
  if (content !== null) {
    expect(isWhole(content)).toBe(true);
    return 'in place';
  }
  const aside = movedAside(folder).map((name) => contentOf(path.join(folder, name)));
  expect(aside.some(isWhole)).toBe(true);
  return 'beside';
}

describe('a run that is killed', () => {
  it(`at ${MOMENTS} random moments leaves the old run or the new one, never a mixture`, async () => {
    const runs = prepared();
    const { folder, whole } = runs;
    const began = performance.now();
    checkWhole(folder, 'b');
    const duration = performance.now() - began;
    let killed = 0;
    let replaced = 0;
    for (let moment = 0; moment < MOMENTS; moment++) {
      const before = contentOf(path.join(folder, TARGET));
      const child = start(folder, checkArguments(moment % 2 === 0 ? 'a' : 'b'));
      const timer = setTimeout(() => child.kill('SIGKILL'), (0.2 + Math.random()) * duration);
      const { exit } = await ended(child);
      clearTimeout(timer);
      if (exit === null) killed++;
      expectNoMixture(runs);
      if (contentOf(path.join(folder, TARGET)) !== before) replaced++;
    }
    checkWhole(folder, 'a');
    expect(contentOf(path.join(folder, TARGET))).toBe(whole.a);
    expect(leftovers(folder)).toEqual([]);
    // Neither kind of moment may be missing, or the test shows nothing.
    expect(killed).toBeGreaterThan(MOMENTS / 4);
    expect(replaced).toBeGreaterThan(0);
  }, 600_000);

  it('before each single change of the file system leaves the same, and the next run cleans up', async () => {
    const runs = prepared();
    const { folder } = runs;
    const counted = path.join(folder, 'operations.txt');
    expect((await ended(start(folder, checkArguments('b'), { COUNT_INTO: counted }))).exit).toBe(0);
    const operations = Number(readFileSync(counted, 'utf8'));
    expect(operations).toBeGreaterThan(20);
    const places = { 'in place': 0, beside: 0 };
    for (let at = 1; at <= operations; at++) {
      checkWhole(folder, 'a');
      expect(leftovers(folder)).toEqual([]);
      const { signal } = await ended(start(folder, checkArguments('b'), { KILL_AT: String(at) }));
      expect(signal).toBe('SIGKILL');
      places[expectNoMixture(runs)]++;
    }
    // Between the two renames alone the earlier run stands beside its place.
    expect(places.beside).toBeGreaterThan(0);
    expect(places.beside).toBeLessThanOrEqual(3);
  }, 600_000);

  it('between the two renames gives the next run its baseline back', async () => {
    const runs = prepared();
    const { folder } = runs;
    const counted = path.join(folder, 'operations.txt');
    await ended(start(folder, checkArguments('b'), { COUNT_INTO: counted }));
    const operations = Number(readFileSync(counted, 'utf8'));
    for (let at = operations; at > 0; at--) {
      checkWhole(folder, 'a');
      await ended(start(folder, checkArguments('b'), { KILL_AT: String(at) }));
      if (expectNoMixture(runs) === 'beside') break;
    }
    expect(contentOf(path.join(folder, TARGET))).toBeNull();
    const { exit, stderr } = markercheck(folder, [...checkArguments('b'), '--baseline', TARGET]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(leftovers(folder)).toEqual([]);
  }, 120_000);
});
