import { describe, expect, it } from 'vitest';
import { cellOf, mapped, profileOf } from './mapping.test-helper.js';
import { readTable } from './table.js';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a column by its name', () => {
  it.each([
    [' 19/07 ', '19/07'],
    ['', ''],
    ['NULL', ''],
    ['null', ''],
  ])('%j is %j, where NULL is blank', (cell, expected) => {
    expect(cellOf('offenceCode', 'COL', cell, { blanks: ['NULL'] })).toBe(expected);
  });

  it('is found whatever its case', () => {
    expect(cellOf('team', 'col', 'North')).toBe('North');
  });
});

describe('dates', () => {
  it.each([
    ['DD/MM/YYYY', '03/05/2025', '2025-05-03'],
    ['DD/MM/YYYY', '3/5/2025', '?'],
    ['DD/MM/YYYY', '31/02/2025', '?'],
    ['DD/MM/YYYY', '03/05/2025 10:00', '?'],
    ['D/M/YYYY', '3/5/2025', '2025-05-03'],
    ['MM/DD/YYYY', '03/05/2025', '2025-03-05'],
    ['DD/MM/YYYY HH:mm', '03/05/2025 23:59', '2025-05-03'],
    ['DD/MM/YYYY HH:mm', '03/05/2025 24:00', '?'],
    ['YYYY-MM-DD HH:mm:ss.SSS', '2025-05-03 00:00:00.000', '2025-05-03'],
    ['YYYY-MM-DD HH:mm:ss.SSS', '2025-05-03 00:00:00.0000000', '2025-05-03'],
    ['M/D/YYYY h:mm:ss A', '5/3/2025 12:00:00 AM', '2025-05-03'],
    ['M/D/YYYY h:mm:ss A', '5/3/2025 13:00:00 AM', '?'],
    ['D-MMM-YYYY', '3-may-2025', '2025-05-03'],
    ['D-MMM-YYYY', '3-xyz-2025', '?'],
    ['D MMMM YYYY', '3 September 2025', '2025-09-03'],
    ['D MMMM YYYY', '3 Sept 2025', '?'],
    ['YYYYMMDD', '20250503', '2025-05-03'],
    ['YYYY-MM-DDTHH:mm:ssZ', '2025-05-03T10:00:00Z', '2025-05-03'],
    ['excel-1900', '45780', '2025-05-03'],
    ['excel-1900', '45780.75', '2025-05-03'],
    ['excel-1900', '1', '1900-01-01'],
    ['excel-1900', '59', '1900-02-28'],
    ['excel-1900', '60', '?'],
    ['excel-1900', '61', '1900-03-01'],
    ['excel-1900', '0', '?'],
    ['excel-1900', '2958465', '9999-12-31'],
    ['excel-1900', '2958466', '?'],
    ['excel-1900', '-1', '?'],
    ['excel-1904', '0', '1904-01-01'],
    ['excel-1904', '44318', '2025-05-03'],
  ])('%s reads %s as %s', (date, cell, expected) => {
    expect(cellOf('reportedOn', { column: 'COL', date }, cell)).toBe(expected);
  });

  it('tries the formats of a list in turn', () => {
    const date = ['DD/MM/YYYY HH:mm', 'DD/MM/YYYY', 'excel-1900'];
    const cells = ['03/05/2025 10:00', '03/05/2025', '45780', '2025-05-03'];
    expect(cells.map((cell) => cellOf('reportedOn', { column: 'COL', date }, cell))).toEqual([
      '2025-05-03',
      '2025-05-03',
      '2025-05-03',
      '?',
    ]);
  });
});

describe('codes', () => {
  const values = { '1': 'F', m: 'M', '9': '' };
  it.each([
    ['1', 'F'],
    ['M', 'M'],
    ['9', ''],
    ['2', '?'],
    ['__proto__', '?'],
    ['constructor', '?'],
  ])('%s means %j', (cell, expected) => {
    expect(cellOf('victimSex', { column: 'COL', values }, cell)).toBe(expected);
  });

  it('maps Crown, Regina and Society to the state', () => {
    const source = {
      column: 'COL',
      values: { Crown: 'state', REGINA: 'state', Society: 'state', Person: 'person' },
    };
    expect(
      ['CROWN', 'Regina', 'society', 'PERSON'].map((cell) => cellOf('victimType', source, cell)),
    ).toEqual(['state', 'state', 'state', 'person']);
  });

  it('leaves a text that no table has, because no rule reads it', () => {
    expect(cellOf('team', { column: 'COL', values: { N: 'North' } }, 'South')).toBe('South');
  });
});

