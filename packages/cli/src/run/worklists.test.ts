import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createCheck, loadPack, type RunSummary, type WorkListOptions } from '@markercheck/core';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openWorkLists } from './worklists.js';

const PACK = loadPack();
const AS_AT = '2026-11-01';
const RECORD = {
  crimeReference: '4/02',
  force: 'E23000037',
  offenceCode: '19/16',
  recordedOn: '2026-05-02',
  offenceFrom: '2026-05-01',
  victimBornOn: '2016-01-01',
  CSA: 'N',
  CSE: 'N',
  narrative: '',
  team: 'CAIT North',
};
const ADULT = { CSA: 'Y', CSE: 'Y', offenceCode: '20/05', victimBornOn: '1990-01-01' };
const RECORDS: readonly Partial<typeof RECORD>[] = [
  { ...ADULT, crimeReference: '000123' },
  {},
  { crimeReference: '=1+1', team: 'A/B: [C]' },
  { crimeReference: '7', recordedOn: '2026-10-30' },
  { crimeReference: '123456789012345678', team: '' },
  {
    offenceCode: '20/05',
    narrative: 'He gave her money and a phone',
    CSA: 'Y',
    crimeReference: '9',
  },
];

/** What the sheet that explains the lists says of the run. */
const SUMMARY = {
  asAt: AS_AT,
  tool: { name: 'markercheck', version: '0' },
  pack: { id: PACK.id, edition: PACK.edition, digest: PACK.digest },
  profile: { name: 'canonical', digest: 'd', blank: 'not-set' },
  policy: { digest: null, changes: [] },
  inputs: [{ name: 'extract.csv', sha256: 'abc', records: RECORDS.length }],
  complete: false,
  notChecked: null,
  baseline: null,
  waivers: null,
  adoption: null,
  pseudonyms: null,
} as unknown as RunSummary;

/** Checks the records and writes the lists. */
function lists(options: Partial<WorkListOptions> = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'markercheck-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const pathOf = (name: string) => path.join(folder, name);
  const workLists = openWorkLists({ pathOf, commit: () => undefined, discard: () => undefined }, PACK, {
    asAt: AS_AT,
    ...options,
  });
  const check = createCheck(
    { pack: PACK, asAt: AS_AT },
    {
      notice: () => undefined,
      file: (file) => ({
        undetermined: () => undefined,
        finding: (finding, row) => {
          workLists.finding({ finding, status: '', since: AS_AT, place: { file, row } });
        },
      }),
    },
  );
  const extract = check.open('extract.csv');
  extract.write(Buffer.from(Papa.unparse(RECORDS.map((change) => ({ ...RECORD, ...change })))));
  extract.end();
  workLists.finish(SUMMARY, ['A note of the run.']);
  const csv = readFileSync(pathOf('worklist.csv'), 'utf8').replace('\uFEFF', '');
  return {
    folder,
    report: workLists.report(),
    csv: Papa.parse<string[]>(csv, { skipEmptyLines: true }).data.slice(1),
    xlsx: readFileSync(pathOf('worklist.xlsx')),
  };
}

const text = (cell: unknown) => (typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '');

describe('the work lists of a run', () => {
  it('are two files that say the same', async () => {
    const { folder, csv, xlsx, report } = lists();
    expect(readdirSync(folder).toSorted()).toEqual(['worklist.csv', 'worklist.xlsx']);
    const sheets = await readXlsxFile(xlsx);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Work list', 'For review', 'Read me']);
    const rows = sheets.slice(0, 2).flatMap(({ data }) => data.slice(2).map((row) => row.map(text)));
    expect(rows.map((row) => row.map((cell) => (cell === '=1+1' ? `'=1+1` : cell)))).toEqual(
      csv.map((row) => row.slice(0, rows[0]!.length)),
    );
    expect(rows).toHaveLength(report.listed.findings + report.review.findings);
  });

  it('keep references as they are', async () => {
    const [list] = await readXlsxFile(lists().xlsx);
    const references = new Set(list!.data.slice(2).map((row) => row[1]));
    expect([...references]).toEqual(['4/02', '=1+1', '7', '123456789012345678', '000123', '9']);
  });

  it('have a sheet for each team, with a name that Excel takes', async () => {
    const sheets = await readXlsxFile(lists({ splitBy: 'team' }).xlsx);
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'No team',
      'A B C',
      'CAIT North',
      'For review',
      'Read me',
    ]);
  });

  it('say what is left off, on the sheets and on the one that explains them', async () => {
    const sheets = await readXlsxFile(lists({ settlingDays: 7 }).xlsx);
    expect(sheets[0]!.data[0]![0]).toContain('1 finding (1 on records under 7 days old) left off');
    const readMe = sheets.at(-1)!.data.map((row) => row.map(text).join(' '));
    for (const said of [
      'Flagging compliance, not prevalence; not official statistics.',
      'Left off On records made fewer than 7 days before this run, which are still being completed: 1 finding on 1 record.',
      'INCOMPLETE Not all of the extract could be read: input.csv says what. This list is not whole.',
      'Extract extract.csv: 6 records; SHA-256 abc',
      'A note of the run.',
    ]) {
      expect(readMe.some((line) => line.includes(said))).toBe(true);
    }
  });

  it('are the same bytes for the same run', () => {
    expect(lists().xlsx.equals(lists().xlsx)).toBe(true);
  });
});
