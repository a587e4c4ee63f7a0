import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { markercheck, scratchFolder, writeIn } from '../support/cli.js';

const AS_AT = ['--as-at', '2026-11-01'];
const adopt = (folder: string, ...args: readonly string[]) => markercheck(folder, ['rules', 'adopt', ...args, ...AS_AT]);

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
      ...['rule', 'title', 'default', 'reading', 'question', 'readingId'],
      ...['answer', 'paragraph', 'edition', 'role', 'date', 'note'],
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
    expect(stdout.replace(/\s+/g, ' ')).toContain('1 answer kept; 1 line of the earlier sheet not taken over');
    expect(stderr.replace(/\s+/g, ' ')).toContain('answered.csv row 3: a yes needs the paragraph that says so.');
    expect(rowsIn(folder, 'second.csv').map(({ answer }) => answer)).toEqual(['yes', ...rows.slice(1).map(() => '')]);
  });

  it('refuses an earlier sheet that is none', () => {
    const folder = scratchFolder();
    writeIn(folder, 'other.csv', 'a,b\n');
    expect(adopt(folder, '--out', 'new.csv', '--from', 'other.csv')).toMatchObject({ exit: 2 });
    expect(readdirSync(folder)).toEqual(['other.csv']);
  });
});
