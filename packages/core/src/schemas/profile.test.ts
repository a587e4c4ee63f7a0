import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MarkercheckError } from '../model/errors.js';
import { readProfile } from './profile.js';

const MARKERS = {
  layout: 'columns',
  blank: 'unknown',
  columns: { CSA: { column: 'FLAG', set: ['Y'], notSet: ['N'] } },
};
const LIST = { layout: 'list', blank: 'unknown', column: 'F', separator: '|', codes: { A: 'CSA' } };
const FILE = {
  layout: 'file',
  blank: 'unknown',
  file: 'm.csv',
  key: 'REF',
  column: 'F',
  codes: { A: 'CSA' },
};
const PROFILE = { name: 'test', fields: { crimeReference: 'REF' }, markers: MARKERS };

/** What is wrong with the profile that differs in these keys. */
function faultsOf(parts: object): readonly string[] {
  try {
    readProfile({ ...PROFILE, ...parts });
  } catch (error) {
    if (error instanceof MarkercheckError && error.code === 'PROFILE_INVALID') return error.faults;
    throw error;
  }
  return [];
}

const fields = (source: object) => ({ fields: { ...PROFILE.fields, ...source } });
const code = (source: object) => fields({ offenceCode: { column: 'C', ...source } });

describe('a profile', () => {
  it('is handed on without what is for editors', () => {
    expect(readProfile({ $schema: 'x', ...PROFILE })).toEqual(PROFILE);
  });

  it.each<[string, object, RegExp]>([
    ['an unknown key', { feilds: {} }, /^there is no "feilds"; did you mean fields\?$/],
    [
      'an unknown field',
      fields({ ofenceCode: 'C' }),
      /^fields: there is no "ofenceCode"; did you mean offenceCode\?$/,
    ],
    [
      'an unknown key of a field',
      code({ colum: 'X' }),
      /^fields\/offenceCode: there is no "colum"; did you mean column\?$/,
    ],
    [
      'an unknown key of rows',
      { rows: { merge: 'adjacent', suspect: 'x' } },
      /^rows: there is no "suspect"; did you mean suspects\?$/,
    ],
    [
      'an unknown key of a layout',
      { markers: { ...LIST, seperator: ';' } },
      /^markers: there is no "seperator"; did you mean separator\?$/,
    ],
    [
      'an unknown marker',
      { markers: { ...MARKERS, columns: { CSAX: MARKERS.columns.CSA } } },
      /there is no "CSAX"/,
    ],
    ['a marker as a field', fields({ CSA: 'FLAG' }), /^fields: there is no "CSA"/],
    ['no name', { name: ' ' }, /^name: /],
    [
      'no blank policy',
      { markers: { layout: 'columns', columns: MARKERS.columns } },
      /^markers\/columns\/CSA: say what an empty cell means/,
    ],
    [
      'no blank policy of a list',
      { markers: { ...LIST, blank: undefined } },
      /^markers: the key "blank" is missing|^markers\/blank/,
    ],
    [
      'an open question',
      { markers: { ...MARKERS, blank: 'QUESTION: what?' } },
      /^markers\/blank: a question is open: what\?$/,
    ],
    [
      'a format that is none',
      code({ date: 'DD/MM/YY' }),
      /^fields\/offenceCode\/date: the field is not a date$/,
    ],
    ['two-digit years', fields({ reportedOn: { column: 'R', date: 'DD/MM/YY' } }), /is not a date format/],
    [
      'formats that contradict',
      fields({ reportedOn: { column: 'R', date: ['DD/MM/YYYY', 'M/D/YYYY'] } }),
      /cannot stand together/,
    ],
    [
      'both counts of Excel',
      fields({ reportedOn: { column: 'R', date: ['excel-1900', 'excel-1904'] } }),
      /cannot stand together/,
    ],
    [
      'codes of a date',
      fields({ reportedOn: { column: 'R', values: { a: 'b' } } }),
      /the field holds no codes/,
    ],
    [
      'a meaning that is none',
      fields({ victimSex: { column: 'S', values: { 1: 'Q' } } }),
      /values\/1: "Q" is none of F, M, X/,
    ],
    [
      'a code that is blank',
      { blanks: ['u'], ...fields({ victimSex: { column: 'S', values: { U: 'X' } } }) },
      /"blanks" says/,
    ],
    ['a code that is none', code({ values: { R1: 'rape' } }), /"rape" is not an offence code/],
    ['values and lookup', code({ values: { R1: '19E' }, lookup: 'c.csv', from: 'A', to: 'B' }), /not both/],
    ['a lookup without columns', code({ lookup: 'c.csv' }), /^fields\/offenceCode\/from: name the column/],
    ['columns of no lookup', code({ from: 'A' }), /^fields\/offenceCode\/from: it belongs to a "lookup"/],
    ['a column and columns', code({ columns: ['A', 'B'], join: '/' }), /not both/],
    ['columns without join', fields({ offenceCode: { columns: ['A', 'B'] } }), /^fields\/offenceCode\/join/],
    ['join of one column', code({ join: '/' }), /there is only one column/],
    ['no column', fields({ offenceCode: { before: ' ' } }), /^fields\/offenceCode\/column: name the column$/],
    ['a separator of no list', code({ separator: '|' }), /the field is not a list/],
    ['a constant of a field', { constants: { crimeReference: 'A' } }, /not the same on every record/],
    [
      'a constant beside a field',
      { constants: { team: 'N' }, ...fields({ team: 'T' }) },
      /^constants\/team: it is in "fields" as well/,
    ],
    [
      'a constant beside a marker',
      { constants: { CSA: 'N' } },
      /^constants\/CSA: it is in "markers" as well/,
    ],
    ['an empty constant', { constants: { force: ' ' } }, /it is empty/],
    ['a constant that is no word', { constants: { victimType: 'Crown' } }, /"Crown" is none of/],
    [
      'a code set and not set',
      { markers: { ...MARKERS, columns: { CSA: { column: 'F', set: ['Y'], notSet: ['y'] } } } },
      /"y" is both set and not set/,
    ],
    [
      'an empty code',
      { markers: { ...MARKERS, columns: { CSA: { column: 'F', set: ['Y'], notSet: [''] } } } },
      /"blank" says what that means/,
    ],
    ['no marker', { markers: { ...MARKERS, columns: {} } }, /name the column of at least one marker/],
    ['codes of no marker', { markers: { ...LIST, codes: { A: null } } }, /no code means a marker/],
    ['a code with two meanings', { markers: { ...LIST, codes: { A: 'CSA', a: 'CSE' } } }, /named twice/],
    ['a code with the separator', { markers: { ...LIST, codes: { 'A|B': 'CSA' } } }, /holds the separator/],
    ['markers by a key that is not there', { fields: {}, markers: FILE }, /^markers\/key/],
    [
      'local markers twice',
      { ...fields({ localMarkers: 'L' }), markers: { ...LIST, otherCodes: 'local' } },
      /^markers\/otherCodes/,
    ],
    ['rows without a key', { fields: {}, rows: { merge: 'adjacent' } }, /^rows\/merge/],
    [
      'suspects that nobody told how',
      { ...fields({ suspectAges: 'A' }), rows: { merge: 'adjacent' } },
      /^rows\/suspects: say how/,
    ],
    ['suspects that are not there', { rows: { merge: 'adjacent', suspects: 'repeated' } }, /leave it out/],
  ])('with %s is refused', (_, parts, fault) => {
    const faults = faultsOf(parts);
    expect(faults.join('\n')).toMatch(new RegExp(fault.source, 'm'));
  });

  it.each([
    ['/etc/passwd'],
    ['\\\\server\\share\\m.csv'],
    ['C:\\m.csv'],
    ['c:m.csv'],
    ['../m.csv'],
    ['a/../../m.csv'],
    ['a\\..\\m.csv'],
    [''],
    [' '],
    ['m\u0000.csv'],
  ])('names no file %j', (file) => {
    expect(faultsOf({ markers: { ...FILE, file } })).toEqual([expect.stringMatching(/^markers\/file: /)]);
    expect(faultsOf(code({ lookup: file, from: 'A', to: 'B' }))).toEqual([
      expect.stringMatching(/^fields\/offenceCode\/lookup: /),
    ]);
  });

  it.each(['m.csv', 'lists/m.csv', '..m.csv', 'm..csv', './m.csv'])('may name %j', (file) => {
    expect(faultsOf({ markers: { ...FILE, file } })).toEqual([]);
  });

  it('says all that is wrong at once, once each', () => {
    const faults = faultsOf({
      feilds: {},
      constants: { force: '' },
      fields: {
        crimeReference: 'REF',
        offenceCode: { column: 'C', dat: 'x' },
        victimSex: { column: 'S', values: { 1: 'Q' } },
      },
      markers: {
        ...MARKERS,
        blank: 'QUESTION: what?',
        columns: { CSA: { column: 'F', set: ['Y'], notSet: ['Y'] } },
      },
      rows: { merge: 'sideways' },
    });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'markers/blank',
      'there is no "feilds"; did you mean fields?',
      'fields/offenceCode',
      'rows/merge',
      'fields/victimSex/values/1',
      'constants/force',
      'markers/columns/CSA',
    ]);
  });

  it('of any shape is refused or read, and never breaks the reader', () => {
    const keys = [
      'name',
      'fields',
      'markers',
      'rows',
      'constants',
      'blanks',
      '__proto__',
      'layout',
      'columns',
      'codes',
      'column',
    ];
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom<unknown>(null, 'columns', 'list', 'file', 'CSA', '', 3, 'QUESTION: x'),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...keys, 'crimeReference', 'CSA', 'victimSex'), tie('tree'), {
          maxKeys: 5,
        }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), tree), (parts) => {
        faultsOf(parts);
      }),
      { numRuns: 500 },
    );
  });
});
