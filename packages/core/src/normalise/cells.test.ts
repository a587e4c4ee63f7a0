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
    [{ offencecode: '19/16' }, ['"offencecode" is not a field of a record']],
    [{ toString: 'x' }, ['"toString" is not a field of a record']],
    [
      { victimAge: 12, CSA: true, CSE: 'Y', csa: 'N' },
      [
        'victimAge is text or null, and not number',
        'CSA is text or null, and not boolean',
        '"csa" is not a field of a record',
      ],
    ],
  ])('refuses %j', (record, faults) => {
    const read = () => cellsOf(record as CrimeRecord);
    expect(read).toThrow(MarkercheckError);
    expect(read).toThrow(expect.objectContaining({ code: 'RECORD_INVALID', faults }));
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
