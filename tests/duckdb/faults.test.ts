import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { canonicalCsv, markercheck, readSummary, ROOT, scratchFolder, writeIn } from '../support/cli.js';
import { duckDb, text } from './make.js';

vi.setConfig({ testTimeout: 120_000 });

const EXTRACT = path.join(ROOT, 'fixtures/south-west/gloucestershire.csv');
const ENGINE = ['--engine', 'duckdb', '--as-at', '2026-11-01', '--fail-on', 'never', '--quiet'];
const PLAIN = ENGINE.slice(2);

const spaced = (words: string): string => words.replaceAll(/\s+/g, ' ');

describe('a file that cannot be read by DuckDB', () => {
  const RECORD = { crimeReference: 'GL/1', offenceCode: '19/16', recordedOn: '2026-05-02', CSA: 'N' };

  async function parquet(folder: string, name = 'extract.parquet'): Promise<Buffer> {
    const csv = writeIn(folder, 'extract.csv', canonicalCsv([RECORD]));
    const file = path.join(folder, name);
    await duckDb([
      `COPY (FROM read_csv(${text(csv)}, all_varchar = true)) TO ${text(file)} (FORMAT parquet)`,
    ]);
    return readFileSync(file);
  }

  const check = (folder: string, file: string, ...args: readonly string[]) => {
    const { exit, stdout, stderr } = markercheck(folder, ['check', file, ...ENGINE, ...args]);
    return { exit, stdout, stderr: spaced(stderr) };
  };

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 30), 'damaged or was cut off'],
    [
      'damaged',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 5), Buffer.alloc(60, 255), bytes.subarray(65)]),
      'damaged',
    ],
    [
      'a text',
      () => Buffer.from('crimeReference,CSA\nGL/1,N\n'),
      'neither a Parquet file nor a DuckDB database',
    ],
    ['packed', () => Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), 'unpack it first'],
  ])('is said in words: %s', async (_, change, said) => {
    const folder = scratchFolder();
    const bytes = await parquet(folder);
    writeFileSync(path.join(folder, 'extract.parquet'), change(bytes));
    const { exit, stderr } = check(folder, 'extract.parquet');
    expect(exit).toBe(3);
    expect(stderr).toContain(said);
    expect(stderr).not.toContain(folder);
    expect(readSummary(folder)).toMatchObject({ records: 0, complete: false });
  });

  it('is checked as far as it goes where it is damaged farther on', async () => {
    const folder = scratchFolder();
    const file = path.join(folder, 'long.parquet');
    await duckDb([
      `COPY (SELECT 'GL/' || i AS "crimeReference", '19/16' AS "offenceCode", 'N' AS "CSA", md5(i::TEXT) AS narrative
         FROM range(100000) r(i)) TO ${text(file)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 2048)`,
    ]);
    const bytes = readFileSync(file);
    bytes.fill(0xff, Math.floor(bytes.length * 0.7), Math.floor(bytes.length * 0.8));
    writeFileSync(file, bytes);
    const counts = ['once', 'again'].map((out) => {
      const { exit, stderr } = check(folder, 'long.parquet', '--out', out);
      expect(exit).toBe(3);
      expect(stderr).toMatch(/DuckDB ended after [\d,]+ of 100,000 rows.*what was read before was checked/);
      const { records, complete } = readSummary(folder, out);
      expect(complete).toBe(false);
      return records;
    });
    expect(counts[0]).toBeGreaterThan(1000);
    expect(counts[0]).toBeLessThan(80_000);
    expect(counts[1]).toBe(counts[0]);
    const view = `CREATE VIEW v AS SELECT 'GL/' || i AS "crimeReference", '19/16' AS "offenceCode",
      CAST(CASE WHEN i = 90000 THEN 'secret' ELSE '1' END AS INTEGER) AS "suspectCount" FROM numbers`;
    await duckDb(
      ['CREATE TABLE numbers AS SELECT i FROM range(100000) r(i)', view],
      path.join(folder, 'd.duckdb'),
    );
    const failing = check(folder, 'd.duckdb', '--table', 'v');
    expect(failing.exit).toBe(3);
    expect(failing.stderr).toContain('of 100,000 rows');
    expect(failing.stderr).not.toContain('secret');
  });

  it('is not looked for on standard input, nor where it is not', () => {
    const folder = scratchFolder();
    expect(check(folder, '-')).toMatchObject({
      exit: 3,
      stderr: expect.stringContaining('not standard input') as string,
    });
    expect(check(folder, 'none.parquet')).toMatchObject({
      exit: 3,
      stderr: expect.stringContaining('there is no such file') as string,
    });
  });

  it('is recognised without --engine, and what to do is said', async () => {
    const folder = scratchFolder();
    await parquet(folder);
    await duckDb(['CREATE TABLE crimes (a INT)'], path.join(folder, 'd.duckdb'));
    for (const [file, what] of [
      ['extract.parquet', 'a Parquet file'],
      ['d.duckdb', 'a DuckDB database'],
    ] as const) {
      const { exit, stderr } = markercheck(folder, ['check', file, ...PLAIN]);
      expect(exit).toBe(3);
      expect(spaced(stderr)).toContain(`it is ${what}; check it with --engine duckdb`);
    }
    expect(markercheck(folder, ['check', 'extract.csv', ...PLAIN, '--table', 't'])).toMatchObject({
      exit: 2,
    });
    expect(check(folder, 'extract.parquet', '--table', 't')).toMatchObject({ exit: 2 });
  });

  it('has a name that means itself alone', async () => {
    const folder = scratchFolder();
    for (const name of ['a.parquet', 'a*.parquet', "[b]?'; DROP.parquet"]) {
      await parquet(folder, 'made.parquet');
      copyFileSync(path.join(folder, 'made.parquet'), path.join(folder, name));
      expect(check(folder, name)).toMatchObject({ exit: 0, stderr: '' });
      expect(readSummary(folder)).toMatchObject({ records: 1, inputs: [{ name }] });
    }
  });

  it('has its columns quoted, whatever they are called', async () => {
    const folder = scratchFolder();
    const names = [
      'crimeReference',
      'x" FROM t; DROP TABLE t; --',
      "'",
      '',
      '__proto__',
      'item_1',
      'a/b',
      'é\u{1f600}',
    ];
    const columns = names.map((name, i) => `['v${i}'] AS "${name.replaceAll('"', '""') || ' '}"`);
    await duckDb([
      `COPY (SELECT ${columns.join(', ')}) TO ${text(path.join(folder, 'h.parquet'))} (FORMAT parquet)`,
    ]);
    expect(check(folder, 'h.parquet', '--min-assessed', '0').stderr).not.toContain('cannot be read');
    expect(readSummary(folder).records).toBe(1);
  });

  it('is a database of several tables: they are listed, and one is named', async () => {
    const folder = scratchFolder();
    const csv = writeIn(folder, 'extract.csv', canonicalCsv([RECORD]));
    const hostile = 'we"ird"; DROP TABLE x; --.';
    await duckDb(
      [
        `CREATE TABLE old AS FROM read_csv(${text(csv)}, all_varchar = true)`,
        'CREATE SCHEMA police',
        `CREATE VIEW police.crimes AS SELECT * REPLACE ('GL/' || upper("CSA") AS "crimeReference") FROM old`,
        `CREATE TABLE "${hostile.replaceAll('"', '""')}" AS FROM old`,
        `CREATE VIEW outside AS FROM read_csv(${text(csv)}, all_varchar = true)`,
        `CREATE VIEW wrong AS SELECT CAST("crimeReference" AS INTEGER) AS "crimeReference" FROM old`,
      ],
      path.join(folder, 'd.duckdb'),
    );
    const unnamed = check(folder, 'd.duckdb');
    expect(unnamed).toMatchObject({ exit: 2, stdout: '' });
    expect(unnamed.stderr).toContain(
      'holds several tables and views: old, outside, "we""ird""; DROP TABLE x; --.", wrong, police.crimes.',
    );
    expect(existsSync(path.join(folder, 'markercheck-run'))).toBe(false);
    expect(check(folder, 'd.duckdb', '--table', 'none')).toMatchObject({ exit: 2 });
    expect(check(folder, 'd.duckdb', '--table', 'POLICE.Crimes')).toMatchObject({ exit: 0 });
    expect(readSummary(folder).inputs[0]).toMatchObject({ records: 1, format: 'duckdb table police.crimes' });
    expect(check(folder, 'd.duckdb', '--table', `"${hostile.replaceAll('"', '""')}"`)).toMatchObject({
      exit: 0,
    });
    // A view that would read a file gets none, and a value that DuckDB stumbles over is not shown.
    expect(check(folder, 'd.duckdb', '--table', 'outside')).toMatchObject({
      exit: 3,
      stderr: expect.stringContaining('which is not allowed here') as string,
    });
    const wrong = check(folder, 'd.duckdb', '--table', 'wrong');
    expect(wrong.exit).toBe(3);
    expect(wrong.stderr).toContain('Conversion Error');
    expect(wrong.stderr).not.toContain('GL/1');
  });

  it('is a database that another program writes to', async () => {
    const folder = scratchFolder();
    await duckDb(['CREATE TABLE crimes ("crimeReference" TEXT)'], path.join(folder, 'd.duckdb'));
    const driver = pathToFileURL(path.join(ROOT, 'node_modules/@duckdb/node-api/lib/index.js')).href;
    const script = `const { DuckDBInstance } = await import('${driver}'); const i = await DuckDBInstance.create('d.duckdb'); console.log('open'); setInterval(() => i, 1000);`;
    const writer = spawn(process.execPath, ['--input-type=module', '-e', script], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      await once(writer.stdout, 'data');
      expect(check(folder, 'd.duckdb')).toMatchObject({
        exit: 3,
        stderr: expect.stringContaining('open for writing') as string,
      });
    } finally {
      writer.kill();
      await once(writer, 'exit');
    }
    expect(check(folder, 'd.duckdb').stderr).toContain('a header and no records');
    writeIn(folder, 'd.duckdb.wal', 'left over');
    expect(check(folder, 'd.duckdb')).toMatchObject({
      exit: 3,
      stderr: expect.stringContaining('CHECKPOINT') as string,
    });
  });
});

