import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { markercheck, ROOT, scratchFolder } from '../support/cli.js';

const SINGLE = path.join(ROOT, 'packages/cli/dist/single/markercheck.cjs');
const EXTRACT = path.join(ROOT, 'fixtures/south-west/gloucestershire.csv');

/** Runs the one file in a folder that holds it and nothing else. */
function alone(folder: string, args: readonly string[]) {
  const file = path.join(folder, 'markercheck.cjs');
  if (!existsSync(file)) copyFileSync(SINGLE, file);
  const { PATH = '' } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH, COLUMNS: '80' },
  });
  return { exit: status, stdout, stderr };
}

/** The least that has the headers of a program for Windows. */
function windowsProgram(): Buffer {
  const bytes = Buffer.alloc(256);
  bytes.write('MZ', 0, 'latin1');
  bytes.writeUInt32LE(128, 0x3c);
  bytes.write('PE\0\0', 128, 'latin1');
  return bytes;
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('the command line as one file', () => {
  it('checks in an empty folder, and writes the same run as the package', () => {
    const folder = scratchFolder();
    mkdirSync(path.join(folder, 'run-here'));
    copyFileSync(EXTRACT, path.join(folder, 'run-here', 'extract.csv'));
    const args = ['check', 'run-here/extract.csv', '--as-at', '2026-11-01', '--quiet'];
    expect(alone(folder, [...args, '--out', 'one'])).toMatchObject({ exit: 1, stderr: '' });
    expect(markercheck(folder, [...args, '--out', 'package'])).toMatchObject({ exit: 1, stderr: '' });
    const names = readdirSync(path.join(folder, 'one')).toSorted();
    expect(names).toEqual(readdirSync(path.join(folder, 'package')).toSorted());
    for (const name of names) {
      const [one, other] = ['one', 'package'].map((run) => readFileSync(path.join(folder, run, name)));
      expect(one?.equals(other ?? Buffer.alloc(0)), name).toBe(true);
    }
  });

  it('checks with workers, which are the same file', () => {
    const folder = scratchFolder();
    copyFileSync(EXTRACT, path.join(folder, 'extract.csv'));
    const args = ['check', 'extract.csv', '--as-at', '2026-11-01', '--quiet'];
    expect(alone(folder, [...args, '--out', 'two', '--jobs', '2'])).toMatchObject({ exit: 1, stderr: '' });
    expect(alone(folder, [...args, '--out', 'one', '--jobs', '1'])).toMatchObject({ exit: 1, stderr: '' });
    for (const name of ['findings.csv', 'summary.json', 'report.html']) {
      const [one, two] = ['one', 'two'].map((run) => readFileSync(path.join(folder, run, name), 'utf8'));
      expect(two).toBe(one);
    }
  });

  it('has the rules and the page inside, and says how it was called', () => {
    const folder = scratchFolder();
    expect(alone(folder, ['rules', 'show', 'CSA-BYDEF-MISSING'])).toMatchObject({ exit: 0, stderr: '' });
    expect(alone(folder, ['page', '--out', 'page.html'])).toMatchObject({ exit: 0, stderr: '' });
    expect(readFileSync(path.join(folder, 'page.html'), 'utf8')).toContain('Content-Security-Policy');
    expect(alone(folder, ['check', 'missing.csv'])).toMatchObject({ exit: 3 });
    expect(alone(folder, ['chekc']).stderr).toContain('check');
  });

  it('names the licences of what is in it', () => {
    const licences = readFileSync(SINGLE, 'utf8').slice(-60_000);
    for (const name of ['yargs', 'papaparse', 'saxes', 'fflate']) expect(licences).toContain(name);
  });
});

describe('markercheck portable-win', () => {
  function assembled(args: readonly string[] = []) {
    const folder = scratchFolder();
    writeFileSync(path.join(folder, 'node.exe'), windowsProgram());
    const result = alone(folder, ['portable-win', '--node', 'node.exe', '--out', 'p', ...args]);
    return { ...result, folder: path.join(folder, 'p') };
  }

  it('writes a folder with all that a machine needs, and the digest of each file', () => {
    const { exit, stderr, folder } = assembled();
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    const sums = readFileSync(path.join(folder, 'SHA256SUMS.txt'), 'utf8').trim().split('\n');
    const named = sums.map((line) => line.split('  '));
    expect(named.map(([, name]) => name)).toEqual(
      readdirSync(folder)
        .filter((name) => name !== 'SHA256SUMS.txt')
        .toSorted((a, b) => (a < b ? -1 : 1)),
    );
    for (const [digest, name = ''] of named) {
      expect(sha256(readFileSync(path.join(folder, name)))).toBe(digest);
    }
    expect(readFileSync(path.join(folder, 'markercheck.cjs')).equals(readFileSync(SINGLE))).toBe(true);
  });

  it('writes scripts of plain ASCII with the line ends of Windows', () => {
    const { folder } = assembled();
    for (const name of ['run-nightly.cmd', 'markercheck.cmd', 'READ-ME.txt']) {
      const text = readFileSync(path.join(folder, name), 'latin1');
      expect(text).toMatch(/^[\x20-\x7e\r\n]*$/);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    }
  });

  it('writes a task in UTF-16 that names the folder and the time, with no more rights than its account', () => {
    const { folder } = assembled(['--at', 'D:\\Data & Quality\\mc', '--time', '03:15']);
    const bytes = readFileSync(path.join(folder, 'nightly-task.xml'));
    expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xfe]);
    const xml = bytes.toString('utf16le').slice(1);
    const { Task } = new XMLParser().parse(xml) as {
      Task: {
        Triggers: { CalendarTrigger: { StartBoundary: string } };
        Principals: { Principal: { RunLevel: string } };
        Actions: { Exec: { Command: string } };
      };
    };
    expect(Task.Triggers.CalendarTrigger.StartBoundary).toBe('2026-01-01T03:15:00');
    expect(Task.Principals.Principal.RunLevel).toBe('LeastPrivilege');
    expect(Task.Actions.Exec.Command).toBe('D:\\Data & Quality\\mc\\run-nightly.cmd');
  });

  it.each([
    [['--node', 'other.txt'], 'no program for Windows'],
    [['--node', 'none.exe'], 'cannot be read'],
    [['--node', 'node.exe', '--approved', '0'.repeat(64)], 'not the one that was approved'],
    [['--node', 'node.exe', '--at', 'relative'], '--at'],
    [['--node', 'node.exe', '--time', '25:00'], '--time'],
  ])('refuses %j, and writes nothing', (args, words) => {
    const folder = scratchFolder();
    writeFileSync(path.join(folder, 'node.exe'), windowsProgram());
    writeFileSync(path.join(folder, 'other.txt'), 'text');
    const { exit, stderr } = alone(folder, ['portable-win', '--out', 'p', ...args]);
    expect({ exit, stderr: stderr.replaceAll(/\s+/g, ' ') }).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining(words) as string,
    });
    expect(existsSync(path.join(folder, 'p'))).toBe(false);
  });

  it('takes the node.exe that was approved', () => {
    const approved = sha256(windowsProgram()).toUpperCase();
    expect(assembled(['--approved', approved])).toMatchObject({ exit: 0 });
  });
});
