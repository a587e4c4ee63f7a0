import type { FieldName } from '../../model/fields.js';

/** What systems write for the words of a field, in upper case. What is not here is asked. */
export const VOCABULARY: { readonly [F in FieldName]?: Readonly<Record<string, string>> } = {
  recordType: {
    CRIME: 'crime',
    'CRIMINAL OFFENCE': 'crime',
    'NOTIFIABLE CRIME': 'crime',
    INCIDENT: 'reported-incident',
    'REPORTED INCIDENT': 'reported-incident',
    'CRIME RELATED INCIDENT': 'reported-incident',
    CRI: 'reported-incident',
    'NON-CRIME': 'non-crime',
    'NON CRIME': 'non-crime',
    NONCRIME: 'non-crime',
    'NON CRIME INCIDENT': 'non-crime',
    'NON-CRIME INCIDENT': 'non-crime',
    'NON-NOTIFIABLE': 'non-crime',
  },
  victimType: {
    PERSON: 'person',
    INDIVIDUAL: 'person',
    MALE: 'person',
    FEMALE: 'person',
    ADULT: 'person',
    CHILD: 'person',
    ORGANISATION: 'organisation',
    ORGANIZATION: 'organisation',
    BUSINESS: 'organisation',
    COMPANY: 'organisation',
    CORPORATE: 'organisation',
    STATE: 'state',
    CROWN: 'state',
    'THE CROWN': 'state',
    REGINA: 'state',
    REX: 'state',
    SOCIETY: 'state',
    'STATE/SOCIETY': 'state',
    PUBLIC: 'state',
  },
  victimSex: {
    F: 'F',
    FEMALE: 'F',
    M: 'M',
    MALE: 'M',
    X: 'X',
    OTHER: 'X',
    U: '',
    UNKNOWN: '',
    'NOT KNOWN': '',
    'NOT RECORDED': '',
    'NOT STATED': '',
    UNSPECIFIED: '',
    'NOT SPECIFIED': '',
    INDETERMINATE: '',
  },
};

/** What systems write for a marker that is set and for one that is not. */
export const SET_WORDS = ['Y', 'YES', '1', 'TRUE', 'T', 'SET'];
export const NOT_SET_WORDS = ['N', 'NO', '0', 'FALSE', 'F', 'NOT SET'];
