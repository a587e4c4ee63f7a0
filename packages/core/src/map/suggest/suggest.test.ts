import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MarkercheckError } from '../../model/errors.js';
import { readProfile } from '../../schemas/profile.js';
import { suggestProfile, type Suggestion } from './suggest.js';

const HEADER = ['CRIME_NO', 'HO_CODE', 'RECORDED_DT', 'VIC_DOB', 'VIC_TYPE', 'CSA_FLAG', 'BEAT'];
const ROWS = [
  ['A/1', '19/07 Rape', '25/12/2025', '01/02/2010', 'Person', 'Y', 'A1'],
  ['A/2', '28/03 Burglary', '26/12/2025', '03/04/2011', 'Crown', '', 'A1'],
  ['A/3', '19/16 Rape', '01/02/2026', 'NULL', 'Person', '', 'B2'],
];

function suggest(header: readonly string[], rows: readonly (readonly string[])[]): Suggestion {
  return suggestProfile(header, rows, { name: 'test' });
}

function withColumn(name: string, cells: readonly string[]): Suggestion {
  return suggest(
    [...HEADER, name],
    ROWS.map((row, i) => [...row, cells[i % cells.length] ?? '']),
  );
}

/** What readProfile says of the proposal beside its questions. */
function faultsBesideQuestions({ profile }: Suggestion): readonly string[] {
  try {
    readProfile(profile);
  } catch (error) {
    if (!(error instanceof MarkercheckError)) throw error;
    return error.faults.filter((fault) => !fault.includes(': a question is open: '));
  }
  return [];
}

const fieldsOf = ({ profile }: Suggestion) => profile['fields'] as Readonly<Record<string, unknown>>;
const columnOf = ({ columns }: Suggestion, name: string) => columns.find(({ column }) => column === name);

describe('a proposal', () => {
  const suggestion = suggest(HEADER, ROWS);

  it('reads what is certain', () => {
    expect(fieldsOf(suggestion)).toMatchObject({
      crimeReference: 'CRIME_NO',
      offenceCode: { column: 'HO_CODE', before: ' ' },
      recordedOn: { column: 'RECORDED_DT', date: 'DD/MM/YYYY' },
      victimType: { column: 'VIC_TYPE', values: { PERSON: 'person', CROWN: 'state' } },
    });
    expect(suggestion.profile['blanks']).toEqual(['NULL']);
    expect(columnOf(suggestion, 'BEAT')).toMatchObject({ fields: [], confidence: 'unused' });
  });

  it('asks what it cannot know, and is refused until that is answered', () => {
    expect(suggestion.questions.map(({ place }) => place)).toEqual([
      'constants/force',
      'fields/victimBornOn/date',
      'markers/blank',
    ]);
    expect(() => readProfile(suggestion.profile)).toThrow(
      /markers\/blank: a question is open: what does an empty marker cell mean/,
    );
    expect(faultsBesideQuestions(suggestion)).toEqual([]);
  });

  it('holds no value of a personal field', () => {
    expect(JSON.stringify(suggestion)).not.toMatch(/2010|2011|A\/1/);
  });

  it('says what no column was found for', () => {
    expect(suggestion.missing).toContain('offenceFrom');
    expect(suggestion.missing).not.toContain('CSA');
  });
});

describe('a column', () => {
  it('whose name says one thing and its values another is not used, and said', () => {
    const suggestion = withColumn('REPORTED_DATE', ['by phone', 'by mail', 'at the desk']);
    expect(fieldsOf(suggestion)).not.toHaveProperty('reportedOn');
    expect(columnOf(suggestion, 'REPORTED_DATE')?.reasons).toEqual([
      'a name like reportedOn, but its values are no dates',
    ]);
  });

  it('of a title is no narrative', () => {
    const rows = Array.from({ length: 60 }, (_, i) => [
      `A/${i}`,
      i % 2 === 0 ? 'Rape of a child' : 'Burglary',
    ]);
    const suggestion = suggest(['CRIME_NO', 'OFFENCE DESCRIPTION'], rows);
    expect(fieldsOf(suggestion)).not.toHaveProperty('narrative');
  });

  it('as good as another is a question', () => {
    const suggestion = suggest(
      ['CRIME_NUMBER', 'CRN'],
      [
        ['a', 'x'],
        ['b', 'y'],
      ],
    );
    expect(fieldsOf(suggestion)['crimeReference']).toBe(
      'QUESTION: which column is it: "CRIME_NUMBER", "CRN"?',
    );
    expect(columnOf(suggestion, 'CRN')?.confidence).toBe('question');
  });

  it('of dates without any is read as the others are', () => {
    const suggestion = withColumn('CANCELLED_DT', ['']);
    expect(fieldsOf(suggestion)['cancelledOn']).toEqual({ column: 'CANCELLED_DT', date: 'DD/MM/YYYY' });
    expect(columnOf(suggestion, 'CANCELLED_DT')?.confidence).toBe('likely');
  });

  it('of codes of a person asks without saying them', () => {
    const suggestion = withColumn('VIC_SEX', ['1', '2', '1']);
    expect(fieldsOf(suggestion)['victimSex']).toMatch(
      /^QUESTION: the column VIC_SEX has codes that are no known words/,
    );
  });

  it('of codes of a person proposes those that are known words, and counts the others', () => {
    const suggestion = withColumn('VIC_SEX', ['Female', 'Male', 'Oddity', 'Male']);
    expect(fieldsOf(suggestion)['victimSex']).toEqual({
      column: 'VIC_SEX',
      values: { FEMALE: 'F', MALE: 'M' },
    });
    expect(columnOf(suggestion, 'VIC_SEX')).toMatchObject({ confidence: 'likely' });
    expect(columnOf(suggestion, 'VIC_SEX')?.reasons.join()).toMatch(/one other code is taken as unknown/);
  });

  it('of local offence codes asks for a table', () => {
    const suggestion = suggest(
      ['CRIME_NO', 'OFFENCE_CODE'],
      [
        ['1', 'SX0003'],
        ['2', 'SX0004'],
      ],
    );
    expect(fieldsOf(suggestion)['offenceCode']).toMatch(
      /^QUESTION: the column OFFENCE_CODE holds no Home Office codes.*lookup/,
    );
  });

  it('of sub-classes joins that of the classes', () => {
    const suggestion = suggest(
      ['CRIME_NO', 'HO_CLASS', 'HO_SUB_CLASS'],
      [
        ['1', '19', '7'],
        ['2', '28', '3'],
      ],
    );
    expect(fieldsOf(suggestion)).toMatchObject({
      offenceCode: { columns: ['HO_CLASS', 'HO_SUB_CLASS'], join: '/' },
    });
    expect(fieldsOf(suggestion)).not.toHaveProperty('offenceClass');
  });
});

