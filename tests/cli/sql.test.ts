import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markercheck, ROOT } from '../support/cli.js';

const AS_AT = ['--as-at', '2026-11-01'];
const EXTRACT = path.join(ROOT, 'fixtures/south-west/gloucestershire.csv');
const folder = mkdtempSync(path.join(tmpdir(), 'markercheck-sql-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function sql(...args: readonly string[]) {
  return markercheck(folder, ['sql', '--dialect', 'duckdb', '--table', 'crimes', ...AS_AT, ...args]);
}

describe('sql', () => {
  it('gives the same text each time, on standard output alone', () => {
    const first = sql();
    expect(first).toMatchObject({ exit: 0, stderr: '' });
    expect(sql().stdout).toBe(first.stdout);
    expect(first.stdout.split('\n').length).toBeGreaterThan(500);
  });

  it.each([
    [['--table', 'a.b.'], 'is not a name'],
    [['--columns', 'offenceCode,victimDob'], 'there is no field "victimDob"'],
    [['--give', 'summary', '--views', 'm_'], 'views'],
    [['--as-at', '2026-02-30'], 'is not a date'],
  ])('refuses %j', (args, said) => {
    const table = args[0] === '--table' ? [] : ['--table', 'crimes'];
    const { exit, stdout, stderr } = markercheck(folder, ['sql', '--dialect', 'spark', ...table, ...args]);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain(said);
  });

  it('refuses by name what SQL does not do exactly', () => {
    const file = path.join(folder, 'profile.json');
    const fields = {
      crimeReference: 'REF',
      offenceCode: 'CODE',
      recordedOn: { column: 'D', date: 'DMMYYYY' },
    };
    const markers = {
      layout: 'columns',
      blank: 'unknown',
      columns: { CSA: { column: 'A', set: ['Y'], notSet: ['N'] } },
    };
    writeFileSync(file, JSON.stringify({ name: 'p', fields, markers }));
    expect(sql('--profile', file)).toMatchObject({ exit: 2, stdout: '' });
    expect(sql('--profile', file).stderr).toMatch(/duckdb: the date format "DMMYYYY"/);
    writeFileSync(
      file,
      JSON.stringify({ name: 'p', fields: { crimeReference: 'REF' }, markers, rows: { merge: 'anywhere' } }),
    );
    expect(sql('--profile', file).stderr).toMatch(/rows\/merge: SQL does not merge the rows/);
  });
});

describe('import', () => {
  const counts = path.join(folder, 'counts.csv');
  const summary = path.join(folder, 'summary.json');
  let instance: DuckDBInstance;

  beforeAll(async () => {
    instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(
      `CREATE TABLE crimes AS SELECT * FROM read_csv('${EXTRACT}', all_varchar = true, delim = ',', quote = '"')`,
    );
    const columns =
      readFileSync(EXTRACT, 'utf8')
        .split(/\r?\n/)[0]
        ?.replace(/^\ufeff/, '') ?? '';
    const { stdout } = sql('--columns', columns);
    await connection.run(`COPY (${stdout.replace(/;\n$/, '')}) TO '${counts}' (HEADER)`);
    connection.closeSync();
  });
  afterAll(() => instance.closeSync());

  it('makes a summary that says of the extract what check says', () => {
    expect(markercheck(folder, ['import', counts, '--summary', summary]).exit).toBe(0);
    markercheck(folder, ['check', EXTRACT, ...AS_AT, '--out', 'run', '--quiet', '--fail-on', 'never']);
    const imported = JSON.parse(readFileSync(summary, 'utf8')) as Record<string, unknown>;
    const checked = JSON.parse(readFileSync(path.join(folder, 'run/summary.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    for (const key of [
      'schema',
      'pack',
      'profile',
      'policy',
      'records',
      'columns',
      'findings',
      'rules',
      'measures',
      'checks',
      'cells',
      'notChecked',
    ])
      expect({ [key]: imported[key] }).toEqual({ [key]: checked[key] });
  });

  it('is shared and compared as a run is', () => {
    expect(markercheck(folder, ['import', counts, '--summary', summary]).exit).toBe(0);
    const share = (of: string, out: string) =>
      markercheck(folder, ['share', of, '--out', out, '--marking', 'OFFICIAL', '--quiet']);
    expect(share(summary, 'sql.json')).toMatchObject({ exit: 0, stderr: '' });
    expect(share('run', 'run.json')).toMatchObject({ exit: 0 });
    const read = (name: string) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as unknown;
    expect(read('sql.json')).toEqual(read('run.json'));
  });

  it('stands beside a run of check in a comparison as the run itself would', () => {
    expect(markercheck(folder, ['import', counts, '--summary', summary]).exit).toBe(0);
    const other = path.join(ROOT, 'fixtures/south-west/dorset.csv');
    const check = (extract: string, out: string) =>
      markercheck(folder, ['check', extract, ...AS_AT, '--out', out, '--quiet', '--fail-on', 'never']);
    expect([check(other, 'dorset').exit, check(EXTRACT, 'run').exit]).toEqual([0, 0]);
    const compared = (of: string, out: string) => {
      const args = ['compare', 'dorset', of, '--allow-differences', '--out', out];
      const { exit, stdout, stderr } = markercheck(folder, args);
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
      const files = readdirSync(path.join(folder, out)).toSorted();
      const texts = files.map((name) => [name, readFileSync(path.join(folder, out, name), 'utf8')]);
      return {
        stdout: stdout.replaceAll(out, 'OUT'),
        files: Object.fromEntries(texts) as Record<string, string>,
      };
    };
    const imported = compared(summary, 'by-sql');
    expect(imported.files['comparison.csv']).toContain('Gloucestershire');
    expect(imported).toEqual(compared('run', 'by-check'));
  });

  it.each([
    ['a column', (text: string) => text.replace('kind,', 'sort,'), 'lacks the column kind'],
    [
      'its note',
      (text: string) =>
        text
          .split('\n')
          .filter((line) => !line.startsWith('run,'))
          .join('\n'),
      'row of the kind "run"',
    ],
    ['a row', (text: string) => text.replace(/^rule,CSA-BYDEF-MISSING,met.*\n/m, ''), 'not whole'],
    [
      'the pack',
      (text: string) => text.replace(/(pack"":.*?digest"":"")[0-9a-f]{8}/, '$1........'),
      'Write the SQL again',
    ],
  ])('refuses a result without %s', (_, change, said) => {
    const file = path.join(folder, 'changed.csv');
    writeFileSync(file, change(readFileSync(counts, 'utf8')));
    const { exit, stderr } = markercheck(folder, [
      'import',
      file,
      '--summary',
      path.join(folder, 'none.json'),
    ]);
    expect(exit).toBe(2);
    expect(stderr.replace(/\s+/g, ' ')).toContain(said);
  });

  it('does not write over what is not its own', () => {
    const file = path.join(folder, 'mine.json');
    writeFileSync(file, '{}');
    expect(markercheck(folder, ['import', counts, '--summary', file]).exit).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe('{}');
  });
});
