import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../packages/core/src/evidence/log-entry.js';
import { jsonDigest } from '../../packages/core/src/rules/json-digest.js';
import { markercheck, ROOT, scratchFolder, writeIn } from '../support/cli.js';
import { nightlyExtract } from '../support/nightly.js';

/** A log of so many lines, with only what the chain needs. */
function logOf(lines: number): readonly string[] {
  const chain: string[] = [];
  let previous: string | null = null;
  for (let i = 0; i < lines; i++) {
    const content = { schema: 1, when: `2026-11-${String(i + 10)}T02:00:00Z`, records: i, previous };
    previous = jsonDigest(content);
    chain.push(JSON.stringify({ ...content, digest: previous }));
  }
  return chain;
}

function verify(lines: readonly string[], ...args: readonly string[]) {
  const folder = scratchFolder();
  writeIn(folder, 'runs.log', lines.map((line) => `${line}\n`).join(''));
  return markercheck(folder, ['log', 'verify', 'runs.log', ...args]);
}

const digestOf = (line: string) => (JSON.parse(line) as { readonly digest: string }).digest;

describe('log verify', () => {
  const LINES = logOf(5);

  it('is 0 for a whole log, and gives the digest to keep', () => {
    const { exit, stdout, stderr } = verify(LINES);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toContain('WHOLE: 5 runs, from 2026-11-10T02:00:00Z to 2026-11-14T02:00:00Z.');
    expect(stdout).toContain(digestOf(LINES[4]!));
  });

  it.each([
    ['a removed line', LINES.toSpliced(2, 1), 'Line 3: it does not follow the line before it'],
    [
      'a changed line',
      LINES.toSpliced(2, 1, LINES[2]!.replace('"records":2', '"records":9')),
      'Line 3: it was changed',
    ],
    ['a missing start', LINES.slice(1), 'Line 1: it names a line before it'],
    ['a line that is none', LINES.toSpliced(2, 0, 'hello'), 'Line 3: it is not a line of a run log'],
  ])('is 1 for %s, and says where', (_, lines, words) => {
    const { exit, stdout } = verify(lines);
    expect(exit).toBe(1);
    expect(stdout.replace(/\s+/g, ' ')).toContain(words);
  });

  it('is 1 for a last line that is cut off', () => {
    const folder = scratchFolder();
    writeIn(folder, 'runs.log', `${LINES[0]!}\n${LINES[1]!.slice(0, 50)}`);
    const { exit, stdout } = markercheck(folder, ['log', 'verify', 'runs.log']);
    expect(exit).toBe(1);
    expect(stdout).toContain('Line 2: it is cut off');
  });

  it('finds lines taken off the end by a digest that was kept', () => {
    const last = digestOf(LINES[4]!);
    expect(verify(LINES.slice(0, 4)).exit).toBe(0);
    const { exit, stdout } = verify(LINES.slice(0, 4), '--expect', last);
    expect(exit).toBe(1);
    expect(stdout).toContain('No line has the digest that was expected');
    expect(verify([...LINES], '--expect', last).exit).toBe(0);
    expect(verify(logOf(8), '--expect', last).exit).toBe(0);
  });

  it('is 3 for a log that is not there or empty, and 2 for a digest that is none', () => {
    expect(markercheck(scratchFolder(), ['log', 'verify', 'none.log']).exit).toBe(3);
    expect(verify([]).exit).toBe(3);
    expect(verify(LINES, '--expect', 'abc').exit).toBe(2);
  });
});

