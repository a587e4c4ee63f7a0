import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RecordSink } from '../../packages/core/src/assess.js';
import { createCheck } from '../../packages/core/src/check.js';
import type { Extract } from '../../packages/core/src/extract.js';
import type { InputNotice } from '../../packages/core/src/read/reader.js';
import { afterAll, describe, expect, it } from 'vitest';
import { loadTexts } from './make.js';
import { FIXTURE_TABLES, type FixtureTable, NO_TABLES } from '../support/fixture-tables.js';
import { readWithProfile } from '../../packages/cli/src/run/profile-files.js';
import { readSettings } from '../../packages/cli/src/run/settings.js';
import { readTable } from '../../packages/cli/src/io/duckdb/read-table.js';

const folder = mkdtempSync(path.join(tmpdir(), 'markercheck-tables-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** All that a check says of a fixture, fed in some way. */
async function saidOf(
  { profile, policy, markersFile, name }: FixtureTable,
  feed: (extract: Extract) => Promise<void> | void,
) {
  const settings = readSettings({ profile, policy, markersFile, asAt: '2026-11-01' });
  const notices: InputNotice[] = [];
  const said: unknown[] = [];
  const notice = (of: InputNotice): void => void notices.push(of);
  const readWith = await readWithProfile(settings, notice);
  const file: RecordSink = {
    finding: (finding, row) => said.push(['finding', row, finding]),
    undetermined: (of, row) => said.push(['undetermined', row, of]),
  };
  const { pack, policy: read, asAt } = settings;
  const check = createCheck({ pack, policy: read, asAt, ...readWith.options }, { notice, file: () => file });
  const extract = check.open(name);
  await feed(extract);
  const { format, encoding, because, ...report } = extract.end();
  expect([format, encoding, because].every((text) => text !== '')).toBe(true);
  return { said, notices, report, summary: check.summarise() };
}

describe('a fixture as a table', () => {
  it.each(FIXTURE_TABLES.map((table, i) => [table.name, table, i] as const))(
    'gives what its CSV gives, from Parquet and from a database: %s',
    async (_, table, i) => {
      const database = path.join(folder, `${i}.duckdb`);
      const expected = await saidOf(table, (extract) => extract.write(readFileSync(table.file)));
      await loadTexts(database, `t${i}`, table.header, table.rows);
      const sources = [
        { kind: 'parquet', file: path.join(folder, `t${i}.parquet`), table: null },
        { kind: 'duckdb', file: database, table: { schema: 'main', name: `t${i}` } },
      ] as const;
      for (const source of sources) {
        const given = await saidOf(table, (extract) =>
          readTable({ ...source, folderColumns: [] }, extract.table, () => undefined),
        );
        expect(given).toEqual(expected);
      }
    },
  );

  it('is none where the fixture is about the file', () => {
    expect(FIXTURE_TABLES.length).toBeGreaterThan(35);
    expect(NO_TABLES).toEqual({
      'cases/duplicate-column/extract.csv': 'columns',
      'cases/empty-file/extract.csv': 'none',
      'cases/header-only/extract.csv': 'none',
      'reading/damaged-utf-8/extract.csv': 'rows',
      'reading/empty/extract.csv': 'none',
      'reading/header-again/extract.csv': 'rows',
      'reading/header-alone/extract.csv': 'none',
      'reading/nul-characters/extract.csv': 'rows',
      'reading/other-header-again/extract.csv': 'rows',
      'reading/ragged-rows/extract.csv': 'rows',
      'reading/stray-quote/extract.csv': 'rows',
      'reading/two-encodings/extract.csv': 'rows',
      'reading/undoubled-quote/extract.csv': 'rows',
    });
  });
});
