import { appendFileSync, existsSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { readRows, readSummary, scratchFolder, writeIn } from '../support/cli.js';
import { monthsFrom, nightlyExtract } from '../support/nightly.js';
import { ended, start, TARGET } from './runs.js';

/** So many records that a run takes a second or more to read them. */
function largeExtract(): string {
  return nightlyExtract({ months: monthsFrom('2021-01', 60), records: 1500, unflagged: 2 });
}

const ARGS = [
  'check',
  'large.csv',
  '--as-at',
  '2026-11-01',
  '--fail-on',
  'never',
  '--format',
  'json',
  '--quiet',
];

describe('an extract that changes while it is read', () => {
  const text = largeExtract();

  it.each([
    [
      'grows',
      (file: string) => appendFileSync(file, 'x'),
      'the file grew while it was read: it may not be finished',
    ],
    ['is removed', (file: string) => rmSync(file), 'the file was removed while it was read'],
    [
      'is replaced',
      (file: string) => {
        writeFileSync(`${file}.new`, text.slice(0, 1000));
        renameSync(`${file}.new`, file);
      },
      'the file was replaced by another while it was read',
    ],
    [
      'becomes shorter',
      (file: string) => truncateSync(file, 2000),
      'the file became shorter while it was read',
    ],
  ])(
    '%s: exit code 3, and said',
    async (_, change, problem) => {
      const folder = scratchFolder();
      const file = writeIn(folder, 'large.csv', text);
      const child = start(folder, ARGS);
      const end = ended(child);
      while (!existsSync(path.join(folder, `${TARGET}.lock`))) await wait(2);
      await wait(100);
      change(file);
      const { exit, stderr } = await end;
      expect(exit).toBe(3);
      expect(readSummary(folder).complete).toBe(false);
      expect(stderr.replace(/\s+/g, ' ')).toContain(`large.csv: ${problem}`);
      expect(readRows(folder, 'input.csv')).toContainEqual(
        expect.objectContaining({ file: 'large.csv', row: '', problem }),
      );
    },
    60_000,
  );

  it('stays as it was: nothing is said', async () => {
    const folder = scratchFolder();
    writeIn(folder, 'large.csv', text);
    expect(await ended(start(folder, ARGS))).toMatchObject({ exit: 0, stderr: '' });
  }, 60_000);
});