describe('DuckDB beside the program', () => {
  it('is asked for where it is not, and used where it is', async () => {
    const folder = scratchFolder();
    copyFileSync(
      path.join(ROOT, 'packages/cli/dist/single/markercheck.cjs'),
      path.join(folder, 'markercheck.cjs'),
    );
    await duckDb([
      `COPY (FROM read_csv('${EXTRACT}', all_varchar = true)) TO ${text(path.join(folder, 'e.parquet'))} (FORMAT parquet)`,
    ]);
    const run = (...args: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, ['markercheck.cjs', ...args], {
        cwd: folder,
        encoding: 'utf8',
      });
      return { exit: status, stdout, stderr: spaced(stderr) };
    };
    const absent = run('check', 'e.parquet', ...ENGINE);
    expect(absent).toMatchObject({ exit: 2, stdout: '' });
    expect(absent.stderr).toContain('npm install @duckdb/node-api@1.5.6-r.1');
    expect(absent.stderr).toContain('copy the folder node_modules');
    expect(existsSync(path.join(folder, 'markercheck-run'))).toBe(false);
    expect(spaced(run('doctor').stdout)).toContain('DuckDB not installed; only --engine duckdb needs it');
    mkdirSync(path.join(folder, 'node_modules'));
    symlinkSync(path.join(ROOT, 'node_modules/@duckdb'), path.join(folder, 'node_modules/@duckdb'));
    expect(run('check', 'e.parquet', ...ENGINE)).toMatchObject({ exit: 0, stderr: '' });
    expect(readSummary(folder).records).toBe(1200);
    expect(spaced(run('doctor').stdout)).toContain('DuckDB v1.5.6, for --engine duckdb');
  });
});