describe('an extract whose names nobody knows', () => {
  const suggestion = suggest(
    ['F1', 'F2', 'F3', 'F4', 'F5'],
    [
      ['9001', '19/07 - RAPE', 'CROWN', '25/12/2025', 'He met the victim in the park near the school.'],
      [
        '9002',
        '28/03 - BURGLARY',
        'INDIVIDUAL',
        '26/12/2025',
        'The rear window was forced while they slept.',
      ],
    ],
  );

  it('gets a question for what its values may be, and no guess', () => {
    expect(suggestion.questions.map(({ place }) => place)).toEqual([
      'constants/force',
      'fields/crimeReference',
      'fields/offenceCode',
      'fields/recordedOn',
      'fields/offenceFrom',
      'fields/victimType',
      'fields/victimBornOn',
      'fields/narrative',
      'markers',
    ]);
    expect(
      Object.values(fieldsOf(suggestion)).every((source) => String(source).startsWith('QUESTION: ')),
    ).toBe(true);
    expect(faultsBesideQuestions(suggestion)).toEqual([]);
  });
});

describe('markers', () => {
  const markersOf = ({ profile }: Suggestion) =>
    profile['markers'] as Readonly<Record<string, unknown>> | string;

  it.each([
    [['Y', 'N'], ['Y'], ['N']],
    [['1', '0'], ['1'], ['0']],
    [['Yes', ''], ['YES'], ['NO']],
    [['TRUE', 'FALSE'], ['TRUE'], ['FALSE']],
  ])('%j are set by %j and not by %j', (cells, set, notSet) => {
    expect(markersOf(withColumn('CSE_FLG', cells))).toMatchObject({
      columns: { CSE: { column: 'CSE_FLG', set, notSet } },
    });
  });

  it('of other words are a question', () => {
    const suggestion = withColumn('CSE_FLG', ['SUSPECTED', 'CONFIRMED', '']);
    expect(suggestion.questions.find(({ place }) => place === 'markers/columns/CSE/set/0')?.question).toMatch(
      /holds "SUSPECTED", "CONFIRMED"/,
    );
  });

  it('in one column of codes are named as far as they are known', () => {
    const suggestion = suggest(
      ['CRIME_NO', 'QUALIFIERS'],
      [
        ['1', 'CSE|GANG'],
        ['2', 'CA-SEXUAL|CSE'],
        ['3', ''],
      ],
    );
    expect(markersOf(suggestion)).toMatchObject({
      layout: 'list',
      column: 'QUALIFIERS',
      separator: '|',
      codes: { CSE: 'CSE' },
    });
    expect(suggestion.questions.map(({ place }) => place)).toEqual([
      'constants/force',
      'markers/blank',
      'markers/codes/CA-SEXUAL',
      'markers/otherCodes',
    ]);
  });

  it('that were not found are a question', () => {
    expect(
      markersOf(
        suggest(['CRIME_NO', 'MO'], [['1', 'He met a child online in a domestic setting, more than once.']]),
      ),
    ).toMatch(/^QUESTION: no column of markers was found/);
  });
});

describe('rows that repeat a reference', () => {
  it('are a question', () => {
    const suggestion = suggest(
      ['CRIME_NO', 'SUSPECT_AGE'],
      [
        ['1', '30'],
        ['1', '40'],
        ['2', ''],
      ],
    );
    expect(suggestion.questions.map(({ place }) => place)).toEqual(
      expect.arrayContaining(['rows/merge', 'rows/suspects']),
    );
    expect(faultsBesideQuestions(suggestion)).toEqual([]);
  });
});

describe('whatever the extract', () => {
  const name = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      '__proto__',
      'constructor',
      '',
      ...HEADER,
      'CSA',
      'FLAGS',
      'SUSPECT_AGES',
      'QUALIFIERS',
      'END_DT',
    ),
  );
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      '',
      'NULL',
      'Y',
      'N',
      '1',
      '25/12/2025',
      '03/04/2025',
      '45780',
      '19/07',
      'CSE;GANG',
      '__proto__',
      '35;40',
      'Crown',
    ),
  );

  it('the proposal is a profile but for its questions', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1, maxLength: 6 }).chain((header) =>
          fc.tuple(
            fc.constant(header),
            fc.array(fc.array(cell, { minLength: header.length, maxLength: header.length }), {
              maxLength: 8,
            }),
          ),
        ),
        ([header, rows]) => {
          expect(faultsBesideQuestions(suggest(header, rows))).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
