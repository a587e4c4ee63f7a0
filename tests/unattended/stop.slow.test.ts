import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { markercheck, scratchFolder } from '../support/cli.js';
import { checkArguments, contentOf, ended, leftovers, start, TARGET, writeExtracts } from './runs.js';

const STOPS = 25;

async function appears(file: string): Promise<void> {
  for (let tries = 0; tries < 2000 && !existsSync(file); tries++) await wait(1);
}

describe.each(['SIGINT', 'SIGTERM'] as const)('%s', (signal) => {
  it('stops a run with exit code 4 and leaves nothing behind, or comes too late', async () => {
    const folder = scratchFolder();
    writeExtracts(folder);
    markercheck(folder, checkArguments('b'));
    const after = contentOf(path.join(folder, TARGET));
    markercheck(folder, checkArguments('a'));
    const before = contentOf(path.join(folder, TARGET));
    // The stops are spread over the time a run takes here, from its lock to its end, on whatever machine this is.
    const whole = ended(start(folder, checkArguments('a')));
    await appears(path.join(folder, `${TARGET}.lock`));
    const locked = performance.now();
    await whole;
    const span = performance.now() - locked;
    let stopped = 0;
    for (let i = 0; i < STOPS; i++) {
      const child = start(folder, checkArguments('b'));
      const end = ended(child);
      await appears(path.join(folder, `${TARGET}.lock`));
      await wait((span * i) / STOPS);
      child.kill(signal);
      const { exit, stderr } = await end;
      expect(leftovers(folder)).toEqual([]);
      const content = contentOf(path.join(folder, TARGET));
      if (exit === 4) {
        stopped++;
        expect(content).toBe(before);
        expect(stderr).toContain('Stopped. Nothing was written');
      } else {
        // The signal came once the new run was in its place.
        expect(content).toBe(after);
        markercheck(folder, checkArguments('a'));
      }
    }
    expect(stopped).toBeGreaterThan(STOPS / 2);
  }, 120_000);

  it('leaves no folder that was made for the run', async () => {
    const folder = scratchFolder();
    writeExtracts(folder);
    const out = path.join('deep', 'down', TARGET);
    const child = start(folder, checkArguments('b', out));
    const end = ended(child);
    await appears(path.join(folder, `${out}.lock`));
    child.kill(signal);
    const { exit } = await end;
    const left = exit === 4 ? ['a.csv', 'b.csv'] : ['a.csv', 'b.csv', 'deep'];
    expect(readdirSync(folder).toSorted()).toEqual(left);
  }, 30_000);
});
