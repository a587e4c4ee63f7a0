import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notSql } from '../../packages/core/src/dialect/column.js';
import type { OperatorSql } from '../../packages/core/src/conditions/condition.js';
import { OPERATORS } from '../../packages/core/src/conditions/index.js';
import { not } from '../../packages/core/src/model/truth.js';
import { FACTS_SQL } from '../../packages/core/src/sql/facts.js';
import { OPERATORS_SQL } from '../../packages/core/src/sql/operators.js';
import { startDuckDb } from './engines/duckdb.js';
import type { Engine } from './engines/engine.js';
import { ALL_ON, differences, generated, pack, ruleCases } from './proof.js';
import { readByEngine, readBySql } from './readings.js';

let engine: Engine;
beforeAll(async () => (engine = await startDuckDb()));
afterAll(() => engine.stop());

const [cases] = ruleCases();
const records = [...cases!.records, ...generated(1500, 41).records];

/** How many records the proof finds to differ. */
async function found(): Promise<number> {
  const { columns } = cases!;
  const ours = readByEngine(pack, ALL_ON, columns, records);
  return differences(ours, await readBySql(engine, pack, ALL_ON, columns, records)).length;
}

/** Puts something else in the place of a value for the time of a test. */
async function changing<T extends object, K extends keyof T>(
  of: T,
  key: K,
  value: T[K],
  test: () => Promise<void>,
) {
  const before = of[key];
  Object.assign(of, { [key]: value });
  try {
    await test();
  } finally {
    Object.assign(of, { [key]: before });
  }
}

/** The facts that rules name. */
const NAMED = new Set(
  JSON.stringify(pack.rules)
    .match(/"[A-Za-z.]+"/g)
    ?.map((text) => text.slice(1, -1)),
);

describe('the proof notices', () => {
  it('nothing where nothing is changed', async () => {
    expect(await found()).toBe(0);
  });

  it.each(OPERATORS.map(({ name }) => name))('a change of %s in SQL', async (name) => {
    const reading = OPERATORS_SQL[name] as (args: unknown, scope: unknown) => string;
    const turned = ((args: unknown, scope: unknown) => notSql(reading(args, scope))) as OperatorSql;
    await changing(OPERATORS_SQL as Record<string, OperatorSql>, name, turned, async () => {
      expect(await found()).toBeGreaterThan(0);
    });
  });

  it.each(OPERATORS.map((operator) => [operator.name, operator] as const))(
    'a change of how %s decides',
    async (_, operator) => {
      const { compile } = operator;
      const turned: typeof compile = (...args) => {
        const condition = compile(...args);
        return { ...condition, decide: (record) => not(condition.decide(record)) };
      };
      await changing(operator as { compile: typeof compile }, 'compile', turned, async () => {
        expect(await found()).toBeGreaterThan(0);
      });
    },
  );

  it.each(Object.keys(FACTS_SQL).filter((name) => NAMED.has(name)))(
    'a change of the fact %s in SQL',
    async (name) => {
      const fact = FACTS_SQL[name]!;
      const changed: typeof fact.of = (record) =>
        fact.isTruth === true ? notSql(of(record)) : `nullif(${of(record)}, ${of(record)})`;
      const { of } = fact;
      await changing(fact as { of: typeof fact.of }, 'of', changed, async () => {
        expect(await found()).toBeGreaterThan(0);
      });
    },
  );
});
