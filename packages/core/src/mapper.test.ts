import { describe, expect, it } from 'vitest';
import { createChecker } from './checker.js';
import { createMapper } from './mapper.js';
import type { Profile } from './map/profile.js';
import { FIELD_INDEX } from './model/fields.js';
import { loadPack } from './rules/load.js';

const PROFILE: Profile = {
  name: 'records-system',
  constants: { force: 'E23000037' },
  fields: {
    crimeReference: 'CRIME_NO',
    offenceCode: 'HO_CODE',
    recordedOn: { column: 'RECORDED', date: 'DD/MM/YYYY' },
    victimAge: 'AGE',
  },
  markers: {
    layout: 'columns',
    blank: 'unknown',
    columns: { CSA: { column: 'CSA_FLAG', set: ['1'], notSet: ['0'] } },
  },
};

const ROW = { CRIME_NO: 'A/1', HO_CODE: '19/07', RECORDED: '02/05/2026', AGE: 14, CSA_FLAG: '0', OTHER: {} };

describe('createMapper', () => {
  const mapper = createMapper(PROFILE);
  const checker = createChecker(loadPack(), { asAt: '2026-11-01', columns: mapper.columns });
  const outcome = (row: Readonly<Record<string, unknown>>) =>
    checker.check(mapper.ofObject(row)).outcomes['CSA-BYDEF-MISSING'];

  it('maps rows by the names of their columns', () => {
    const cells = mapper.ofObject(ROW);
    expect(cells[FIELD_INDEX.crimeReference]).toBe('A/1');
    expect(cells[FIELD_INDEX.recordedOn]).toBe('2026-05-02');
    expect(cells[FIELD_INDEX.force]).toBe('E23000037');
    expect(outcome(ROW)?.outcome).toBe('breached');
    expect(outcome({ ...ROW, CSA_FLAG: '1' })?.outcome).toBe('met');
  });

  it('keeps unknown what the profile says an empty cell is: it is not a column that is missing', () => {
    expect(outcome({ ...ROW, CSA_FLAG: null })).toMatchObject({ outcome: 'undetermined', lacking: ['CSA'] });
  });

  it('declares the columns that the profile has, so that the rest is not assessed', () => {
    expect(mapper.columns.has('CSE')).toBe(false);
    expect(checker.check(mapper.ofObject(ROW)).outcomes['CSE-C71-MISSING']?.outcome).toBe('not-assessed');
  });

  it('maps rows in the order of a header', () => {
    const header = ['CSA_FLAG', 'AGE', 'RECORDED', 'HO_CODE', 'CRIME_NO'];
    expect(createMapper(PROFILE, { header }).ofRow(['0', '14', '02/05/2026', '19/07', 'A/1'])).toEqual(
      mapper.ofObject(ROW),
    );
    expect(() => createMapper(PROFILE, { header: ['AGE'] })).toThrow(
      expect.objectContaining({ code: 'PROFILE_MISFIT' }),
    );
  });

  it('refuses a profile by which several rows are a record', () => {
    expect(() => createMapper({ ...PROFILE, rows: { merge: 'adjacent' } })).toThrow(
      expect.objectContaining({ code: 'PROFILE_MISFIT' }),
    );
  });

  it('refuses a value that it would have to guess the text of', () => {
    expect(() => mapper.ofObject({ ...ROW, RECORDED: new Date(0) })).toThrow(
      expect.objectContaining({
        code: 'RECORD_INVALID',
        faults: ['RECORDED is text, a number or nothing, and not a Date'],
      }),
    );
  });
});
