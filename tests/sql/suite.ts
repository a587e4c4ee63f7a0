import { afterAll, describe, expect, it } from 'vitest';
import { FIELD_NAMES, type FieldName } from '../../packages/core/src/model/fields.js';
import { type Engine, sayMissing } from './engines/engine.js';
import { fixtureExtracts, READ_BY_SQL } from './fixtures.js';
import { proveQuoting } from './hostile.js';
import { expectSameByProfile, PROFILED } from './profiles.js';
import { ALL_ON, expectSame, generated, ruleCases } from './proof.js';
import { expectSameFindings, expectSameSummary } from './summaries.js';

const without = (...names: readonly FieldName[]) => FIELD_NAMES.filter((name) => !names.includes(name));

/** More than 50,000 records of edge cases; extracts that lack columns show that a rule that cannot speak silences nobody. */
const RUNS = [
  { name: 'every column', rows: 25_000, seed: 21, columns: FIELD_NAMES },
  { name: 'every column, other records', rows: 15_000, seed: 22, columns: FIELD_NAMES },
  { name: 'no CSE', rows: 3_000, seed: 23, columns: without('CSE') },
  { name: 'no CSA, no narrative', rows: 3_000, seed: 24, columns: without('CSA', 'narrative') },
  {
    name: 'no local markers, no history',
    rows: 3_000,
    seed: 25,
    columns: without('localMarkers', 'markerHistory'),
  },
  {
    name: 'no numbers',
    rows: 1_000,
    seed: 29,
    columns: without('suspectCount', 'suspectAges', 'victimAge', 'outcome'),
  },
  { name: 'ages only', rows: 3_000, seed: 26, columns: without('victimBornOn', 'reportedOn', 'offenceTo') },
  {
    name: 'classes only',
    rows: 2_000,
    seed: 27,
    columns: without('offenceCode', 'victimType', 'recordType'),
  },
  { name: 'no offence at all', rows: 2_000, seed: 28, columns: without('offenceCode', 'offenceClass') },
];

/** The proof for one engine: it skips, loudly, where the machine has no such engine. */
export async function proveEngine<E extends Engine>(
  name: string,
  start: () => E | string | Promise<E | string>,
  more: (engine: () => E) => void = () => undefined,
): Promise<void> {
  const started = await start();
  const missing = typeof started === 'string' ? started : null;
  if (missing !== null) sayMissing(name, missing);
  const engine = (): E => started as E;

  describe.skipIf(missing !== null)(`the SQL reading in ${name}`, () => {
    afterAll(() => engine().stop());

    it('says the same of every case of the rules', async () => {
      let compared = 0;
      for (const extract of ruleCases()) compared += await expectSame(engine(), extract);
      expect(compared).toBeGreaterThan(10_000);
    });

    it.each(RUNS)('says the same of generated records: $name', async ({ rows, seed, columns }) => {
      expect(await expectSame(engine(), generated(rows, seed, columns))).toBe(rows * 41);
    });

    it.each(PROFILED.map((table) => [table.profile.name, table] as const))(
      'reads a profile as ours does: %s',
      async (_, table) => {
        await expect(expectSameByProfile(engine(), table)).resolves.toBeUndefined();
      },
    );

    it.each(fixtureExtracts().map((extract) => [extract.columns.length, extract] as const))(
      'says the same of the fixtures of %i columns',
      async (_, extract) => {
        expect(await expectSame(engine(), extract)).toBe(extract.records.length * 41);
      },
    );

    it.each(READ_BY_SQL.map((table) => [table.name, table] as const))(
      'reads and judges a fixture by its profile as ours does: %s',
      async (_, table) => {
        await expect(expectSameByProfile(engine(), table)).resolves.toBeUndefined();
      },
    );

    it('counts what our engine counts', async () => {
      await expect(expectSameSummary(engine(), generated(5_000, 29), ALL_ON)).resolves.toBeUndefined();
      await expectSameSummary(engine(), generated(1_000, 30), {
        parameters: { csaMandatoryFrom: '2016-04-01' },
      });
    });

    it('lists what our engine finds, by statement and by view', async () => {
      await expect(expectSameFindings(engine(), generated(400, 32), ALL_ON)).resolves.toBeUndefined();
    });

    it('keeps hostile names and texts in their quotation marks', async () => {
      await expect(proveQuoting(engine(), name === 'spark' ? 5 : 40)).resolves.toBeUndefined();
    });

    more(engine);
  });
}
