import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { markercheck, ROOT, scratchFolder } from '../support/cli.js';

const MAIN = path.join(ROOT, 'packages/cli/dist/main.js');
const folder = '.';
const manual = markercheck(folder, ['man']).stdout;

/** The parts of the manual: one for each command, with its help. */
const SECTIONS = manual
  .split('\n.SS ')
  .slice(1)
  .map((text) => {
    const [name = '', ...lines] = text.split('\n.SH ')[0]?.split('\n') ?? [];
    const plain = (roff: string) => roff.replaceAll('\\-', '-').replaceAll('\\&', '').replaceAll('\\e', '\\');
    return { name: plain(name), help: plain(lines.join('\n')) };
  });

describe('the help of every command', () => {
  it('is in the manual', () => {
    const names = SECTIONS.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['markercheck', 'markercheck check', 'markercheck rules show']),
    );
    expect(names.length).toBeGreaterThan(20);
    const { stdout } = markercheck(folder, ['--help']);
    const listed = [...(stdout.split('\nOptions:')[0] ?? '').matchAll(/^ {2}(markercheck [a-z-]+)/gm)].map(
      ([, name]) => name,
    );
    expect(names.filter((name) => name.split(' ').length === 2)).toEqual(listed);
  });

  it.each(SECTIONS)('teaches with an example, within 80 columns: $name', ({ name, help }) => {
    expect(help).toContain(`\nExamples:\n  ${name.split(' ').slice(0, 2).join(' ')}`);
    expect(help.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('is what --help says', () => {
    const of = SECTIONS.find(({ name }) => name === 'markercheck rules show');
    const { stdout } = markercheck(folder, ['rules', 'show', '--help']);
    expect(stdout.trim()).toContain(of?.help.split('\n.fi')[0]?.replace('.nf\n', '').trim());
  });
});

describe('the manual', () => {
  const hasMan = spawnSync('man', ['--version']).status === 0;
  it.skipIf(!hasMan)('is set by man without a complaint', () => {
    const { status, stderr, stdout } = spawnSync('man', ['--warnings', '-l', '-'], {
      input: manual,
      encoding: 'utf8',
      env: { ...process.env, MANWIDTH: '80', LC_ALL: 'C' },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('--as-at');
  });
});

describe('completion', () => {
  /** What bash proposes at the end of a line. */
  function proposed(words: readonly string[]): readonly string[] {
    const bin = scratchFolder();
    const program = path.join(bin, 'markercheck');
    writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${MAIN}" "$@"\n`);
    chmodSync(program, 0o755);
    const script = `
      source <(markercheck completion bash)
      COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')})
      COMP_CWORD=$(( \${#COMP_WORDS[@]} - 1 ))
      _markercheck
      printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout } = spawnSync('bash', ['-c', script], {
      encoding: 'utf8',
      env: { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}` },
    });
    return stdout.trim().split('\n');
  }

  it.each([
    [['markercheck', 'che'], ['check']],
    [
      ['markercheck', 'rules', ''],
      ['list', 'show', 'test', 'adopt'],
    ],
    [['markercheck', 'check', '--wai'], ['--waivers']],
    [['markercheck', 'check', 'extract.csv', '--fail'], ['--fail-on']],
    // Nothing of ours: bash proposes files.
    [['markercheck', 'check', ''], ['']],
  ])('proposes in bash what comes next: %j', (words, next) => {
    expect(proposed(words)).toEqual(next);
  });

  it.each(['bash', 'zsh', 'powershell'])('gives a script for %s and nothing else', (shell) => {
    const { exit, stdout, stderr } = markercheck(folder, ['completion', shell]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toContain('--get-yargs-completions');
  });

  it('knows no other shell', () => {
    expect(markercheck(folder, ['completion', 'fish'])).toMatchObject({ exit: 2, stdout: '' });
  });
});

describe('markercheck doctor', () => {
  it('says that a run is possible, within 80 columns and without colours', () => {
    const { exit, stdout, stderr } = markercheck(folder, ['doctor']);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    for (const name of ['Rules', 'Node', 'Today', 'Encodings', 'Folder', 'Disk'])
      expect(stdout).toContain(name);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toMatch(/A run is possible/);
  });

  it('says what stops a run, with exit code 4', () => {
    const { exit, stdout } = markercheck(folder, ['doctor', '--out', '/proc/nowhere/run']);
    expect(exit).toBe(4);
    expect(stdout).toMatch(/NOT OK\s+Folder/);
  });

  it('says the same as JSON', () => {
    const { stdout } = markercheck(folder, ['doctor', '--json']);
    const examined = JSON.parse(stdout) as readonly { name: string; state: string }[];
    expect(examined.find(({ name }) => name === 'Encodings')).toMatchObject({ state: 'well' });
  });
});
