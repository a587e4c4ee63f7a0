import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it, vi } from 'vitest';
import { writeCsv } from '../../packages/core/src/generate/csv.js';
import { generateRecords } from '../../packages/core/src/generate/generate.js';
import { WIDE_COLUMNS } from '../../packages/core/src/generate/wide.js';
import { loadPack } from '../../packages/core/src/rules/load.js';
import { markercheck, readRows, readSummary, ROOT, scratchFolder, writeIn } from '../support/cli.js';
import { duckDb, loadTexts, text } from './make.js';

vi.setConfig({ testTimeout: 120_000 });

const EXTRACT = path.join(ROOT, 'fixtures/south-west/gloucestershire.csv');
const ENGINE = ['--engine', 'duckdb', '--as-at', '2026-11-01', '--fail-on', 'never', '--quiet'];
const PLAIN = ENGINE.slice(2);
const pack = loadPack();

function rowsOf(csv: string): readonly string[][] {
  return Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
}

/** 6,000 records with what readers trip over, many with a finding. */
function generated(): string {
  const faultRates = Object.fromEntries(pack.rules.map((rule) => [rule.id, 0.2]));
  const period = { from: '2024-01-01', to: '2025-12-31', asAt: '2026-11-01', force: 'E23000037' };
  let index = 0;
  const records = [...generateRecords(pack, { ...period, seed: 11, rows: 6000, faultRates })].map(
    ({ record }) => {
      const narrative =
        ['At home', '"Twice", he said,\nand no more', 'At the café \u{1f3e0}', "it's \\ ; {}"][index++ % 4] ??
        '';
      return { ...record, narrative };
    },
  );
  return [...writeCsv(records, WIDE_COLUMNS)].join('');
}

/** The texts of a run, the facts of its only input aside: those are the file's. */
async function outputsOf(folder: string, run: string): Promise<Readonly<Record<string, unknown>>> {
  const [input] = readSummary(folder, run).inputs;
  const { sha256 = '', bytes = 0, format = '' } = input ?? {};
  const facts = [
    [sha256, 'DIGEST'],
    [sha256.slice(0, 12), 'DIGEST'],
    [format, 'FORMAT'],
    [`"bytes": ${bytes}`, 'BYTES'],
    [bytes.toLocaleString('en-GB'), 'BYTES'],
  ] as const;
  const plain = (words: string) => facts.reduce((of, [fact, name]) => of.replaceAll(fact, name), words);
  const outputs = new Map<string, unknown>();
  for (const name of readdirSync(path.join(folder, run))) {
    const file = path.join(folder, run, name);
    outputs.set(
      name,
      name.endsWith('.xlsx')
        ? plain(JSON.stringify(await readXlsxFile(file)))
        : plain(readFileSync(file, 'utf8')),
    );
  }
  return Object.fromEntries(outputs);
}

