import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { expect } from 'vitest';
import {
  type Cells,
  type CrimeRecord,
  FIELD_NAMES,
  type FieldName,
} from '../../packages/core/src/model/fields.js';
import type { Policy } from '../../packages/core/src/model/policy.js';
import type { RuleCases } from '../../packages/core/src/model/rule.js';
import { absentColumns, cellsOf } from '../../packages/core/src/normalise/cells.js';
import casesJson from '../../packages/core/src/rules/builtin/cases.json' with { type: 'json' };
import { loadPack } from '../../packages/core/src/rules/load.js';
import type { Engine } from './engines/engine.js';
import { readByEngine, readBySql, type Reading } from './readings.js';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ORACLE = path.resolve(HERE, '../oracle/generate.py');
const LISTS = path.resolve(HERE, '../../rules/home-office-markers/lists');

export const pack = loadPack();
export const ALL_ON = { rules: Object.fromEntries(pack.rules.map(({ id }) => [id, 'on'])) } as Policy;
const cases = casesJson as unknown as Readonly<Record<string, RuleCases>>;

/** Records of one set of columns. */
export interface Extract {
  readonly columns: readonly FieldName[];
  readonly records: readonly Cells[];
}

/** Every record that a rule is tested on, by the columns that it has. */
export function ruleCases(): readonly Extract[] {
  const byColumns = new Map<string, { readonly columns: readonly FieldName[]; readonly records: Cells[] }>();
  const all = Object.values(cases).flatMap(
    ({ met, breached, undetermined, notApplicable, severities = [] }) => [
      ...met,
      ...breached,
      ...undetermined,
      ...notApplicable,
      ...severities.map(({ record }) => record),
    ],
  );
  for (const record of all as readonly CrimeRecord[]) {
    const absent = absentColumns(record);
    const columns = FIELD_NAMES.filter((name) => !absent.includes(name));
    const extract = byColumns.get(columns.join()) ?? { columns, records: [] };
    extract.records.push(cellsOf(record));
    byColumns.set(columns.join(), extract);
  }
  return [...byColumns.values()];
}

/** Records of the generator that the second implementation of the rules is tried on. */
export function generated(rows: number, seed: number, columns: readonly FieldName[] = FIELD_NAMES): Extract {
  const folder = mkdtempSync(path.join(tmpdir(), 'markercheck-records-'));
  try {
    const file = path.join(folder, 'records.csv');
    const args = [
      '--data',
      LISTS,
      '--rows',
      String(rows),
      '--seed',
      String(seed),
      '--columns',
      columns.join(),
      '--out',
      file,
    ];
    execFileSync('python3', [ORACLE, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
    const [, ...found] = Papa.parse<string[]>(readFileSync(file, 'utf8'), {
      delimiter: ',',
      skipEmptyLines: true,
    }).data;
    const places = FIELD_NAMES.map((field) => columns.indexOf(field));
    return {
      columns,
      records: found.map((row) => places.map((place) => (place < 0 ? null : (row[place] ?? '')))),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What differs, said by rule; empty where nothing does. */
export function differences(ours: Reading, theirs: Reading): readonly string[] {
  const ids = pack.rules.map(({ id }) => id).toSorted();
  const found: string[] = [];
  for (const [place, letters] of ours.outcomes.entries()) {
    const other = theirs.outcomes[place] ?? '';
    if (letters !== other) {
      const rules = ids.filter((_, i) => letters[i] !== other[i]);
      found.push(
        `record ${place}: ${rules.map((id) => `${id} ${letters[ids.indexOf(id)]} but ${other[ids.indexOf(id)]}`).join(', ')}`,
      );
    }
    if (ours.severities[place] !== theirs.severities[place]) found.push(`record ${place}: severities`);
  }
  return found;
}

/** Fails unless our engine and a database say the same of every record; gives how many outcomes were compared. */
export async function expectSame(
  engine: Engine,
  { columns, records }: Extract,
  policy: Policy = ALL_ON,
): Promise<number> {
  expect(records.length).toBeGreaterThan(0);
  const ours = readByEngine(pack, policy, columns, records);
  const theirs = await readBySql(engine, pack, policy, columns, records);
  expect(theirs.outcomes).toHaveLength(records.length);
  expect(differences(ours, theirs).slice(0, 10)).toEqual([]);
  return records.length * pack.rules.length;
}
