import { describe, expect, it } from 'vitest';
import { MarkercheckError } from '../model/errors.js';
import { type CrimeRecord, FIELD_INDEX, FIELD_NAMES } from '../model/fields.js';
import { absentColumns, cellsOf } from './cells.js';

describe('cellsOf', () => {
  it('puts each field in its place: absent is empty, null does not exist', () => {
    const cells = cellsOf({ offenceCode: ' 19/16 ', CSE: null });
    expect(cells).toHaveLength(FIELD_NAMES.length);
    expect(cells[FIELD_INDEX.offenceCode]).toBe(' 19/16 ');
    expect(cells[FIELD_INDEX.CSE]).toBeNull();
    expect(cells[FIELD_INDEX.CSA]).toBe('');
  });

  it.each([
    [{ offencecode: '19/16' }, /no field "offencecode"/],
    [{ toString: 'x' }, /no field "toString"/],
    [{ victimAge: 12 }, /victimAge of a record is text or null/],
    [{ CSA: true }, /CSA of a record is text or null/],
  ])('refuses %j', (record, message) => {
    expect(() => cellsOf(record as CrimeRecord)).toThrow(MarkercheckError);
    expect(() => cellsOf(record as CrimeRecord)).toThrow(message);
  });
});

describe('absentColumns', () => {
  it('names the columns that are null, in the order of the record', () => {
    expect(absentColumns({ narrative: null, CSA: '', offenceClass: null })).toEqual([
      'offenceClass',
      'narrative',
    ]);
  });
});
