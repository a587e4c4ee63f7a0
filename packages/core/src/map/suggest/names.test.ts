import { describe, expect, it } from 'vitest';
import { FIELDS, type FieldDefinition, type FieldName } from '../../model/fields.js';
import { CLEAR_NAME, fieldsByName } from './names.js';

describe('the name of a column', () => {
  it.each<[string, FieldName]>([
    ['CRIME_NO', 'crimeReference'],
    ['Crime Reference', 'crimeReference'],
    ['Dt_Recorded', 'recordedOn'],
    ['dateRecorded', 'recordedOn'],
    ['RECORDED_DT', 'recordedOn'],
    ['VIC_DOB', 'victimBornOn'],
    ['VictimDateOfBirth', 'victimBornOn'],
    ['Aggrieved DOB', 'victimBornOn'],
    ['vic age at offence', 'victimAge'],
    ['VIC_GENDER', 'victimSex'],
    ['HO_CODE', 'offenceCode'],
    ['HO_CLASS', 'offenceClass'],
    ['REPORTED_DATE_TIME', 'reportedOn'],
    ['COMMITTED_FROM_DT', 'offenceFrom'],
    ['Committed To', 'offenceTo'],
    ['OUTCOME_TYPE', 'outcome'],
    ['SUSPECT_TOTAL', 'suspectCount'],
    ['Offender Ethnicity', 'suspectEthnicities'],
    ['CSE_FLG', 'CSE'],
    ['FLAG_CSA', 'CSA'],
    ['DA_YN', 'DA'],
    ['Domestic Abuse Marker', 'DA'],
    ['MO_TEXT', 'narrative'],
    ['OwningTeam', 'team'],
  ])('%s says %s', (column, field) => {
    const [best] = fieldsByName(column);
    expect(best?.field).toBe(field);
    expect(best?.score).toBeGreaterThanOrEqual(CLEAR_NAME);
  });

  it.each([
    'SUSPECT_DOB',
    'OFFICER_NAME',
    'WITNESS_AGE',
    'LAST_UPDATED',
    'BEAT',
    'POSTCODE',
    'ARREST_DATE',
    'OIC_COLLAR',
    'REVIEW_DATE',
  ])('%s says nothing clear', (column) => {
    expect(fieldsByName(column).filter(({ score }) => score >= CLEAR_NAME)).toEqual([]);
  });

  it('says of a suspect or an officer nothing about the victim', () => {
    for (const column of ['SUSPECT_DOB', 'SUSPECT DATE OF BIRTH', 'Officer Sex', 'witness_dob']) {
      expect(fieldsByName(column).map(({ field }) => field)).not.toContain('victimBornOn');
      expect(fieldsByName(column).map(({ field }) => field)).not.toContain('victimSex');
    }
  });

  it('is a field by each of its usual names', () => {
    const lost = FIELDS.flatMap((field: FieldDefinition) =>
      field.usualNames.filter(
        (name) => !fieldsByName(name).some((found) => found.field === field.name && found.score === 1),
      ),
    );
    expect(lost).toEqual([]);
  });
});
