import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../packages/core/src/generate/csv.js';
import { generateRecords } from '../../packages/core/src/generate/generate.js';
import { writeNdjson } from '../../packages/core/src/generate/ndjson.js';
import { WIDE_COLUMNS } from '../../packages/core/src/generate/wide.js';
import { writeXml } from '../../packages/core/src/generate/xml.js';
import type { CrimeRecord } from '../../packages/core/src/model/fields.js';
import { loadPack } from '../../packages/core/src/rules/load.js';
import { markercheck, ROOT, scratchFolder, writeIn } from '../support/cli.js';

const pack = loadPack();
const ARGS = ['--as-at', '2026-11-01', '--fail-on', 'never', '--quiet'];

/** A line that could be a record of its own, as wide as the header. */
const FAKE_ROW = `MC/2025/999999,E23000037,crime,,19/16${','.repeat(WIDE_COLUMNS.length - 5)}`;

const NARRATIVES: readonly ((index: number) => string)[] = [
  () => 'Seen in the park',
  (index) => `"Twice", he said,\nand ${index % 7 === 0 ? `\n${FAKE_ROW}\n` : 'no more'}`,
  (index) => (index % 300 === 2 ? 'At the café' : 'At home'),
];

function recordsOf(rows: number): readonly CrimeRecord[] {
  const faultRates = Object.fromEntries(pack.rules.map((rule) => [rule.id, 0.2]));
  const period = { from: '2024-01-01', to: '2025-12-31', asAt: '2026-11-01', force: 'E23000037' };
  let index = 0;
  return [...generateRecords(pack, { ...period, seed: 11, rows, faultRates })].map(({ record }) => {
    const narrative = NARRATIVES[index % NARRATIVES.length]?.(index) ?? '';
    index++;
    // Now and then the reference of the row before, for which the rows beside a cut must be compared.
    return { ...record, narrative, ...(index % 50 === 0 ? { crimeReference: 'MC/TWICE' } : {}) };
  });
}

/** An extract of some megabytes, with what readers trip over; `damage` changes its text. */
function extractOf(rows: number, damage: (text: string) => string = (text) => text): string {
  return damage([...writeCsv(recordsOf(rows), WIDE_COLUMNS)].join(''));
}

function filesOf(folder: string, run: string): Readonly<Record<string, string>> {
  const names = readdirSync(path.join(folder, run));
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(path.join(folder, run, name), 'latin1')]),
  );
}

