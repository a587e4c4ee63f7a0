import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { canonicalCsv, markercheck, scratchFolder, writeIn } from '../support/cli.js';

const CALC = process.env['SOFFICE'] ?? 'soffice';
const hasCalc = spawnSync(CALC, ['--version']).status === 0;
if (!hasCalc) process.stderr.write('SKIPPED: our CSV in a real spreadsheet: there is no LibreOffice here.\n');

/** What a spreadsheet would run, and what it would take for something else than text. */
const FORMULAS = ['=1+1', '+44 7', '-2+3', '@SUM(A1)', '=HYPERLINK("http://x")', '-a\n=2+2'];
const NUMBERS = ['007', '12345678901234567890', '1E5'];
const TEXTS = ['4/02', 'Jul-17', "'quoted", 'a "b" c', 'line\nbreak', 'semi;colon, comma', 'Straße “x”'];

const record = (text: string) => ({
  crimeReference: text,
  force: 'E23000037',
  offenceCode: '19/16',
  recordedOn: '2025-05-02',
  reportedOn: '2025-05-02',
  offenceFrom: '2025-05-01',
  victimBornOn: '2015-01-01',
  CSA: 'N',
  CSE: '?',
  team: text,
});

/** Comma, double quotes, UTF-8; what the columns are comes after it, or is left to Calc. */
const IMPORT = 'CSV:44,34,76,1';
const EXPORT = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false';
const EVERY_SHEET = `${EXPORT},false,false,-1`;

function calc(folder: string, file: string, to: string, infilter?: string): void {
  const profile = `-env:UserInstallation=file://${path.join(folder, 'calc')}`;
  const { status, stderr } = spawnSync(
    CALC,
    [
      profile,
      '--headless',
      '--convert-to',
      to,
      '--outdir',
      path.join(folder, 'out'),
      ...(infilter === undefined ? [] : [`--infilter=${infilter}`]),
      path.join(folder, file),
    ],
    { encoding: 'utf8', timeout: 120_000 },
  );
  expect(status, stderr).toBe(0);
}

function rowsOf(file: string): readonly (readonly string[])[] {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  return Papa.parse<string[]>(text, { header: false, skipEmptyLines: true }).data;
}

const AS_AT = ['--as-at', '2026-11-02'];

/** A folder with every CSV that a nightly check, a preview, a history and the registrar's sheet leave behind. */
function everyCsv(): { readonly folder: string; readonly files: readonly string[] } {
  const folder = scratchFolder();
  const all = [...FORMULAS, ...NUMBERS, ...TEXTS];
  writeIn(folder, 'first.csv', canonicalCsv([...all.map(record), { ...record('mended'), CSA: 'Y' }]));
  writeIn(folder, 'second.csv', canonicalCsv(all.map(record)));
  writeIn(folder, 'policy.json', JSON.stringify({ rules: { 'CSA-BYDEF-MISSING': 'off' } }));
  markercheck(folder, ['check', 'first.csv', '--as-at', '2026-11-01', '--out', 'first']);
  const beside = ['--baseline', 'first', '--preview', 'policy.json', '--history', 'history'];
  expect(markercheck(folder, ['check', 'second.csv', ...AS_AT, '--out', 'run', ...beside]).exit).toBe(1);
  markercheck(folder, [
    'sample',
    'draw',
    'run',
    'second.csv',
    '--size',
    '10',
    '--seed',
    '1',
    '--out',
    'sample',
  ]);
  markercheck(folder, ['rules', 'adopt', '--out', 'run/adoption.csv']);
  const below = (name: string) =>
    readdirSync(path.join(folder, name)).flatMap((file) =>
      file.endsWith('.csv') ? [`${name}/${file}`] : [],
    );
  return { folder, files: [...below('run'), ...below('sample')] };
}

describe.skipIf(!hasCalc)('our files in LibreOffice Calc', () => {
  it('run nothing, and no text becomes another one', () => {
    const { folder, files } = everyCsv();
    expect(files).toEqual(
      expect.arrayContaining(['run/findings.csv', 'run/resolved.csv', 'run/preview.csv', 'run/adoption.csv']),
    );
    expect(files.some((file) => file.startsWith('sample/'))).toBe(true);
    for (const file of files) {
      const out = path.join(folder, 'out', path.basename(file, '.csv'));
      const written = rowsOf(path.join(folder, file));
      calc(folder, file, 'fods', `${IMPORT},,0,false,false,false,false,false,true`);
      expect(readFileSync(`${out}.fods`, 'utf8'), file).not.toContain('table:formula');

      // As a person opens it: Calc makes numbers of what looks like one, and leaves the rest alone.
      calc(folder, file, EXPORT, `${IMPORT},,0,false,false`);
      const opened = rowsOf(`${out}.csv`);
      expect(opened, file).toHaveLength(written.length);
      const changed = written.flatMap((row, i) => row.filter((cell, j) => opened[i]?.[j] !== cell));
      expect(
        changed.filter((cell) => !/^\d+(\.\d+)?(E\d+)?$/i.test(cell)),
        file,
      ).toEqual([]);

      // With every column as text, which is what docs/outputs.md advises, nothing changes at all.
      const columns = written[0]?.map((_, i) => `${String(i + 1)}/2`).join('/') ?? '';
      calc(folder, file, EXPORT, `${IMPORT},${columns},0,false,false`);
      expect(rowsOf(`${out}.csv`), file).toEqual(written);
    }
  });

  it('hold every reference of worklist.xlsx as the text that it is', () => {
    const { folder } = everyCsv();
    calc(folder, 'run/worklist.xlsx', EVERY_SHEET);
    const sheet = rowsOf(path.join(folder, 'out', 'worklist-Work list.csv'));
    const column = sheet[1]?.indexOf('Crime reference') ?? -1;
    const references = new Set(sheet.slice(2).map((row) => row[column] ?? ''));
    expect([...references].toSorted()).toEqual([...FORMULAS, ...NUMBERS, ...TEXTS].toSorted());
  });
});
