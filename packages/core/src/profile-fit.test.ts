import { describe, expect, it } from 'vitest';
import { isMisread } from './map/fit/column-fit.js';
import type { Profile } from './map/profile.js';
import { profileOf } from './map/mapping.test-helper.js';
import { createProfileFit, type ProfileFit } from './profile-fit.js';
import { loadPack } from './rules/load.js';

const pack = loadPack();

function fitOf(profile: Profile, lines: readonly string[]): ProfileFit {
  const fitting = createProfileFit({ pack, profile });
  const extract = fitting.open('extract.csv');
  extract.write(new TextEncoder().encode(`${lines.join('\n')}\n`));
  extract.end();
  return fitting.result();
}

const PROFILE = profileOf({
  fields: {
    crimeReference: 'REF',
    offenceCode: 'CODE',
    recordedOn: { column: 'REC', date: 'DD/MM/YYYY' },
    offenceFrom: { column: 'START', date: 'DD/MM/YYYY' },
  },
});
const HEADER = 'REF,CODE,REC,START,FLAG,VIC_DOB,BEAT';

describe('how a profile fits', () => {
  const fit = fitOf(PROFILE, [
    HEADER,
    'A,19/16,01/02/2025,01/02/2025,Y,x,B1',
    'B,19-Jul,2025-02-01,,maybe,x,B1',
    'B,28/03,2025-02-01,,perhaps,x,B1',
    ',28/03,,,maybe,x,B1',
    'A,28/03,,,,x,B1',
  ]);

  it('is told column by column, and never by a value', () => {
    expect(fit.records).toBe(5);
    expect(
      fit.columns.map(({ column, fields, filled, failed }) => [column, fields[0], filled, failed]),
    ).toEqual([
      ['REF', 'crimeReference', 4, 0],
      ['CODE', 'offenceCode', 5, 1],
      ['REC', 'recordedOn', 3, 2],
      ['START', 'offenceFrom', 1, 0],
      ['FLAG', 'CSA', 4, 3],
    ]);
    const failures = fit.columns.flatMap((column) => column.failures);
    expect(failures.map(({ count, firstRow }) => [count, firstRow])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    expect(JSON.stringify(failures)).not.toMatch(/Jul|2025|maybe/);
  });

  it('names the codes of markers that the profile does not know', () => {
    expect(fit.unknownCodes).toEqual([
      {
        column: 'FLAG',
        codes: [
          { code: 'maybe', count: 2 },
          { code: 'perhaps', count: 1 },
        ],
      },
    ]);
  });

  it('names columns that are not used, and what they may be', () => {
    expect(fit.unused).toEqual([
      { column: 'VIC_DOB', nearest: 'victimBornOn' },
      { column: 'BEAT', nearest: null },
    ]);
  });

  it('counts crime references that are empty or repeat', () => {
    expect(fit.keys).toEqual({ rows: 5, empty: 1, repeatedNext: 1, repeatedLater: 1, merged: 0 });
    expect(fit.notices).toEqual([]);
  });

  it('counts the rules that can be judged, and what the others lack', () => {
    const { assessed, off, lacking } = fit.rules;
    expect(assessed + off + lacking.reduce((sum, { rules }) => sum + rules.length, 0)).toBe(
      pack.rules.length,
    );
    expect(lacking.find(({ columns }) => columns === 'CSE')?.rules).toContain('CSE-C71-MISSING');
  });
});

describe('a column of which nothing can be read', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, i) => `R${i},19/16,2025-02-01,,Y,,`);
  it('is misread, if it has values enough', () => {
    const misread = (count: number) =>
      fitOf(PROFILE, [HEADER, ...rows(count)])
        .columns.filter(isMisread)
        .map(({ column }) => column);
    expect(misread(9)).toEqual([]);
    expect(misread(10)).toEqual(['REC']);
  });
});

describe('rows that are merged', () => {
  it('are counted', () => {
    const fit = fitOf({ ...PROFILE, rows: { merge: 'adjacent' } }, [
      HEADER,
      'A,,,,Y,,b',
      'A,,,,N,,b',
      'B,,,,N,,b',
      'A,,,,N,,b',
    ]);
    expect(fit.records).toBe(3);
    expect(fit.keys).toEqual({ rows: 4, empty: 0, repeatedNext: 1, repeatedLater: 1, merged: 1 });
  });
});
