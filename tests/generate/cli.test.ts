import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPack } from '../../packages/core/src/rules/load.js';
import { markercheck, readRows, readSummary, scratchFolder } from '../support/cli.js';

const MONTH = ['generate', '--month', '2026-10', '--in-scope', '40'];
const RULES = loadPack().rules;

/** Generates and checks as the words of `generate` say; gives what was expected and what was found. */
function generateAndCheck(args: readonly string[]) {
  const folder = scratchFolder();
  const generated = markercheck(folder, [...MONTH, '--out', 'x', ...args]);
  expect(generated).toMatchObject({ exit: 0, stderr: '' });
  const command = /^ {2}markercheck (check .*)$/m.exec(generated.stdout)?.[1] ?? '';
  const checked = markercheck(folder, command.split(' '));
  const of = ({ rule, crimeReference, force, file, row }: Record<string, string>) =>
    [rule, crimeReference, force, file, row].join(' ');
  return {
    folder,
    checked,
    expected: readRows(folder, 'expected.csv', 'x').map(of),
    found: readRows(folder, 'findings.csv').map(of),
  };
}

describe('markercheck generate', () => {
  it.each([
    ['canonical', 'csv', 'utf-8'],
    ['canonical', 'xml', 'utf-16le'],
    ['canonical', 'ndjson', 'utf-8-bom'],
    ['yes-no', 'csv', 'windows-1252'],
    ['yes-no', 'ndjson', 'windows-1252'],
    ['list', 'csv', 'utf-16le'],
    ['list', 'xml', 'utf-8'],
    ['second-file', 'csv', 'utf-8-bom'],
    ['second-file', 'ndjson', 'utf-8'],
    ['records-system', 'csv', 'windows-1252'],
    ['records-system', 'xml', 'windows-1252'],
    ['records-system', 'ndjson', 'utf-16le'],
  ])('writes what check then finds, to the row: %s, %s, %s', (layout, format, encoding) => {
    const { expected, found, checked, folder } = generateAndCheck([
      '--layout',
      layout,
      '--format',
      format,
      '--encoding',
      encoding,
      '--rows',
      '400',
      '--faults',
      '20',
    ]);
    expect(found).toEqual(expected);
    expect(expected.length).toBeGreaterThan(20);
    expect(checked.exit).toBe(1);
    expect(readSummary(folder)).toMatchObject({ complete: true, records: 400, notChecked: null });
    expect(Object.values(readSummary(folder).rules).filter(({ state }) => state === 'not-assessed')).toEqual(
      [],
    );
  });

  it('plants the faults of every rule, and switches on those that are off', () => {
    const all = RULES.flatMap(({ id }) => ['--fault', `${id}=30`]);
    const { expected, found } = generateAndCheck(['--rows', '3000', ...all]);
    expect(found).toEqual(expected);
    const planted = new Set(expected.map((line) => line.split(' ')[0]));
    expect(planted.size).toBeGreaterThan(RULES.length - 6);
  });

  it('writes no fault where none is asked for', () => {
    const { expected, found, checked, folder } = generateAndCheck(['--faults', '0']);
    expect({ expected, found, exit: checked.exit }).toEqual({ expected: [], found: [], exit: 0 });
    expect(readdirSync(path.join(folder, 'x')).toSorted()).toEqual(['expected.csv', 'extract.csv']);
  });

  it('writes the same bytes for the same seed, and others for another', () => {
    const folder = scratchFolder();
    const bytes = (out: string, seed: string) => {
      markercheck(folder, [...MONTH, '--rows', '50', '--out', out, '--seed', seed]);
      return readFileSync(path.join(folder, out, 'extract.csv'));
    };
    expect(bytes('a', '5').equals(bytes('b', '5'))).toBe(true);
    expect(bytes('c', '6').equals(bytes('d', '5'))).toBe(false);
  });

  it('says nothing where it is asked to be quiet', () => {
    const folder = scratchFolder();
    const quiet = markercheck(folder, [...MONTH, '--rows', '50', '--quiet']);
    expect(quiet).toEqual({ exit: 0, stdout: '', stderr: '' });
    expect(readdirSync(path.join(folder, 'markercheck-extract'))).toContain('extract.csv');
  });

  it('writes several months, of a force by its name', () => {
    const folder = scratchFolder();
    const { stdout } = markercheck(folder, [
      'generate',
      '--from',
      '2024-02',
      '--to',
      '2025-01',
      '--force',
      'Dorset',
      '--prefix',
      'DO',
    ]);
    expect(stdout).toContain('recorded 2024-02-01 to\n2025-01-31');
    const rows = readRows(folder, 'extract.csv', 'markercheck-extract');
    expect(rows[0]).toMatchObject({ force: 'E23000039', crimeReference: 'DO/2024/000001' });
    expect(rows.at(-1)?.['recordedOn']).toMatch(/^2025-01/);
  });

  it.each([
    [[], 'Name the month'],
    [['--month', '2026-13'], '--month 2026-13 is not a month'],
    [['--from', '2026-02', '--to', '2026-01'], '--to is before'],
    [['--month', '2026-10', '--force', 'Ruritania'], 'Ruritania'],
    [['--month', '2026-10', '--fault', 'NO-RULE=5'], 'no rule NO-RULE'],
    [['--month', '2026-10', '--fault', 'FLAG-LATE=x'], 'percentage'],
    [['--month', '2026-10', '--faults', '101'], 'percentage'],
    [['--month', '2026-10', '--rows', '1.5'], 'rows'],
    [['--month', '2026-10', '--prefix', 'a/b'], '--prefix'],
    [['--month', '2026-10', '--layout', 'list', '--fault', 'FLAG-FIELD-INVALID=5'], 'never a cell'],
  ])('refuses %j, and writes nothing', (args, words) => {
    const folder = scratchFolder();
    const { exit, stderr } = markercheck(folder, ['generate', ...args]);
    expect({ exit, stderr: stderr.replaceAll(/\s+/g, ' ') }).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining(words) as string,
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('writes nothing into a folder that holds something', () => {
    const folder = scratchFolder();
    markercheck(folder, [...MONTH, '--out', 'x']);
    const { exit, stderr } = markercheck(folder, [...MONTH, '--out', 'x']);
    expect({ exit, stderr }).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('not empty') as string,
    });
    writeFileSync(path.join(folder, 'file'), '');
    expect(markercheck(folder, ['generate', '--month', '2026-10', '--out', 'file']).exit).toBe(4);
    expect(existsSync(path.join(folder, 'x', 'expected.csv'))).toBe(true);
  });
});