describe('offence codes in longer texts', () => {
  it.each([
    [{ before: ' ' }, '19/07 Rape of a female', '19/07'],
    [{ before: ' ' }, '19/07', '19/07'],
    [{ before: ' - ' }, '019/16 - Rape', '019/16'],
    [{ after: '[', before: ']' }, 'Rape [19/07] (old)', '19/07'],
    [{ after: ': ' }, 'Offence: 19E', '19E'],
    [{ after: ':', before: ' ' }, 'HO: 19E Rape', '19E'],
    [{ before: ' ' }, 'NULL x', ''],
  ])('%j of %j is %j', (at, cell, expected) => {
    expect(cellOf('offenceCode', { column: 'COL', ...at }, cell, { blanks: ['NULL'] })).toBe(expected);
  });
});

describe('columns that are joined', () => {
  const profile = profileOf({ fields: { offenceCode: { columns: ['A', 'B'], join: '/' } } });
  it.each([
    ['19,7', '19/7'],
    ['19,', '19'],
    [',', ''],
    // Without its class a sub-class would be read as a class of its own.
    [',7', '?'],
  ])('%s is %j', (cells, expected) => {
    expect(mapped(profile, ['A,B,FLAG', `${cells},N`]).records[0]?.cell('offenceCode')).toBe(expected);
  });

  it('says which column is empty', () => {
    expect(mapped(profile, ['A,B,FLAG', ',7,N']).notices).toEqual([
      expect.objectContaining({
        row: 2,
        column: 'A + B',
        problem: expect.stringContaining('first of the columns is empty') as string,
      }),
    ]);
  });
});

describe('lists', () => {
  it.each([
    ['|', '35|40', '35;40'],
    ['|', '35|NULL', '35;'],
    [', ', '35, 40', '35;40'],
    ['|', 'a;b|c', 'a,b;c'],
  ])('with %j between, %s is %s', (separator, cell, expected) => {
    expect(cellOf('suspectEthnicities', { column: 'COL', separator }, cell, { blanks: ['NULL'] })).toBe(
      expected,
    );
  });

  it('maps each part for itself', () => {
    expect(cellOf('suspectEthnicities', { column: 'COL', values: { '1': 'W1' } }, '1;2;1')).toBe('W1;2;W1');
  });
});

describe('a lookup', () => {
  const source = { column: 'COL', lookup: 'codes.csv', from: 'LOCAL', to: 'HO' };
  const profile = profileOf({ fields: { offenceCode: source } });
  const table = (text: string) => ({
    lookups: new Map([['codes.csv', readTable('codes.csv', bytes(text))]]),
  });
  const extract = ['COL,FLAG', 'sx03,N', 'QQ99,N', ',N'];

  it('gives the codes, and what it lacks is unreadable and said', () => {
    const { records, notices } = mapped(
      profile,
      extract,
      table('LOCAL;HO;TITLE\nSX03;019/07;Rape\nSX04;;none\n'),
    );
    expect(records.map((record) => record.cell('offenceCode'))).toEqual(['019/07', '?', '']);
    expect(notices).toEqual([
      {
        file: 'extract.csv',
        row: 3,
        column: 'COL',
        problem: 'a code that codes.csv does not have; add it there',
        done: 'taken as unknown',
      },
    ]);
  });

  it.each([
    [
      'lacks its column',
      'LOKAL,HO\na,19E\n',
      /codes\.csv has no column "LOCAL"; the nearest names are "LOKAL"/,
    ],
    ['gives a code two meanings', 'LOCAL,HO\na,19E\nA,19F\n', /gives "A" two meanings, "19E" and "19F"/],
  ])('that %s does not fit', (_, text, fault) => {
    expect(() => mapped(profile, extract, table(text))).toThrow(fault);
  });

  it('that was not given does not fit', () => {
    expect(() => mapped(profile, extract)).toThrow(/reads codes\.csv, which was not given/);
  });

  it.each([
    ['', /codes\.csv cannot be used/],
    ['LOCAL,HO\n', /codes\.csv cannot be used/],
    ['LOCAL,HO\na,19E,x\n', /row 2/],
  ])('of %j is refused', (text, fault) => {
    expect(() => readTable('codes.csv', bytes(text))).toThrow(fault);
  });
});

describe('spreadsheet damage', () => {
  it.each([
    ['reportedOn', { column: 'COL', date: 'DD/MM/YYYY' }, '45780', /number that a spreadsheet keeps/],
    ['offenceCode', 'COL', '19-Jul', /a date, which a spreadsheet made/],
    ['offenceCode', 'COL', '7.1E+12', /a power of ten, which a spreadsheet made/],
  ] as const)('%s %j %s is named', (field, source, cell, problem) => {
    const profile = profileOf({ fields: { [field]: source } });
    const { notices } = mapped(profile, ['COL,FLAG', `${cell},N`]);
    expect(notices[0]?.problem).toMatch(problem);
    expect(JSON.stringify(notices)).not.toContain(cell);
  });
});
