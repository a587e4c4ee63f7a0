import { describe, expect, it } from 'vitest';
import type { InputNotice } from '../read/reader.js';
import { mapped, profileOf } from './mapping.test-helper.js';
import { openMarkersFile } from './markers-file.js';
import type { FileLayout, ListLayout } from './profile.js';

const LIST: ListLayout = {
  layout: 'list',
  column: 'FLAGS',
  separator: '|',
  blank: 'unknown',
  codes: { 'CA-SEX': 'CSA', CSEX: 'CSE', GANG: null },
};

function listed(layout: ListLayout, cell: string) {
  const { records, notices } = mapped(profileOf({ markers: layout, blanks: ['NULL'] }), [
    'FLAGS,X',
    `${cell},x`,
  ]);
  return { cell: records[0]?.cell, notices };
}

describe('the layout list', () => {
  it.each([
    ['CA-SEX', 'Y', 'N', 0],
    ['ca-sex | csex', 'Y', 'Y', 0],
    ['GANG', 'N', 'N', 0],
    ['', null, null, 0],
    ['NULL', null, null, 0],
    ['CA-SEX|NEW', 'Y', null, 1],
    ['NEW|NEWER', null, null, 1],
  ])('%j: CSA %j, CSE %j, %d notices', (text, csa, cse, said) => {
    const { cell, notices } = listed(LIST, text);
    expect([cell?.('CSA'), cell?.('CSE'), cell?.('DA'), notices.length]).toEqual([csa, cse, null, said]);
    expect(JSON.stringify(notices)).not.toContain('NEW');
  });

  it('leaves codes that are ignored without a word', () => {
    const { cell, notices } = listed({ ...LIST, otherCodes: 'ignore' }, 'NEW');
    expect([cell?.('CSA'), cell?.('localMarkers'), notices]).toEqual(['N', null, []]);
  });

  it('makes local markers of codes that it does not name', () => {
    const { cell, notices } = listed({ ...LIST, otherCodes: 'local' }, 'NEW|CA-SEX|GANG|Older one');
    expect([cell?.('CSA'), cell?.('CSE'), cell?.('localMarkers'), notices]).toEqual([
      'Y',
      'N',
      'NEW;GANG;Older one',
      [],
    ]);
  });
});

const FILE: FileLayout = {
  layout: 'file',
  file: 'markers.csv',
  key: 'CRIME_REF',
  column: 'FLAG',
  blank: 'not-set',
  codes: { 'CA-SEX': 'CSA', CSEX: 'CSE', GANG: null },
};

function filed(layout: FileLayout, text: string) {
  const said: InputNotice[] = [];
  const file = openMarkersFile('markers.csv', layout, ['NULL'], (notice) => void said.push(notice));
  for (const byte of new TextEncoder().encode(text)) file.write(Uint8Array.of(byte));
  const table = file.end();
  const profile = profileOf({ fields: { crimeReference: 'REF' }, markers: layout });
  const { records } = mapped(profile, ['REF,X', 'A,', 'B,', 'C,', 'D,'], { markers: table });
  return {
    table,
    said,
    cells: (field: 'CSA' | 'CSE' | 'localMarkers') => records.map(({ cell }) => cell(field)),
  };
}

const TEXT = 'FLAG;CRIME_REF\nCA-SEX;A\ncsex;A\nGANG;B\nNULL;C\nCA-SEX;E\nCA-SEX;\n';

describe('the layout file', () => {
  it('gives each crime the markers of all its rows', () => {
    const { table, said, cells } = filed(FILE, TEXT);
    expect(cells('CSA')).toEqual(['Y', 'N', '', '']);
    expect(cells('CSE')).toEqual(['Y', 'N', '', '']);
    expect([table.keys, table.unmatched(), table.complete]).toEqual([4, 1, true]);
    expect(said).toEqual([
      {
        file: 'markers.csv',
        row: 7,
        column: 'CRIME_REF',
        problem: 'the crime reference is empty',
        done: 'the marker in this row belongs to no record',
      },
    ]);
  });

  it('leaves what is not set unknown on a crime with a code that is not named', () => {
    const { table, said, cells } = filed(FILE, 'CRIME_REF,FLAG\nA,CA-SEX\nA,NEW\n');
    expect(cells('CSA')).toEqual(['Y', '', '', '']);
    expect(cells('CSE')).toEqual([null, '', '', '']);
    expect(table.unknownCodes).toEqual([{ code: 'NEW', count: 1 }]);
    expect(said).toEqual([expect.objectContaining({ row: 3, column: 'FLAG' })]);
  });

  it('makes local markers of codes that it does not name', () => {
    const { said, cells } = filed(
      { ...FILE, otherCodes: 'local' },
      'CRIME_REF,FLAG\nA,GANG\nA,NEW\nA,Older\n',
    );
    expect([cells('CSA'), cells('localMarkers'), said]).toEqual([
      ['N', '', '', ''],
      ['GANG;NEW;Older', '', '', ''],
      [],
    ]);
  });

  it('takes a crime without a row as unknown where the profile says so', () => {
    expect(filed({ ...FILE, blank: 'unknown' }, TEXT).cells('CSA')).toEqual(['Y', 'N', null, null]);
  });

  it('does not fit without its columns, and names the nearest', () => {
    expect(() => filed(FILE, 'CRIME_REFERENCE,FLAGS\nA,B\n')).toThrow(
      /no column "CRIME_REF"; the nearest names are "CRIME_REFERENCE"[^]*no column "FLAG"; the nearest names are "FLAGS"/,
    );
    expect(() => filed(FILE, '')).toThrow(/is empty/);
  });

  it('says that rows were lost', () => {
    const { table, said } = filed(FILE, 'CRIME_REF,FLAG\nA\nB,CSEX\n');
    expect([table.complete, table.unreadable, said.length]).toEqual([false, 1, 1]);
  });
});

describe('the layout columns', () => {
  it('lets a marker say its own blank', () => {
    const markers = {
      layout: 'columns',
      blank: 'not-set',
      columns: {
        CSA: { column: 'A', set: ['1'], notSet: ['0'] },
        CSE: { column: 'B', set: ['1'], notSet: ['0'], blank: 'unknown' },
      },
    } as const;
    const { records, notices } = mapped(profileOf({ markers }), ['A,B,KEY', ',,1', '1,0,2', 'maybe,1,3']);
    expect(records.map(({ cell }) => [cell('CSA'), cell('CSE')])).toEqual([
      ['', null],
      ['Y', 'N'],
      ['?', 'Y'],
    ]);
    expect(notices).toEqual([expect.objectContaining({ row: 4, column: 'A' })]);
  });
});
