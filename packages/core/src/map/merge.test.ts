import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapped, profileOf } from './mapping.test-helper.js';
import type { Profile } from './profile.js';
import { MOST_ROWS } from './records.js';

const HEADER = 'REF,DOB,CODE,FLAG,LOCAL,MO,AGE,SUSPECT';

function mergedBy(rows: Profile['rows'], blank: 'unknown' | 'not-set' = 'unknown'): Profile {
  return profileOf({
    fields: {
      crimeReference: 'REF',
      victimBornOn: 'DOB',
      offenceCode: 'CODE',
      localMarkers: 'LOCAL',
      narrative: 'MO',
      ...(rows?.suspects === undefined ? {} : { suspectAges: 'AGE' }),
    },
    markers: { layout: 'columns', blank, columns: { CSA: { column: 'FLAG', set: ['Y'], notSet: ['N'] } } },
    ...(rows === undefined ? {} : { rows }),
  });
}

const ADJACENT = mergedBy({ merge: 'adjacent' });

describe('adjacent rows of one key', () => {
  it('become one record, whose place is its first row', () => {
    const { records, notices, report } = mapped(ADJACENT, [
      HEADER,
      'A,2010-01-01,19/16,N,GANG,First,,',
      'A,2010-01-01,019/16,Y,GANG;DV,Second,,',
      'B,,19/16,N,,,,',
      'A,,19/16,N,,,,',
    ]);
    expect(records.map(({ row, cell }) => [row, cell('crimeReference'), cell('CSA')])).toEqual([
      [2, 'A', 'Y'],
      [4, 'B', 'N'],
      [5, 'A', 'N'],
    ]);
    const [first] = records;
    expect(first?.cell('victimBornOn')).toBe('2010-01-01');
    expect(first?.cell('offenceCode')).toBe('19/16');
    expect(first?.cell('localMarkers')).toBe('GANG;DV');
    expect(first?.cell('narrative')).toBe('First\nSecond');
    expect(notices).toEqual([]);
    expect(report.records).toBe(3);
  });

  it('that differ in a single value leave it unknown, and say which column and never the values', () => {
    const { records, notices } = mapped(ADJACENT, [
      HEADER,
      'A,2010-01-01,19/16,N,,,,',
      'A,2011-02-03,19/16,N,,,,',
    ]);
    expect(records[0]?.cell('victimBornOn')).toBe('?');
    expect(notices).toEqual([
      expect.objectContaining({
        row: 2,
        column: 'DOB',
        done: expect.stringContaining('taken as unknown') as string,
      }),
    ]);
    expect(JSON.stringify(notices)).not.toMatch(/2010|2011/);
  });

  it('keep rows without a key apart', () => {
    const { records, notices } = mapped(ADJACENT, [
      HEADER,
      ',2010-01-01,19/16,N,,,,',
      ',2010-01-01,19/16,N,,,,',
    ]);
    expect(records.map(({ row }) => row)).toEqual([2, 3]);
    expect(notices).toHaveLength(2);
  });

  it('are not without end', () => {
    const rows = new Array<string>(MOST_ROWS + 2).fill('A,,19/16,N,,,,');
    const { records, notices, report } = mapped(ADJACENT, [HEADER, ...rows, 'B,,19/16,N,,,,']);
    expect(records).toHaveLength(2);
    expect(report).toMatchObject({ records: 2, unreadable: 2 });
    expect(notices).toEqual([
      expect.objectContaining({ row: MOST_ROWS + 2, done: 'the rows beyond were not checked' }),
    ]);
  });
});

describe('markers of several rows', () => {
  it.each([
    [['Y', 'N'], 'unknown', 'Y'],
    [['', 'Y'], 'unknown', 'Y'],
    [['N', 'N'], 'unknown', 'N'],
    [['N', ''], 'unknown', null],
    [['N', ''], 'not-set', 'N'],
    [['', ''], 'unknown', null],
    [['', ''], 'not-set', 'N'],
    [['N', 'maybe'], 'not-set', '?'],
    [['Y', 'maybe'], 'not-set', 'Y'],
  ] as const)('%j where blank is %s are %j', (flags, blank, expected) => {
    const profile = mergedBy({ merge: 'adjacent' }, blank);
    const { records } = mapped(profile, [HEADER, ...flags.map((flag) => `A,,,${flag},,,,`)]);
    expect(records[0]?.cell('CSA')).toBe(expected);
  });
});

describe('suspects of several rows', () => {
  const ROWS = ['A,,,N,,,35,s1', 'A,,,N,,,,s2', 'A,,,N,,,35,s1', 'B,,,N,,,,', 'C,,,N,,,35,', 'C,,,N,,,35,'];
  it.each([
    ['one-a-row', ['35;;35', '', '35;35']],
    ['repeated', ['35', '', '35']],
    [{ key: 'SUSPECT' }, ['35;', '', '']],
  ] as const)('%j', (suspects, expected) => {
    const { records } = mapped(mergedBy({ merge: 'adjacent', suspects }), [HEADER, ...ROWS]);
    expect(records.map(({ cell }) => cell('suspectAges'))).toEqual(expected);
  });

  it('by a key that the extract lacks do not fit', () => {
    const profile = mergedBy({ merge: 'adjacent', suspects: { key: 'SUSPEKT' } });
    expect(() => mapped(profile, [HEADER, ...ROWS])).toThrow(
      /rows\/suspects: the extract has no column "SUSPEKT"; the nearest names are "SUSPECT"/,
    );
  });
});

describe('rows anywhere', () => {
  const row = fc.record({
    key: fc.constantFrom('A', 'B', 'C'),
    flag: fc.constantFrom('Y', 'N', ''),
    local: fc.constantFrom('', 'GANG', 'DV'),
  });

  it('give the records of the same rows sorted by key', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const lines = (of: typeof rows) => [
          HEADER,
          ...of.map(({ key, flag, local }) => `${key},,19/16,${flag},${local},,,`),
        ];
        const view = ({ records }: ReturnType<typeof mapped>) =>
          records.map(({ cell }) => [cell('crimeReference'), cell('CSA'), cell('localMarkers')]).toSorted();
        const sorted = rows.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
        const anywhere = mapped(mergedBy({ merge: 'anywhere' }), lines(rows));
        expect(view(anywhere)).toEqual(view(mapped(ADJACENT, lines(sorted))));
        expect(anywhere.records.map((record) => record.row)).toEqual(
          anywhere.records.map((record) => record.row).toSorted((a, b) => a - b),
        );
      }),
    );
  });
});