describe('check --engine duckdb', () => {
  it.each([
    ['a force', () => readFileSync(EXTRACT, 'utf8')],
    ['6,000 generated records', generated],
  ])('writes the run that the same data as CSV gives: %s', async (_, csv) => {
    const folder = scratchFolder();
    const [header = [], ...rows] = rowsOf(csv());
    await loadTexts(path.join(folder, 'd.duckdb'), 'crimes', header, rows);
    // Of one name, so that outputs that name their extract can be the same.
    for (const name of ['csv', 'parquet', 'duckdb']) mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, 'csv/extract'), csv());
    copyFileSync(path.join(folder, 'crimes.parquet'), path.join(folder, 'parquet/extract'));
    copyFileSync(path.join(folder, 'd.duckdb'), path.join(folder, 'duckdb/extract'));
    expect(markercheck(folder, ['check', 'csv/extract', ...PLAIN, '--out', 'a'])).toMatchObject({ exit: 0 });
    const expected = await outputsOf(folder, 'a');
    expect(String(expected['findings.csv']).split('\n').length).toBeGreaterThan(15);
    for (const [name, format] of [
      ['parquet', 'parquet'],
      ['duckdb', 'duckdb table crimes'],
    ] as const) {
      const file = path.join(folder, name, 'extract');
      const { exit, stderr } = markercheck(folder, ['check', file, ...ENGINE, '--out', 'b']);
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
      expect(await outputsOf(folder, 'b')).toEqual(expected);
      const bytes = readFileSync(file);
      expect(readSummary(folder, 'b').inputs[0]).toMatchObject({
        format,
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      });
    }
  });

  it('reads every type as DuckDB writes it in a CSV, and NULL as an empty cell', async () => {
    const folder = scratchFolder();
    const at = (name: string) => text(path.join(folder, name));
    await duckDb(
      [
        `CREATE TABLE t AS SELECT * REPLACE (
           CAST("recordedOn" AS DATE) AS "recordedOn", CAST("reportedOn" AS TIMESTAMP) AS "reportedOn",
           CAST("suspectCount" AS DECIMAL(9, 2)) AS "suspectCount", TRY_CAST("victimAge" AS INTEGER) AS "victimAge",
           "CSA" = 'Y' AS "CSA", CAST("CSE" AS ENUM ('Y', 'N', 'U')) AS "CSE",
           CASE WHEN "team" LIKE '%e%' THEN '' ELSE NULL END AS "team", encode("narrative") AS "narrative")
         FROM read_csv('${EXTRACT}', all_varchar = true)`,
        `COPY t TO ${at('typed.parquet')} (FORMAT parquet)`,
        `COPY (SELECT * REPLACE (decode("narrative") AS "narrative") FROM t) TO ${at('typed.csv')} (HEADER)`,
      ],
      path.join(folder, 'typed.duckdb'),
    );
    const markers = ['CSA', 'CSE', 'CA', 'CCE', 'DA', 'ONLINE', 'MS', 'HBA'];
    const header = rowsOf(readFileSync(EXTRACT, 'utf8'))[0] ?? [];
    const fields = header.filter((name) => !markers.includes(name));
    const profile = {
      name: 'typed',
      fields: {
        ...Object.fromEntries(fields.map((name) => [name, name])),
        reportedOn: { column: 'reportedOn', before: ' ' },
        suspectCount: { column: 'suspectCount', before: '.' },
      },
      markers: {
        layout: 'columns',
        blank: 'not-set',
        columns: Object.fromEntries(
          markers.map((column) => [column, { column, set: ['Y', 'true'], notSet: ['N', 'false'] }]),
        ),
      },
    };
    writeIn(folder, 'profile.json', JSON.stringify(profile));
    const run = (file: string, args: readonly string[]) => {
      expect(markercheck(folder, ['check', file, ...args, '--profile', 'profile.json'])).toMatchObject({
        exit: 0,
      });
      const { rules, cells, checks } = readSummary(folder);
      return {
        rules,
        cells,
        checks,
        findings: readRows(folder, 'findings.csv').map((row) => ({ ...row, file: '' })),
      };
    };
    const expected = run('typed.csv', PLAIN);
    expect(expected.findings.length).toBeGreaterThan(10);
    expect(run('typed.parquet', ENGINE)).toEqual(expected);
    expect(run('typed.duckdb', ENGINE)).toEqual(expected);
    // Dates that are dates need no profile, and what cannot be read is said without its value.
    markercheck(folder, ['check', 'typed.parquet', ...ENGINE]);
    const columns = new Set(readRows(folder, 'input.csv').map(({ column }) => column));
    expect([...columns].toSorted()).toEqual(['CSA', 'CSE', 'reportedOn', 'suspectCount']);
  });

  it('reads what is nested as JSON is read', async () => {
    const folder = scratchFolder();
    const at = (name: string) => text(path.join(folder, name));
    await duckDb([
      `CREATE TABLE t AS SELECT 'GL/' || i AS ref, '19/16' AS code, {'born': DATE '2016-01-01' - CAST(i AS INTEGER), 'sex': 'F'} AS victim,
         CASE i WHEN 3 THEN NULL WHEN 4 THEN [] ELSE [{'age': 40 + i, 'eth': 'W1'}, {'age': NULL, 'eth': 'A2'}, {'age': 17, 'eth': NULL}] END AS suspects,
         [['missing person'], ['x', NULL]] AS tags, DATE '2026-05-02' AS recorded, DATE '2026-05-01' AS began, 'N' AS "CSA"
       FROM range(6) r(i)`,
      `COPY t TO ${at('nested.parquet')} (FORMAT parquet)`,
      `COPY t TO ${at('nested.ndjson')} (FORMAT json)`,
    ]);
    const profile = {
      name: 'nested',
      fields: {
        crimeReference: 'ref',
        offenceCode: 'code',
        recordedOn: 'recorded',
        offenceFrom: 'began',
        victimBornOn: 'victim/born',
        victimSex: 'victim/sex',
        suspectAges: 'suspects/age',
        suspectEthnicities: 'suspects/eth',
        localMarkers: 'tags',
      },
      markers: {
        layout: 'columns',
        blank: 'not-set',
        columns: { CSA: { column: 'CSA', set: ['Y'], notSet: ['N'] } },
      },
    };
    writeIn(folder, 'profile.json', JSON.stringify(profile));
    const explained = (file: string, reference: string, args: readonly string[]) => {
      const shown = ['--format', 'json', '--show-values', '--as-at', '2026-11-01'];
      const asked = ['explain', file, '--record', reference, '--profile', 'profile.json', ...shown, ...args];
      const { exit, stdout } = markercheck(folder, asked);
      expect(exit).toBe(0);
      const { fields, rules } =
        (JSON.parse(stdout) as { records: Record<string, unknown>[] }).records[0] ?? {};
      return { fields, rules };
    };
    for (const i of [0, 3, 4]) {
      expect(explained('nested.parquet', `GL/${i}`, ['--engine', 'duckdb'])).toEqual(
        explained('nested.ndjson', `GL/${i}`, []),
      );
    }
    expect(JSON.stringify(explained('nested.parquet', 'GL/0', ['--engine', 'duckdb']))).toContain('40;;17');
  });

  it('reads a folder of partitions, its columns among those of the files', async () => {
    const folder = scratchFolder();
    await duckDb([
      `COPY (SELECT *, substr("recordedOn", 1, 4) AS "the year" FROM read_csv('${EXTRACT}', all_varchar = true))
       TO ${text(path.join(folder, 'crimes'))} (FORMAT parquet, PARTITION_BY (force, "the year"))`,
    ]);
    writeIn(path.join(folder, 'crimes'), '_SUCCESS', '');
    expect(markercheck(folder, ['check', 'crimes', ...ENGINE])).toMatchObject({ exit: 0, stderr: '' });
    const pairs = () =>
      readRows(folder, 'findings.csv')
        .map(({ rule, crimeReference, force }) => [rule, crimeReference, force].join())
        .toSorted();
    const found = pairs();
    const { inputs, rules } = readSummary(folder);
    expect(inputs.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^crimes\/force=E23000037\/the%20year=2026\/.*\.parquet$/),
    ]);
    markercheck(folder, ['check', EXTRACT, ...PLAIN]);
    expect(found).toEqual(pairs());
    expect(rules).toEqual(readSummary(folder).rules);
    mkdirSync(path.join(folder, 'none'));
    expect(markercheck(folder, ['check', 'none', ...ENGINE])).toMatchObject({ exit: 3 });
  });

  it('is taken by explain, sample, profile, --preview and --baseline', async () => {
    const folder = scratchFolder();
    const [header = [], ...rows] = rowsOf(readFileSync(EXTRACT, 'utf8'));
    await loadTexts(path.join(folder, 'd.duckdb'), 'crimes', header, rows);
    writeIn(folder, 'policy.json', '{ "rules": { "FLAG-LATE": "error" } }');
    expect(
      markercheck(folder, ['check', 'crimes.parquet', ...ENGINE, '--preview', 'policy.json']),
    ).toMatchObject({ exit: 0 });
    const again = ['check', 'd.duckdb', ...ENGINE, '--baseline', 'markercheck-run', '--out', 'second'];
    expect(markercheck(folder, again)).toMatchObject({ exit: 0 });
    expect(new Set(readRows(folder, 'findings.csv', 'second').map(({ status }) => status))).toEqual(
      new Set(['persisting']),
    );
    const draw = ['sample', 'draw', 'second', 'd.duckdb', '--engine', 'duckdb', '--quiet'];
    expect(markercheck(folder, draw)).toMatchObject({ exit: 0, stderr: '' });
    const suggest = markercheck(folder, [
      'profile',
      'suggest',
      'd.duckdb',
      '--engine',
      'duckdb',
      '--table',
      'crimes',
    ]);
    expect(suggest.exit).toBe(0);
    expect(suggest.stdout).toContain(
      'markercheck check d.duckdb --engine duckdb --table crimes --profile profile.json',
    );
    const profile = path.join(ROOT, 'fixtures/profiles/unknown-system/answered.json');
    expect(
      markercheck(folder, ['profile', 'check', profile, 'crimes.parquet', '--engine', 'duckdb']).exit,
    ).toBe(2);
  });
});
