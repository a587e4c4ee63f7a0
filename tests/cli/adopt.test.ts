import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { canonicalCsv, markercheck, readRows, readSummary, scratchFolder, writeIn } from '../support/cli.js';

const AS_AT = ['--as-at', '2026-11-01'];
const adopt = (folder: string, ...args: readonly string[]) =>
  markercheck(folder, ['rules', 'adopt', ...args, ...AS_AT]);

function rowsIn(folder: string, file: string): Record<string, string>[] {
  const text = readFileSync(path.join(folder, file), 'utf8').replace('\uFEFF', '');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

const ANSWER = {
  answer: 'yes',
  paragraph: '3.2',
  edition: 'April 2026',
  role: 'force crime registrar',
  date: '2026-10-20',
};

describe('rules adopt', () => {
  it('writes a sheet to fill in', () => {
    const folder = scratchFolder();
    const { exit, stdout, stderr } = adopt(folder, '--out', 'adoption.csv');
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /^adoption\.csv: \d+ readings for the registrar to answer\. Filled in, it goes with: markercheck check <extract> --adoption adoption\.csv $/,
    );
    expect(readdirSync(folder)).toEqual(['adoption.csv']);
    expect(Object.keys(rowsIn(folder, 'adoption.csv')[0]!)).toEqual([
      'rule',
      'title',
      'default',
      'reading',
      'question',
      'readingId',
      'answer',
      'paragraph',
      'edition',
      'role',
      'date',
      'note',
    ]);
  });

  it('never writes over answers', () => {
    const folder = scratchFolder();
    writeIn(folder, 'adoption.csv', 'answers');
    const { exit, stderr } = adopt(folder, '--out', 'adoption.csv');
    expect(exit).toBe(2);
    expect(stderr).toContain('may hold answers');
    expect(readFileSync(path.join(folder, 'adoption.csv'), 'utf8')).toBe('answers');
    expect(readdirSync(folder)).toEqual(['adoption.csv']);
  });

  it('takes answers over, and says which it does not', () => {
    const folder = scratchFolder();
    adopt(folder, '--out', 'first.csv');
    const rows = rowsIn(folder, 'first.csv');
    const changed = rows.map((row, i) => {
      if (i === 0) return { ...row, ...ANSWER };
      return i === 1 ? { ...row, ...ANSWER, paragraph: '' } : row;
    });
    writeIn(folder, 'answered.csv', Papa.unparse(changed));
    const { exit, stdout, stderr } = adopt(folder, '--out', 'second.csv', '--from', 'answered.csv');
    expect(exit).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      '1 answer kept; 1 line of the earlier sheet not taken over',
    );
    expect(stderr.replace(/\s+/g, ' ')).toContain(
      'answered.csv row 3: a yes needs the paragraph that says so.',
    );
    expect(rowsIn(folder, 'second.csv').map(({ answer }) => answer)).toEqual([
      'yes',
      ...rows.slice(1).map(() => ''),
    ]);
  });

  it('refuses an earlier sheet that is none', () => {
    const folder = scratchFolder();
    writeIn(folder, 'other.csv', 'a,b\n');
    expect(adopt(folder, '--out', 'new.csv', '--from', 'other.csv')).toMatchObject({ exit: 2 });
    expect(readdirSync(folder)).toEqual(['other.csv']);
  });
});

describe('check --adoption', () => {
  const RECORD = {
    crimeReference: 'GL/1',
    force: 'E23000037',
    offenceCode: '19/16',
    recordedOn: '2026-10-02',
    offenceFrom: '2026-10-01',
    victimBornOn: '2016-01-01',
    CSA: 'N',
    CSE: 'N',
  };

  /** Checks a record that breaches CSA-BYDEF-MISSING, with the registrar's answer to its reading. */
  function checked(answer: Readonly<Record<string, string>>, policy?: string) {
    const folder = scratchFolder();
    writeIn(folder, 'extract.csv', canonicalCsv([RECORD]));
    adopt(folder, '--out', 'asked.csv');
    const rows = rowsIn(folder, 'asked.csv').map((row) =>
      row['rule'] === 'CSA-BYDEF-MISSING' ? { ...row, ...answer } : row,
    );
    writeIn(folder, 'adoption.csv', Papa.unparse(rows));
    if (policy !== undefined) writeIn(folder, 'policy.json', policy);
    const args = ['check', 'extract.csv', '--adoption', 'adoption.csv', ...AS_AT];
    const run = markercheck(folder, policy === undefined ? args : [...args, '--policy', 'policy.json']);
    return { ...run, folder, summary: readSummary(folder) };
  }

  it('says in the summary what is confirmed, and the rule stays as it is', () => {
    const { exit, stdout, summary } = checked(ANSWER);
    expect(exit).toBe(1);
    expect(summary.adoption).toMatchObject({ confirmed: 1, edition: 'April 2026', off: [], differing: [] });
    expect(summary.rules['CSA-BYDEF-MISSING']).toMatchObject({ severity: 'warning', breached: 1 });
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /1 of \d+ readings confirmed against edition April 2026 by the registrar/,
    );
  });

  it('switches off what the registrar rejects, against the policy too, and says that it did', () => {
    const { exit, summary } = checked(
      { ...ANSWER, answer: 'no' },
      '{"rules": {"CSA-BYDEF-MISSING": "error"}}',
    );
    expect(exit).toBe(0);
    expect(summary.adoption?.off).toEqual(['CSA-BYDEF-MISSING']);
    expect(summary.rules['CSA-BYDEF-MISSING']?.state).toBe('off');
    expect(summary.policy.changes).toContainEqual(
      expect.objectContaining({ name: 'CSA-BYDEF-MISSING', to: 'off' }),
    );
  });

  it('counts no line that is not complete, and lists it', () => {
    const { folder, summary } = checked({ ...ANSWER, date: '20/10/2026' });
    expect(summary.adoption).toMatchObject({ confirmed: 0, edition: null });
    expect(readRows(folder, 'input.csv')).toContainEqual(
      expect.objectContaining({ file: 'adoption.csv', done: 'the answer does not count' }),
    );
  });

  it('refuses a file that is no adoption sheet', () => {
    const folder = scratchFolder();
    writeIn(folder, 'extract.csv', canonicalCsv([RECORD]));
    expect(
      markercheck(folder, ['check', 'extract.csv', '--adoption', 'extract.csv', ...AS_AT]),
    ).toMatchObject({ exit: 2 });
    expect(markercheck(folder, ['check', 'extract.csv', '--adoption', 'none.csv', ...AS_AT])).toMatchObject({
      exit: 2,
    });
    expect(readdirSync(folder)).toEqual(['extract.csv']);
  });
});