describe('--jobs', () => {
  it.each([
    { what: 'whole rows within narratives', damage: undefined },
    { what: 'a mark that is not closed', damage: (text: string) => text.replace('At home', '"At home') },
    {
      what: 'rows that are too short',
      damage: (text: string) => text.replaceAll(/^(MC\/2025\/00\d\d00,.*),[^,\n]*$/gm, '$1'),
    },
  ])(
    'gives the same bytes for any number of workers, with $what',
    ({ damage }) => {
      const folder = scratchFolder();
      writeIn(folder, 'extract.csv', extractOf(8000, damage));
      const runs = ['1', '2', '5'].map((jobs) => {
        const { exit, stderr } = markercheck(folder, [
          'check',
          'extract.csv',
          ...ARGS,
          '--jobs',
          jobs,
          '--out',
          jobs,
        ]);
        return { exit, stderr, files: filesOf(folder, jobs) };
      });
      expect(runs[0]?.files['findings.csv']?.split('\n').length).toBeGreaterThan(100);
      expect(runs[1]).toEqual(runs[0]);
      expect(runs[2]).toEqual(runs[0]);
    },
    240_000,
  );

  it.each([
    { what: 'a baseline and waivers', more: [] },
    { what: 'a baseline, waivers and pseudonyms', more: ['--pseudonyms', 'key.txt'] },
  ])(
    'gives the same bytes for any number of workers, with $what',
    ({ more }) => {
      const folder = scratchFolder();
      writeIn(folder, 'key.txt', 'a key of the force, long enough');
      const text = extractOf(8000);
      const lines = text.split('\n');
      // The run before has other records: some of its findings are gone, and some of today's are new.
      writeIn(folder, 'before.csv', `${lines.slice(0, lines.length / 2).join('\n')}\n`);
      writeIn(folder, 'extract.csv', text);
      const args = [...ARGS, ...more];
      markercheck(folder, ['check', 'before.csv', ...ARGS, '--jobs', '1', '--out', 'plain']);
      markercheck(folder, ['check', 'before.csv', ...args, '--jobs', '1', '--out', 'before']);
      const found = readFileSync(path.join(folder, 'plain', 'findings.ndjson'), 'utf8')
        .trim()
        .split('\n');
      const waivers = found.flatMap((line, i) => {
        const { rule, crimeReference } = JSON.parse(line) as Record<'rule' | 'crimeReference', string>;
        return i % 3 === 0 ? [`${rule},${crimeReference},in order,registrar,2026-01-01,2027-01-01`] : [];
      });
      const header = 'rule,crimeReference,reason,decidedBy,decidedOn,expiresOn';
      writeIn(
        folder,
        'waivers.csv',
        [header, ...waivers, 'UNKNOWN-CODE,none,r,d,2026-01-01,2027-01-01', ''].join('\n'),
      );
      const runs = ['1', '2', '5'].map((jobs) => {
        const { exit, stderr } = markercheck(folder, [
          'check',
          'extract.csv',
          ...args,
          '--baseline',
          'before',
          '--waivers',
          'waivers.csv',
          '--jobs',
          jobs,
          '--out',
          jobs,
        ]);
        return { exit, stderr, files: filesOf(folder, jobs) };
      });
      const said = runs[0]?.files['findings.csv'] ?? '';
      for (const status of ['new', 'persisting', 'waived']) expect(said).toContain(`,${status},`);
      expect(runs[1]).toEqual(runs[0]);
      expect(runs[2]).toEqual(runs[0]);
    },
    240_000,
  );

  it.each([
    {
      name: 'extract.xml',
      write: () => writeXml(recordsOf(4000), WIDE_COLUMNS, 'UTF-8'),
      damage: (text: string) => text.replaceAll('At home', 'At <!-- </Crime> --> home'),
    },
    {
      name: 'extract.ndjson',
      write: () => writeNdjson(recordsOf(4000), WIDE_COLUMNS),
      damage: (text: string) => text.replace(/(MC.2025.00002\d)"/g, '$1'),
    },
  ])(
    'gives the same bytes of $name for any number of workers',
    ({ name, write, damage }) => {
      const folder = scratchFolder();
      const text = [...write()].join('');
      for (const of of [text, damage(text)]) {
        writeIn(folder, name, of);
        const runs = ['1', '2', '5'].map((jobs) => {
          const { exit, stderr } = markercheck(folder, [
            'check',
            name,
            ...ARGS,
            '--jobs',
            jobs,
            '--out',
            jobs,
          ]);
          return { exit, stderr, files: filesOf(folder, jobs) };
        });
        expect(runs[0]?.files['findings.csv']?.split('\n').length).toBeGreaterThan(100);
        expect(runs[1]).toEqual(runs[0]);
        expect(runs[2]).toEqual(runs[0]);
      }
    },
    240_000,
  );

  it('ends with 4 and writes nothing where a worker dies', () => {
    const folder = scratchFolder();
    cpSync(path.join(ROOT, 'packages/cli/dist'), path.join(folder, 'dist'), { recursive: true });
    cpSync(path.join(ROOT, 'packages/cli/package.json'), path.join(folder, 'package.json'));
    writeFileSync(path.join(folder, 'dist/worker.js'), 'process.exit(7);\n');
    const plain = extractOf(4000, (text) => text.replaceAll(/[^ -~\n]/g, 'e').replaceAll(/"[^"]*"/g, 'none'));
    writeIn(folder, 'extract.csv', plain);
    const args = ['dist/main.js', 'check', 'extract.csv', ...ARGS, '--jobs', '2'];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    expect(status).toBe(4);
    expect(stderr).toContain('--jobs 1');
    expect(existsSync(path.join(folder, 'markercheck-run'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.startsWith('markercheck-run'))).toEqual([]);
  });

  it('is a whole number, and no other', () => {
    const folder = scratchFolder();
    writeIn(folder, 'extract.csv', extractOf(10));
    for (const jobs of ['0', '1.5', 'two']) {
      const { exit, stderr } = markercheck(folder, ['check', 'extract.csv', ...ARGS, '--jobs', jobs]);
      expect({ exit, stderr }).toEqual({ exit: 2, stderr: expect.stringContaining('--jobs') as string });
    }
  });
});
