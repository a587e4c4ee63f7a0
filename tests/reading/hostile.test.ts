import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
  type CrimeRecord,
  FIELD_NAMES,
  FIELDS,
  type FieldName,
} from '../../packages/core/src/model/fields.js';
import { csvLine } from '../../packages/core/src/report/records/csv-text.js';
import { readProfile } from '../../packages/core/src/schemas/files.js';
import { markercheck, readRows, ROOT, scratchFolder, writeIn } from '../support/cli.js';
import { checkExtract } from './check-extract.js';
import { isWhole, readExtract } from './read-extract.js';
import { asCsv, asJson, asNdjson, asXml } from './written.js';

const blns = path.join(
  path.dirname(createRequire(import.meta.url).resolve('big-list-of-naughty-strings/package.json')),
  'blns.json',
);
const STRINGS = JSON.parse(readFileSync(blns, 'utf8')) as readonly string[];

/** A record with a string in all its fields, or in those that take any text. */
function filledWith(text: string, fields: readonly FieldName[]): CrimeRecord {
  return Object.fromEntries(fields.map((name) => [name, text]));
}

const TEXT_FIELDS = FIELDS.filter(({ type }) => type === 'text' || type === 'list').map(({ name }) => name);

/** XML has no place for some characters, however they are written. */
// oxlint-disable-next-line no-control-regex -- they are control characters
const isXmlText = (text: string) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text);

/** A row of blank cells alone is no record, and the first string of the list is empty. */
const isRow = (text: string) => text.trim() !== '';

describe('the big list of naughty strings', () => {
  it('has its 461 strings', () => expect(STRINGS).toHaveLength(461));

  const formats: readonly [string, (records: readonly CrimeRecord[]) => string, (text: string) => boolean][] =
    [
      ['extract.csv', (records) => asCsv(records, ',', '\n'), isRow],
      ['extract.tsv', (records) => asCsv(records, '\t', '\r\n'), isRow],
      ['extract.xml', asXml, (text) => text !== '' && isXmlText(text)],
      ['extract.json', asJson, (text) => text !== ''],
      ['extract.ndjson', asNdjson, (text) => text !== ''],
    ];

  it.each(formats)('comes back from every field of %s as it was', (file, write, fits) => {
    const strings = STRINGS.filter(fits);
    const result = readExtract(file, write(strings.map((text) => filledWith(text, FIELD_NAMES))));
    expect(isWhole(result)).toBe(true);
    expect(result.read.map(({ cells }) => cells.narrative)).toEqual(strings);
    for (const { cells } of result.read) expect(new Set(Object.values(cells)).size).toBe(1);
  });

  it('in every text field changes nothing but the text', () => {
    const plain = {
      offenceCode: '19/16',
      recordedOn: '2025-05-02',
      offenceFrom: '2025-05-01',
      victimBornOn: '2015-01-01',
      CSA: 'N',
    };
    const records = STRINGS.map((text) => ({ ...plain, ...filledWith(text, TEXT_FIELDS) }));
    const { report, findings, notices } = checkExtract('extract.csv', [
      new TextEncoder().encode(asCsv(records)),
    ]);
    expect(isWhole(report)).toBe(true);
    expect(report.records).toBe(STRINGS.length);
    const missing = findings.filter((finding) => finding.includes('CSA-BYDEF-MISSING'));
    expect(missing).toHaveLength(STRINGS.length);
    const words = JSON.stringify(notices.map(({ problem, done }) => [problem, done]));
    for (const text of STRINGS.filter((of) => of.length > 8))
      expect(words).not.toContain(JSON.stringify(text).slice(1, -1));
  });

  it('comes back from our own CSV, and no cell of it begins a formula', () => {
    const cells = [...STRINGS, '=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '=cmd|"/C calc"!A0'];
    const text = cells.map((cell) => csvLine([cell, 'x'])).join('');
    const rows = Papa.parse<string[]>(text, { newline: '\r\n' }).data.filter((row) => row.length === 2);
    expect(
      rows.map(([cell]) => (cell?.startsWith("'") === true && !cells.includes(cell) ? cell.slice(1) : cell)),
    ).toEqual(cells);
    for (const [cell] of rows) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
  });
});

describe('names of JavaScript', () => {
  it('in a profile and its codes are names like others', () => {
    const profile = readProfile(
      JSON.parse(`{
        "name": "__proto__",
        "fields": {
          "crimeReference": "__proto__",
          "victimSex": { "column": "constructor", "values": { "__proto__": "F", "toString": "M" } }
        },
        "markers": { "layout": "list", "blank": "unknown", "column": "hasOwnProperty", "separator": ";", "codes": { "__proto__": "CSA", "constructor": null } }
      }`),
    );
    const csv =
      '__proto__,constructor,hasOwnProperty\n1,__proto__,__proto__\n2,toString,constructor\n3,valueOf,valueOf\n';
    const { read } = readExtract('extract.csv', csv, { profile });
    expect(read.map(({ cells }) => [cells.crimeReference, cells.victimSex, cells.CSA])).toEqual([
      ['1', 'F', 'Y'],
      ['2', 'M', 'N'],
      ['3', '?', undefined],
    ]);
    expect(({} as { CSA?: unknown }).CSA).toBeUndefined();
  });
});

describe('the command, given hostile files', () => {
  const csv = readFileSync(path.join(ROOT, 'fixtures/reading/formulas-and-terminal-codes/extract.csv'));
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

  it('moves no cursor and makes no formula or script', () => {
    const folder = scratchFolder();
    writeIn(folder, '\u001b[2Jextract.csv', csv);
    const { stdout, stderr } = markercheck(folder, [
      'check',
      '\u001b[2Jextract.csv',
      '--as-at',
      '2026-11-01',
    ]);
    expect(stdout).not.toMatch(CONTROL);
    expect(stderr).not.toMatch(CONTROL);
    const rows = readRows(folder, 'findings.csv');
    expect(rows.length).toBeGreaterThan(2);
    for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    const html = readFileSync(path.join(folder, 'markercheck-run/report.html'), 'utf8');
    expect(html).not.toContain('<script>alert');
  });

  it.each([
    ['a header of terminal codes', '\u001b[2J\u001b]0;owned\u0007,b\n1,2\n'],
    ['XML of strange names', '<e><\u0301x/></e>'],
    ['an element that is not there', '<?xml version="1.0"?><e>\u001b[2J</e>'],
  ])('says nothing that moves the cursor of %s', (_, text) => {
    const folder = scratchFolder();
    writeIn(folder, 'extract', text);
    const { exit, stdout, stderr } = markercheck(folder, ['check', 'extract']);
    expect([2, 3]).toContain(exit);
    expect(stdout + stderr).not.toMatch(CONTROL);
  });
});
