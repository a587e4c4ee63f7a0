import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDuckDb } from './engines/duckdb.js';
import { writeSql } from '../../packages/core/src/sql/write-sql.js';
import type { Engine } from './engines/engine.js';
import { fixtureExtracts, READ_BY_SQL, REFUSED_BY_SQL } from './fixtures.js';
import { proveQuoting } from './hostile.js';
import { ALL_ON, differences, expectSame, generated, pack, ruleCases } from './proof.js';
import { expectSameByProfile, PROFILED } from './profiles.js';
import { AS_AT, readByEngine, RUN } from './readings.js';
import { expectSameFindings, expectSameSummary } from './summaries.js';

let engine: Engine;
beforeAll(async () => (engine = await startDuckDb()));
afterAll(() => engine.stop());

const extracts = ruleCases();

describe('the SQL reading in DuckDB', () => {
  it.each(extracts.map((extract) => [extract.records.length, extract] as const))(
    'says the same of %i cases of the rules',
    async (_, extract) => {
      await expectSame(engine, extract);
    },
  );

  it('is compared by a proof that notices one outcome', () => {
    const [extract] = extracts;
    const ours = readByEngine(pack, ALL_ON, extract!.columns, extract!.records);
    const changed = ours.outcomes.map((letters, i) => (i === 3 ? letters.replace(/[nmub]/, '?') : letters));
    expect(differences(ours, { ...ours, outcomes: changed })).toHaveLength(1);
  });
});

describe('the fixtures in DuckDB', () => {
  it.each(fixtureExtracts().map((extract) => [extract.columns.length, extract] as const))(
    'are judged as ours are: those of %i columns',
    async (_, extract) => {
      expect(await expectSame(engine, extract)).toBe(extract.records.length * pack.rules.length);
    },
  );

  it.each(READ_BY_SQL.map((table) => [table.name, table] as const))(
    'are read and judged by their profile as ours are: %s',
    async (_, table) => {
      await expect(expectSameByProfile(engine, table)).resolves.toBeUndefined();
    },
  );

  it('are refused by name where rows are merged or a second file is read', () => {
    expect(REFUSED_BY_SQL.map(({ name }) => name)).toEqual([
      'profiles/rows-of-suspects-and-markers/extract.csv',
      'profiles/second-file/extract.csv',
    ]);
    for (const { profile } of REFUSED_BY_SQL) {
      const options = { pack, profile, dialect: 'duckdb', table: ['crimes'], asAt: AS_AT, run: RUN } as const;
      expect(() => writeSql(options)).toThrow(/rows\/merge|markers/);
    }
  });
});

describe('the summary of the SQL', () => {
  it.each([
    ['every rule on', ALL_ON],
    ['as the pack has it', {}],
    [
      'a policy',
      { rules: { 'FLAG-LATE': 'error' }, parameters: { csaMandatoryFrom: '2016-04-01', lateAfterDays: 9 } },
    ],
  ] as const)('counts what our engine counts: %s', async (_, policy) => {
    await expectSameSummary(engine, generated(600, 31), policy);
  });
});

describe('the findings of the SQL', () => {
  it('are those of our engine, by statement and by view', async () => {
    await expect(expectSameFindings(engine, generated(300, 33), ALL_ON)).resolves.toBeUndefined();
  });
});

describe('a profile in DuckDB', () => {
  it.each(PROFILED.map((table) => [table.profile.name, table] as const))(
    'reads and judges as ours does: %s',
    async (_, table) => {
      await expectSameByProfile(engine, table);
    },
  );
});

describe('names and texts in DuckDB', () => {
  it('cannot break out of their quotation marks', async () => {
    await expect(proveQuoting(engine, 12)).resolves.toBeUndefined();
  });
});
