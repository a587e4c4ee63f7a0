import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { markercheck, scratchFolder } from '../support/cli.js';
import { checkArguments, contentOf, ended, leftovers, MAIN, start, TARGET, writeExtracts } from './runs.js';

const LOCK = `${TARGET}.lock`;

/** A run that waits for the rest of its input, so that it holds the folder: the first bytes say what it is. */
function waitingRun(folder: string, head: Buffer) {
  const args = checkArguments('a').map((argument) => (argument === 'a.csv' ? '-' : argument));
  const run = spawn(process.execPath, [MAIN, ...args], { cwd: folder, stdio: ['pipe', 'ignore', 'pipe'] });
  run.stdin.write(head);
  return run;
}

describe('two runs on one folder', () => {
  it('the second is told who writes, with exit code 4, and the first ends as if alone', async () => {
    const folder = scratchFolder();
    writeExtracts(folder);
    const extract = readFileSync(path.join(folder, 'a.csv'));
    const first = waitingRun(folder, extract.subarray(0, 1000));
    const end = ended(first);
    while (!existsSync(path.join(folder, LOCK))) await wait(5);
    const { exit, stderr } = markercheck(folder, checkArguments('b'));
    expect(exit).toBe(4);
    expect(stderr.replace(/\s+/g, ' ')).toContain(
      `Another run is writing to ${TARGET} (process ${String(first.pid)} on ${hostname()}`,
    );
    expect(existsSync(path.join(folder, TARGET))).toBe(false);
    first.stdin.end(extract.subarray(1000));
    expect((await end).exit).toBe(0);
    expect(existsSync(path.join(folder, TARGET, 'summary.json'))).toBe(true);
    expect(leftovers(folder)).toEqual([]);
  }, 30_000);

  it('many that start together: one or more end well, the others say why, and no mixture', async () => {
    const folder = scratchFolder();
    writeExtracts(folder);
    markercheck(folder, checkArguments('b'));
    const alone = contentOf(path.join(folder, TARGET));
    for (let round = 0; round < 5; round++) {
      const ends = await Promise.all(
        Array.from({ length: 6 }, () => ended(start(folder, checkArguments('b')))),
      );
      const exits = ends.map(({ exit }) => exit);
      expect(exits).toContain(0);
      for (const { exit, stderr } of ends) {
        expect([0, 4]).toContain(exit);
        if (exit === 4) expect(stderr).toContain('Another run is writing');
      }
      expect(contentOf(path.join(folder, TARGET))).toBe(alone);
      expect(leftovers(folder)).toEqual([]);
    }
  }, 120_000);

  it('many that start on a lock that a killed run left: at most one at a time', async () => {
    const folder = scratchFolder();
    writeExtracts(folder);
    const { pid } = spawnSync(process.execPath, ['-e', '0']);
    for (let round = 0; round < 5; round++) {
      writeFileSync(
        path.join(folder, LOCK),
        JSON.stringify({ pid, host: hostname(), since: '', token: String(round) }),
      );
      const ends = await Promise.all(
        Array.from({ length: 6 }, () => ended(start(folder, checkArguments('b')))),
      );
      expect(ends.map(({ exit }) => exit)).toContain(0);
      expect(leftovers(folder)).toEqual([]);
    }
  }, 120_000);

  it('a lock of another machine holds', () => {
    const folder = scratchFolder();
    writeExtracts(folder);
    const since = new Date().toISOString();
    writeFileSync(path.join(folder, LOCK), JSON.stringify({ pid: 1, host: 'elsewhere', since, token: 'x' }));
    const { exit, stderr } = markercheck(folder, checkArguments('b'));
    expect(exit).toBe(4);
    expect(stderr).toContain('process 1 on elsewhere');
    expect(stderr.replace(/\s+/g, ' ')).toContain(`delete ${path.join(folder, LOCK)} first`);
  });

  it('a whole run that could not be put in its place stays until a newer one is', () => {
    const folder = scratchFolder();
    writeExtracts(folder);
    markercheck(folder, checkArguments('a'));
    renameSync(path.join(folder, TARGET), path.join(folder, `${TARGET}.new-99999`));
    mkdirSync(path.join(folder, `${TARGET}.new-99998`));
    const missing = checkArguments('b').map((argument) => (argument === 'b.csv' ? 'none.csv' : argument));
    // A run that reads nothing is still a run, and replaces; one that cannot begin must not remove anything.
    expect(markercheck(folder, [...checkArguments('b'), '--profile', 'none.json']).exit).toBe(2);
    expect(leftovers(folder).length).toBe(2);
    expect(markercheck(folder, missing).exit).toBe(3);
    expect(leftovers(folder)).toEqual([]);
  });
});
