import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { SUMMARY_SCHEMA } from '../../packages/core/src/model/run.js';
import { loadPack } from '../../packages/core/src/rules/load.js';
import { markercheck, readSummary, ROOT, scratchFolder } from '../support/cli.js';
import { shapeOf } from './shape.js';

const HERE = path.dirname(fileURLToPath(import.meta.url));
/** `UPDATE_GOLDEN=1` writes what is new; it never changes what stands. */
const MAY_ADD = process.env['UPDATE_GOLDEN'] === '1';

function golden<T>(name: string): Record<string, T> {
  return JSON.parse(readFileSync(path.join(HERE, name), 'utf8')) as Record<string, T>;
}

function add(name: string, key: string, value: unknown): void {
  writeFileSync(path.join(HERE, name), `${JSON.stringify({ ...golden(name), [key]: value }, null, 2)}\n`);
}

describe('a change of a rule', () => {
  it('is a new edition of the pack', () => {
    const { edition, digest } = loadPack();
    if (MAY_ADD && !(edition in golden('editions.json'))) add('editions.json', edition, digest);
    expect(
      golden('editions.json')[edition],
      'The pack changed. Raise "edition" in pack.json, and record it: UPDATE_GOLDEN=1 pnpm vitest run tests/golden',
    ).toBe(digest);
  });
});

describe('a change of the shape of an output', () => {
  const MAPS = new Set(['.rules', '.measures', '.parameters']);
  const runs = [
    { name: 'summary.json', of: readSummary },
    {
      name: 'findings.ndjson',
      of: (folder: string) => {
        const [line = '{}'] = readFileSync(
          path.join(folder, 'markercheck-run', 'findings.ndjson'),
          'utf8',
        ).split('\n');
        const { when: _when, require: _require, ...head } = JSON.parse(line) as Record<string, unknown>;
        return head;
      },
    },
    ...['findings.csv', 'undetermined.csv', 'input.csv', 'baseline.csv'].map((name) => ({
      name,
      of: (folder: string) =>
        readFileSync(path.join(folder, 'markercheck-run', name), 'utf8').split('\r\n')[0],
    })),
  ];

  it('is a new schema number', () => {
    const folder = scratchFolder();
    const fixture = path.join(ROOT, 'fixtures/cases/every-rule-on');
    const args = [
      path.join(fixture, 'extract.csv'),
      '--policy',
      path.join(fixture, 'policy.json'),
      '--as-at',
      '2026-11-01',
    ];
    markercheck(folder, ['check', ...args]);
    markercheck(folder, ['check', ...args, '--out', 'second', '--baseline', 'markercheck-run']);
    const shapes = {
      ...Object.fromEntries(
        runs.map(({ name, of }) => [
          name,
          typeof of(folder) === 'string' ? of(folder) : shapeOf(of(folder), MAPS),
        ]),
      ),
      'summary.json, baseline': shapeOf(readSummary(folder, 'second').baseline, MAPS),
      'resolved.csv': readFileSync(path.join(folder, 'second', 'resolved.csv'), 'utf8').split('\r\n')[0],
    };
    const key = String(SUMMARY_SCHEMA);
    if (MAY_ADD && !(key in golden('outputs.json'))) add('outputs.json', key, shapes);
    expect(
      shapes,
      'The shape of an output changed. Raise SUMMARY_SCHEMA, and record it: UPDATE_GOLDEN=1 pnpm vitest run tests/golden',
    ).toEqual(golden('outputs.json')[key]);
  });
});
