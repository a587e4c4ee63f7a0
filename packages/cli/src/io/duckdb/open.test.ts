import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTables } from './open.js';

const folder = mkdtempSync(path.join(tmpdir(), 'markercheck-open-'));
const at = (name: string) => path.join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const instance = await DuckDBInstance.create(at('d.duckdb'));
  const connection = await instance.connect();
  await connection.run('CREATE TABLE crimes AS SELECT 1 AS a');
  for (const name of ['a', 'other'])
    await connection.run(`COPY crimes TO '${at(name)}.parquet' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
  writeFileSync(at('other.csv'), 'a\n1\n');
});

/** What would read or write elsewhere, or fetch or load anything. */
const FORBIDDEN = [
  `FROM '${at('other.csv')}'`,
  `FROM '${at('other.parquet')}'`,
  `FROM read_text('${at('other.csv')}')`,
  `FROM glob('${folder}/*')`,
  "FROM 'https://localhost/x.parquet'",
  `ATTACH '${at('new.duckdb')}'`,
  `COPY (SELECT 1) TO '${at('written.csv')}'`,
  `EXPORT DATABASE '${at('exported')}'`,
  'INSTALL httpfs',
  'LOAD httpfs',
  'INSTALL httpfs FROM community',
  'SET enable_external_access = true',
  "SET allowed_directories = ['/']",
  'SET autoinstall_known_extensions = true',
  `SET temp_directory = '${folder}'`,
];

describe.each([
  ['a Parquet file', 'a.parquet', 'parquet', `read_parquet('${at('a.parquet')}')`],
  ['a database', 'd.duckdb', 'duckdb', 'crimes'],
] as const)('%s', (_, name, kind, relation) => {
  it('is read, and nothing else is read, written, fetched or loaded', async () => {
    const before = readdirSync(folder);
    const { connection, close } = await openTables(at(name), kind);
    try {
      expect((await connection.runAndReadAll(`SELECT a FROM ${relation}`)).getRows()).toEqual([[1]]);
      const written = kind === 'duckdb' ? ['INSERT INTO crimes VALUES (2)', 'CREATE TABLE t (a INT)'] : [];
      for (const statement of [...FORBIDDEN, ...written]) {
        await expect(connection.runAndReadAll(statement), statement).rejects.toThrow(/Error/);
      }
    } finally {
      close();
    }
    expect(readdirSync(folder)).toEqual(before);
  });
});
