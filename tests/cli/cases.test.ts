import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { markercheck, readRows, readSummary, ROOT, scratchFolder } from '../support/cli.js';

const CASES = path.join(ROOT, 'fixtures/cases');

/** What an extract of `fixtures/cases` expects; its README says what the keys mean. */
interface Expected {
  readonly about: string;
  readonly exit: number;
  readonly findings: readonly (readonly [rule: string, crimeReference: string])[];
  readonly input?: readonly (readonly [row: number, column: string | null])[];
  readonly notAssessed?: readonly string[];
  readonly policy?: string;
}

const names = readdirSync(CASES).filter((name) => existsSync(path.join(CASES, name, 'expected.json')));

/** A cell of our CSVs without the apostrophe that guards it from spreadsheets. */
const unguarded = (cell = '') => cell.replace(/^'(?=[=+\-@\t\r])/, '');

describe('the extracts that state what they expect', () => {
  it('are there', () => {
    expect(names.length).toBeGreaterThanOrEqual(17);
  });

  it.each(names)('%s', (name) => {
    const folder = scratchFolder();
    const from = path.join(CASES, name);
    const expected = JSON.parse(readFileSync(path.join(from, 'expected.json'), 'utf8')) as Expected;
    const policy = expected.policy === undefined ? [] : ['--policy', path.join(from, expected.policy)];
    const { exit, stderr } = markercheck(folder, [
      'check',
      path.join(from, 'extract.csv'),
      '--as-at',
      '2026-11-01',
      ...policy,
    ]);
    expect(exit, stderr).toBe(expected.exit);
    const found = readRows(folder, 'findings.csv').map((row) => [
      row['rule'],
      unguarded(row['crimeReference']),
    ]);
    const sorted = (pairs: readonly (readonly (string | undefined)[])[]) =>
      pairs.map((pair) => pair.join(' ')).toSorted();
    expect(sorted(found)).toEqual(sorted(expected.findings));
    const notices = readRows(folder, 'input.csv').map((row) => `${row['row']} ${row['column']}`);
    for (const [row, column] of expected.input ?? []) expect(notices).toContain(`${row} ${column ?? ''}`);
    const { rules } = readSummary(folder);
    for (const id of expected.notAssessed ?? []) expect(rules[id]?.state, id).toBe('not-assessed');
  });
});
