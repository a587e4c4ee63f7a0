import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { compareForces } from '../../packages/core/src/compare/compare-forces.js';
import { compareOverTime } from '../../packages/core/src/compare/compare-over-time.js';
import { COMPARISON_SHAPE } from '../../packages/core/src/compare/comparison-shape.js';
import { readExchange } from '../../packages/core/src/compare/read-exchange.js';
import { comparisonJson } from '../../packages/core/src/report/comparison/csv.js';
import { shareRun } from '../../packages/core/src/share/share-run.js';
import { COMPARISON_SCHEMAS } from '../../scripts/generate/comparison-schemas.js';
import { ROOT } from '../support/cli.js';
import { cell, PACK, runOf } from './runs.js';

const share = (force: string, month: string) =>
  shareRun(
    runOf({
      cells: [
        cell({ force, month, counts: [60, 40, 9] }),
        cell({ force, month, ageBand: '10-12', offenceClass: '71', counts: [30, 2, 0] }),
        cell({ force, month, maturity: 'unknown', counts: [7, 0, 0] }),
      ],
    }),
    PACK,
    { marking: 'OFFICIAL' },
  );
const exchange = share('E23000036', '2026-10');

const validator = (name: keyof typeof COMPARISON_SCHEMAS) =>
  new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(COMPARISON_SCHEMAS[name]);

describe('the schemas', () => {
  it.each(Object.entries(COMPARISON_SCHEMAS))('%s is what the shapes say', async (name, schema) => {
    const file = path.join(ROOT, name);
    const options = (await resolveConfig(file)) ?? {};
    expect(readFileSync(file, 'utf8')).toBe(
      await format(JSON.stringify(schema), { ...options, filepath: file }),
    );
  });

  it('fit what is written', () => {
    const files = validator('schemas/exchange.schema.json');
    expect(files(JSON.parse(JSON.stringify(exchange)))).toBe(true);
    const outputs = validator('schemas/comparison.schema.json');
    const forces = compareForces([exchange, share('E23000035', '2026-10')], { expected: ['E23000039'] });
    expect(outputs(JSON.parse(comparisonJson(forces))), JSON.stringify(outputs.errors?.slice(0, 3))).toBe(
      true,
    );
    const times = compareOverTime(share('E23000036', '2025-10'), exchange);
    expect(outputs(JSON.parse(comparisonJson(times))), JSON.stringify(outputs.errors?.slice(0, 3))).toBe(
      true,
    );
    expect(COMPARISON_SHAPE.faults(JSON.parse(comparisonJson(forces)), '')).toEqual([]);
  });
});

type Json = Record<string, unknown>;
const at = (value: Json, ...keys: readonly string[]): Json =>
  keys.reduce((of, key) => of[key] as Json, value);

describe('an exchange file from elsewhere', () => {
  const title = ['measures', 'csa-by-title'] as const;
  it.each<[string, (file: Json) => void, string]>([
    ['another shape', (file) => (file['schema'] = 2), 'schema: must be 1'],
    ['a key that is not there', (file) => delete file['asAt'], '"asAt" is missing'],
    ['a key that nobody knows', (file) => (file['records2'] = 1), 'the key "records2" is not known here'],
    ['no marking', (file) => (file['marking'] = ''), 'marking'],
    ['a threshold that hides nothing', (file) => (file['threshold'] = 2), 'threshold'],
    [
      'a negative count',
      (file) => (at(file, ...title, 'settled', 'total')['eligible'] = -1),
      'total/eligible',
    ],
    ['a fraction', (file) => (at(file, ...title, 'settled', 'total')['met'] = 0.5), 'total/met'],
    [
      'counts that do not add up',
      (file) => (at(file, ...title, 'settled', 'total')['eligible'] = 140),
      'do not add up',
    ],
    [
      'parts over their total',
      (file) => (at(file, ...title, 'settled', 'years', '0', 'quarters', '0')['eligible'] = 999),
      'quarters',
    ],
    ['a list in place of an object', (file) => (file['measures'] = []), 'measures: must be an object'],
  ])('is refused for %s, with the place', (_, change, words) => {
    const file = JSON.parse(JSON.stringify(exchange)) as Json;
    change(file);
    expect(() => readExchange(file)).toThrow(words);
    if (words.includes('add up') || words === 'quarters') return;
    expect(validator('schemas/exchange.schema.json')(file)).toBe(false);
  });

  it.each([null, 1, 'x', [], {}])('is refused if it is %j', (value) => {
    expect(() => readExchange(value)).toThrow('cannot be used');
  });
});