describe('check --log', () => {
  const LOG = ['--log', 'runs.log', '--operator', 'dq-nightly', '--reason', 'nightly check'];

  function folderWithExtract(): string {
    const folder = scratchFolder();
    writeIn(folder, 'extract.csv', nightlyExtract({ months: ['2026-05'] }));
    return folder;
  }

  const check = (folder: string, ...args: readonly string[]) =>
    markercheck(folder, ['check', 'extract.csv', '--as-at', '2026-11-01', '--quiet', ...args]);

  const entries = (folder: string): readonly LogEntry[] =>
    readFileSync(path.join(folder, 'runs.log'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as LogEntry);

  it('adds a line a run: when, who, why, what with, and how it ended', () => {
    const folder = folderWithExtract();
    expect(check(folder, ...LOG).exit).toBe(1);
    expect(check(folder, ...LOG, '--fail-on', 'never').exit).toBe(0);
    const [first, second] = entries(folder);
    expect(first).toMatchObject({
      operator: 'dq-nightly',
      reason: 'nightly check',
      exit: 1,
      previous: null,
      records: 30,
    });
    expect(first?.inputs).toEqual([
      {
        name: 'extract.csv',
        bytes: expect.any(Number) as number,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
    ]);
    expect(first?.when).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
    expect(second).toMatchObject({ exit: 0, previous: first?.digest });
    expect(markercheck(folder, ['log', 'verify', 'runs.log']).exit).toBe(0);
    expect(existsSync(path.join(folder, 'runs.log.lock'))).toBe(false);
  });

  it('holds no crime reference, and puts no time into the run', () => {
    const folder = folderWithExtract();
    check(folder, ...LOG);
    expect(readFileSync(path.join(folder, 'runs.log'), 'utf8')).not.toContain('NT/');
    const summary = readFileSync(path.join(folder, 'markercheck-run/summary.json'), 'utf8');
    check(folder);
    expect(readFileSync(path.join(folder, 'markercheck-run/summary.json'), 'utf8')).toBe(summary);
  });

  it('is 2 without who or why, and nothing is checked', () => {
    const folder = folderWithExtract();
    for (const args of [
      ['--log', 'runs.log'],
      LOG.slice(0, 4),
      ['--log', 'runs.log', '--operator', ' ', '--reason', 'x'],
    ]) {
      expect(check(folder, ...args).exit).toBe(2);
    }
    expect(existsSync(path.join(folder, 'markercheck-run'))).toBe(false);
  });

  it('is 4 where the log cannot be written, before anything is read', () => {
    const folder = folderWithExtract();
    const { exit, stderr } = check(folder, '--log', 'no/such/folder/runs.log', ...LOG.slice(2));
    expect(exit).toBe(4);
    expect(stderr.replace(/\s+/g, ' ')).toContain('there is no such file or folder');
    expect(existsSync(path.join(folder, 'markercheck-run'))).toBe(false);
  });

  it('shows where a run was killed while it wrote its line, and goes on', () => {
    const folder = folderWithExtract();
    check(folder, ...LOG);
    const whole = readFileSync(path.join(folder, 'runs.log'), 'utf8');
    writeFileSync(path.join(folder, 'runs.log'), whole + whole.slice(0, 100));
    check(folder, ...LOG);
    const { exit, stdout } = markercheck(folder, ['log', 'verify', 'runs.log']);
    expect(exit).toBe(1);
    expect(stdout.match(/Line \d/g)).toEqual(['Line 2']);
  });

  it('takes a line of each of many runs at once, in one chain', async () => {
    const folder = folderWithExtract();
    const RUNS = 8;
    const exits = await Promise.all(
      Array.from({ length: RUNS }, (_, i) => {
        const args = [
          'check',
          'extract.csv',
          '--as-at',
          '2026-11-01',
          '--quiet',
          '--out',
          `run-${String(i)}`,
          ...LOG,
        ];
        const child = spawn(process.execPath, [path.join(ROOT, 'packages/cli/dist/main.js'), ...args], {
          cwd: folder,
          stdio: 'ignore',
        });
        return new Promise((resolve) => child.on('close', resolve));
      }),
    );
    expect(exits).toEqual(Array.from({ length: RUNS }, () => 1));
    expect(entries(folder)).toHaveLength(RUNS);
    expect(markercheck(folder, ['log', 'verify', 'runs.log']).exit).toBe(0);
  }, 60_000);

  it('takes over a lock whose process is gone', () => {
    const folder = folderWithExtract();
    check(folder, ...LOG);
    const { pid } = spawnSync(process.execPath, ['-e', '0']);
    const since = '2026-11-01T02:00:00.000Z';
    writeIn(folder, 'runs.log.lock', JSON.stringify({ pid, host: hostname(), since, token: 'x' }));
    expect(check(folder, ...LOG).exit).toBe(1);
    expect(entries(folder)).toHaveLength(2);
    expect(existsSync(path.join(folder, 'runs.log.lock'))).toBe(false);
  });
});
