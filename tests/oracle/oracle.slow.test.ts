import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIELD_NAMES } from '../../packages/core/src/model/fields.js';
import type { Policy } from '../../packages/core/src/model/policy.js';
import { loadPack } from '../../packages/core/src/rules/load.js';
import { readByEngine } from './compare.js';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const LISTS = path.resolve(HERE, '../../rules/home-office-markers/lists');
const AS_AT = '2026-11-21';

const pack = loadPack();
const ids = pack.rules.map((rule) => rule.id);
const allOn = { rules: Object.fromEntries(ids.map((id) => [id, 'on'])) } as Policy;

function withoutColumns(...names: readonly string[]): string {
  return FIELD_NAMES.filter((name) => !names.includes(name)).join();
}

/** Extracts that lack columns show that a rule that cannot speak silences nobody. */
const RUNS = [
  { name: 'every column', rows: 20_000, seed: 11 },
  { name: 'no CSE', rows: 5_000, seed: 12, columns: withoutColumns('CSE') },
  { name: 'no CSA, no narrative', rows: 5_000, seed: 13, columns: withoutColumns('CSA', 'narrative') },
  {
    name: 'no local markers, no history',
    rows: 5_000,
    seed: 14,
    columns: withoutColumns('localMarkers', 'markerHistory'),
  },
  {
    name: 'ages only',
    rows: 5_000,
    seed: 15,
    columns: withoutColumns('victimBornOn', 'reportedOn', 'offenceTo'),
  },
  {
    name: 'classes only',
    rows: 5_000,
    seed: 16,
    columns: withoutColumns('offenceCode', 'victimType', 'recordType'),
  },
  {
    name: 'no offence at all',
    rows: 5_000,
    seed: 17,
    columns: withoutColumns('offenceCode', 'offenceClass'),
  },
];

interface OracleResult {
  readonly records: number;
  readonly outcomes: readonly string[];
  readonly severities: readonly Readonly<Record<string, string>>[];
  readonly rules: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly measures: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly checks: readonly Readonly<Record<string, unknown>>[];
}

let folder = '';
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'markercheck-oracle-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function python(script: string, ...args: readonly string[]): void {
  execFileSync('python3', [path.join(HERE, script), ...args, '--data', LISTS], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function sorted(object: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.entries(object).toSorted());
}

describe.each(RUNS)('the engine and the oracle on $name', ({ rows, seed, columns }) => {
  it.each([
    { policy: 'every rule on', policyOf: allOn, args: ['--all-on'] },
    { policy: 'the pack as it comes', policyOf: {}, args: [] },
  ])('say the same of every record under $policy', ({ policyOf, args }) => {
    const csv = path.join(folder, `${seed}.csv`);
    const out = path.join(folder, `${seed}.json`);
    python(
      'generate.py',
      '--rows',
      String(rows),
      '--seed',
      String(seed),
      '--out',
      csv,
      ...(columns ? ['--columns', columns] : []),
    );
    python('oracle.py', csv, '--as-at', AS_AT, '--out', out, ...args);
    const oracle = JSON.parse(readFileSync(out, 'utf8')) as OracleResult;
    const engine = readByEngine(readFileSync(csv), { pack, policy: policyOf, asAt: AS_AT });

    expect(engine.records).toBe(oracle.records);
    // Outcomes of rules that are off are asked for only where another rule refers to them.
    const on = ids.map((id) => engine.rules[id]?.state === 'on');
    const onlyOn = (outcomes: string): string => [...outcomes].filter((_, i) => on[i]).join('');
    const differing = oracle.outcomes.findIndex(
      (outcomes, i) => onlyOn(outcomes) !== onlyOn(engine.outcomes[i] ?? ''),
    );
    expect(differing, `row ${differing + 2}`).toBe(-1);

    for (const [id, expected] of Object.entries(oracle.rules)) {
      const { state, notApplicable, undetermined, met, breached } = engine.rules[id] ?? {};
      expect({ state, notApplicable, undetermined, met, breached }, id).toMatchObject(expected);
    }
    for (const [id, expected] of Object.entries(oracle.measures))
      expect(engine.measures[id], id).toMatchObject(expected);
    const isOn = (id: string) => engine.rules[id]?.state === 'on';
    const only = (found: Readonly<Record<string, string>>) =>
      sorted(Object.fromEntries(Object.entries(found).filter(([id]) => isOn(id))));
    oracle.severities.forEach((expected, i) => {
      if (only(expected) !== only(engine.severities[i] ?? {}))
        expect(engine.severities[i], `row ${i + 2}`).toEqual(expected);
    });
    expect(engine.checks.map(comparable).toSorted()).toEqual(oracle.checks.map(comparable).toSorted());
  });
});

/** A check without what the two programs may word differently. */
function comparable(check: object): string {
  const { id, state, marker, force, month, numerator, denominator, figure } = check as Readonly<
    Record<string, unknown>
  >;
  const number = (value: unknown) => (typeof value === 'number' ? Number(value.toFixed(9)) : (value ?? null));
  const head = { id, state, marker, force, month };
  return sorted(
    state === 'not-assessed'
      ? head
      : { ...head, numerator: number(numerator), denominator: number(denominator), figure: number(figure) },
  );
}
