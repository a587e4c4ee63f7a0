import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { markercheck, scratchFolder, writeIn } from '../support/cli.js';
import { monthsFrom, nightlyExtract } from '../support/nightly.js';
import { checkArguments, contentOf, leftovers, MAIN, TARGET, writeExtracts } from './runs.js';

/** Mounts need a right that not every machine gives to tests. */
function canMount(): boolean {
  const folder = mkdtempSync(path.join(tmpdir(), 'markercheck-mount-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]);
  if (status === 0) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
  return status === 0;
}

function mounted(folder: string, ...options: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', [...options, folder]);
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
}

const words = (text: string) => text.replace(/\s+/g, ' ');

describe.skipIf(process.platform !== 'linux' || !canMount())('on a disk that fails', () => {
  it('a full disk is exit code 4, said so, and leaves the earlier run and nothing else', () => {
    const folder = scratchFolder();
    const disk = path.join(folder, 'disk');
    mounted(disk, '-t', 'tmpfs', '-o', 'size=2m', 'tmpfs');
    writeIn(folder, 'small.csv', nightlyExtract({ months: ['2026-05'] }));
    const small = ['check', '../small.csv', '--as-at', '2026-11-01', '--fail-on', 'never', '--quiet'];
    expect(markercheck(disk, small).exit).toBe(0);
    const before = contentOf(path.join(disk, TARGET));
    const months = monthsFrom('2021-01', 60);
    writeIn(folder, 'large.csv', nightlyExtract({ months, records: 100, unflagged: 100 }));
    const { exit, stderr } = markercheck(
      disk,
      small.map((argument) => argument.replace('small', 'large')),
    );
    expect(exit).toBe(4);
    expect(words(stderr)).toContain('could not be written: the disk is full');
    expect(contentOf(path.join(disk, TARGET))).toBe(before);
    expect(leftovers(disk)).toEqual([]);
    expect(readdirSync(disk)).toEqual([TARGET]);
  }, 60_000);

  it('a target that is held open leaves the earlier run, and the new one beside it', () => {
    const folder = scratchFolder();
    writeExtracts(folder);
    markercheck(folder, checkArguments('a'));
    const before = contentOf(path.join(folder, TARGET));
    // A folder that something is mounted on cannot be renamed, as one whose file Excel has open on Windows.
    mounted(path.join(folder, TARGET), '--bind', path.join(folder, TARGET));
    const { exit, stderr } = markercheck(folder, checkArguments('b'));
    expect(exit).toBe(4);
    expect(contentOf(path.join(folder, TARGET))).toBe(before);
    const [kept = ''] = leftovers(folder);
    expect(kept).toMatch(/^markercheck-run\.new-\d+$/);
    expect(words(stderr)).toContain(
      `The earlier run is still there; the new one is in ${path.join(folder, kept)}`,
    );
    expect(words(stderr)).toContain('another program holds it open');
    expect(existsSync(path.join(folder, kept, 'summary.json'))).toBe(true);
    spawnSync('umount', ['-l', path.join(folder, TARGET)]);
    expect(markercheck(folder, checkArguments('b')).exit).toBe(0);
    expect(leftovers(folder)).toEqual([]);
  }, 60_000);

  it('a read-only parent is exit code 4, said before anything is read', () => {
    const folder = scratchFolder();
    const disk = path.join(folder, 'disk');
    mounted(disk, '-t', 'tmpfs', '-o', 'size=2m', 'tmpfs');
    writeExtracts(folder);
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    const { exit, stderr } = markercheck(folder, checkArguments('a', path.join('disk', TARGET)));
    expect(exit).toBe(4);
    expect(words(stderr)).toContain('cannot be written beside disk/markercheck-run: the disk is read-only');
    expect(readdirSync(disk)).toEqual([]);
  }, 60_000);
});

describe('where the operating system says no', () => {
  const isRoot = process.getuid?.() === 0;

  it('a missing permission is exit code 4, and said so', () => {
    const folder = scratchFolder();
    writeExtracts(folder);
    chmodSync(folder, 0o755);
    const args = [MAIN, ...checkArguments('a')];
    // Root may write anywhere: somebody else has to try.
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: folder,
      encoding: 'utf8',
      ...(isRoot ? { uid: 65534, gid: 65534 } : {}),
    });
    if (!isRoot) chmodSync(folder, 0o555);
    expect(status).toBe(4);
    expect(words(stderr)).toContain(
      'cannot be written beside markercheck-run: the permission to do so is missing',
    );
    expect(readdirSync(folder).toSorted()).toEqual(['a.csv', 'b.csv']);
  });

  it('a name that is too long is exit code 4, and said so', () => {
    const folder = scratchFolder();
    writeExtracts(folder);
    const { exit, stderr } = markercheck(folder, checkArguments('a', 'x'.repeat(300)));
    expect(exit).toBe(4);
    expect(words(stderr)).toContain('its name is too long');
  });

  it('a path longer than Windows takes by default works', () => {
    const folder = scratchFolder();
    writeExtracts(folder);
    const deep = path.join(...Array.from({ length: 8 }, (_, i) => `${String(i)}${'d'.repeat(59)}`), TARGET);
    expect(path.resolve(folder, deep).length).toBeGreaterThan(400);
    expect(markercheck(folder, checkArguments('a', deep)).exit).toBe(0);
    expect(markercheck(folder, checkArguments('b', deep)).exit).toBe(0);
    expect(readdirSync(path.join(folder, path.dirname(deep)))).toEqual([TARGET]);
  });

  it('a file in the place of the folder, or above it, is said', () => {
    const folder = scratchFolder();
    writeExtracts(folder);
    writeFileSync(path.join(folder, 'taken'), '');
    expect(markercheck(folder, checkArguments('a', 'taken')).exit).toBe(2);
    const { exit, stderr } = markercheck(folder, checkArguments('a', 'taken/run'));
    expect(exit).toBe(4);
    expect(words(stderr)).toContain('cannot be written beside taken/run');
  });

  it('the top of a disk is refused: nothing can stand beside it', () => {
    const folder = scratchFolder();
    writeExtracts(folder);
    const { exit, stderr } = markercheck(folder, checkArguments('a', '/'));
    expect(exit).toBe(2);
    expect(words(stderr)).toContain('is the top of a disk or a share');
  });
});
