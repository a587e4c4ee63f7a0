import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { canonicalCsv, markercheck, readRows, readSummary, scratchFolder, writeIn } from '../support/cli.js';

const UNFLAGGED = {
  crimeReference: 'GL/1',
  force: 'E23000037',
  offenceCode: '19/16',
  recordedOn: '2026-10-02',
  offenceFrom: '2026-10-01',
  victimBornOn: '2016-01-01',
  CSA: 'N',
  CSE: 'N',
  team: 'CAIT North',
};
const RECORDS = [
  UNFLAGGED,
  { ...UNFLAGGED, crimeReference: 'GL/2', recordedOn: '2026-10-30', team: 'CAIT South' },
  { ...UNFLAGGED, crimeReference: 'GL/3', recordedOn: '2025-10-30', team: 'CAIT South' },
  { ...UNFLAGGED, crimeReference: 'GL/4', CSA: 'Y' },
];
const WAIVERS = [
  'rule,crimeReference,reason,decidedBy,decidedOn,expiresOn',
  'CSA-BYDEF-MISSING,GL/1,A decoy.,registrar,2026-10-10,2027-01-10',
].join('\r\n');

function check(...args: readonly string[]) {
  const folder = scratchFolder();
  writeIn(folder, 'extract.csv', canonicalCsv(RECORDS));
  writeIn(folder, 'waivers.csv', WAIVERS);
  return { folder, ...markercheck(folder, ['check', 'extract.csv', '--as-at', '2026-11-01', ...args]) };
}

const references = (folder: string) => readRows(folder, 'worklist.csv').map((row) => row['crimeReference']);

describe('the work lists of check', () => {
  it('are in every run, and left out where the formats leave them out', () => {
    expect(references(check().folder)).toEqual(['GL/1', 'GL/2', 'GL/3']);
    const { folder } = check('--format', 'csv');
    for (const name of ['worklist.xlsx', 'worklist.csv']) {
      expect(existsSync(path.join(folder, 'markercheck-run', name))).toBe(false);
    }
  });

  it('leave off what is fresh, old or waived, and change no figure', () => {
    const all = check();
    const some = check('--settling-days', '7', '--worklist-since', '2026-01-01');
    expect(references(some.folder)).toEqual(['GL/1']);
    expect(readSummary(some.folder).measures).toEqual(readSummary(all.folder).measures);
    expect(readSummary(some.folder).findings).toEqual(readSummary(all.folder).findings);
    expect(some.exit).toBe(all.exit);
    expect(references(check('--waivers', 'waivers.csv').folder)).toEqual(['GL/2', 'GL/3']);
  });

  it('carry the age of a finding from run to run', () => {
    const { folder } = check('--out', 'first');
    markercheck(folder, ['check', 'extract.csv', '--as-at', '2026-11-11', '--baseline', 'first']);
    const [row] = readRows(folder, 'worklist.csv');
    expect(row).toMatchObject({ status: 'persisting', since: '2026-11-01', daysOpen: '10' });
  });

  it('have a sheet for each team', async () => {
    const { folder } = check('--split-by', 'team');
    const sheets = await readXlsxFile(readFileSync(path.join(folder, 'markercheck-run', 'worklist.xlsx')));
    expect(sheets.map(({ sheet, data }) => [sheet, data.length])).toEqual([
      ['CAIT North', 3],
      ['CAIT South', 4],
      ['Read me', expect.any(Number) as number],
    ]);
  });

  it('are the same bytes for the same extract', () => {
    const bytes = () => readFileSync(path.join(check().folder, 'markercheck-run', 'worklist.xlsx'));
    expect(bytes().equals(bytes())).toBe(true);
  });

  it('have pseudonyms where the run has', () => {
    const folder = scratchFolder();
    writeIn(folder, 'extract.csv', canonicalCsv(RECORDS));
    writeIn(folder, 'key', 'a secret of many letters');
    markercheck(folder, ['check', 'extract.csv', '--as-at', '2026-11-01', '--pseudonyms', 'key']);
    for (const reference of references(folder)) expect(reference).toMatch(/^[0-9a-f]{32}$/);
  });

  it.each([
    ['--settling-days', '-1'],
    ['--settling-days', '1.5'],
    ['--worklist-since', '01/01/2026'],
    ['--split-by', 'officer'],
  ])('refuse %s %s, and nothing is written', (option, value) => {
    const { folder, exit } = check(`${option}=${value}`);
    expect(exit).toBe(2);
    expect(existsSync(path.join(folder, 'markercheck-run'))).toBe(false);
  });
});
