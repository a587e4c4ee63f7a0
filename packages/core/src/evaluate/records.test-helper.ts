import fc from 'fast-check';
import type { CrimeRecord, FieldName } from '../model/fields.js';
import { loadPack } from '../rules/load.js';

const { offences, terms, localMarkers } = loadPack();

const CODES = offences.entries.map((entry) => entry.code);
/** Codes on which the rules differ most; all others come now and then. */
const TURNING_CODES = [
  '19/16',
  '19/07',
  '19/08',
  '20/05',
  '86',
  '86/10',
  '71',
  '71/08',
  '71/17',
  '23/12',
  '11/03',
  '1/02',
  '8N',
  '28/03',
  '19/99',
  '19',
  'RAPE',
  '',
];
/** Few days, so that they are often equal and often in the wrong order. */
const DAYS = [
  '2025-05-01',
  '2025-05-02',
  '2025-05-03',
  '2025-04-01',
  '2016-03-31',
  '2016-04-01',
  '1990-01-01',
  '2031-01-01',
  '',
  'soon',
];
const BIRTHS = [
  '2007-05-01',
  '2007-05-02',
  '2009-05-01',
  '2012-05-02',
  '1990-01-01',
  '1972-01-01',
  '1900-01-01',
  '2025-05-01',
  '2025-05-02',
  '2025-05-03',
  '2031-01-01',
  '',
  '',
  'soon',
];

const marker = fc.constantFrom('Y', 'Y', 'y', 'N', '', '?');
const day = fc.constantFrom(...DAYS);
const code = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...TURNING_CODES) },
  { weight: 1, arbitrary: fc.constantFrom(...CODES) },
);
const first = (lists: Readonly<Record<string, readonly string[]>>) =>
  Object.values(lists).map(([term = '']) => term);

const FIELDS: Partial<Record<FieldName, fc.Arbitrary<string>>> = {
  crimeReference: fc.constantFrom('SYN0000001', 'SYN0000002'),
  force: fc.constantFrom('E23000037', ''),
  team: fc.constantFrom('Team A', ''),
  recordType: fc.constantFrom('', '', '', 'crime', 'non-crime', 'enquiry'),
  cancelledOn: fc.constantFrom('', '', '', '', '2025-06-01', 'soon'),
  offenceCode: code,
  offenceClass: fc.oneof(
    { weight: 3, arbitrary: fc.constant('') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('19E', '19C', '17A', '71', '72', '86', '28E', '19', 'RAPE', '19/16'),
    },
  ),
  reportedOn: day,
  recordedOn: day,
  offenceFrom: day,
  offenceTo: fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 1, arbitrary: day }),
  outcome: fc.constantFrom('', '0', '1', '99'),
  outcomeOn: fc.constantFrom('', '2025-09-01', 'soon'),
  victimType: fc.constantFrom('', '', '', 'person', 'state', 'other'),
  victimBornOn: fc.constantFrom(...BIRTHS),
  victimAge: fc.constantFrom('', '', '5', '12', '13', '16', '17', '18', '40', '?'),
  victimSex: fc.constantFrom('', 'F', 'M', 'X'),
  suspectCount: fc.constantFrom('', '0', '1', '2', '?'),
  suspectAges: fc.constantFrom('', '15', '30', '30;', '15;40'),
  suspectEthnicities: fc.constantFrom('', 'W1', 'W1;A1'),
  suspectNationalities: fc.constantFrom('', 'GBR', 'GBR;'),
  CSA: marker,
  CSE: marker,
  CA: marker,
  CCE: marker,
  DA: marker,
  ONLINE: marker,
  MS: marker,
  HBA: marker,
  markerHistory: fc.constantFrom(
    '',
    'CSA:set:2025-05-03',
    'CSE:set:2025-09-01',
    'CSA:removed:2025-09-01',
    '?',
  ),
  localMarkers: fc.constantFrom('', '', ...first(localMarkers), 'CSA;CSE', 'HATE'),
  narrative: fc.constantFrom('', '', ...first(terms), 'Seen in the park'),
};

/** Records on which rules meet, clash and cannot tell. */
export const records: fc.Arbitrary<CrimeRecord> = fc.record(
  FIELDS as Record<FieldName, fc.Arbitrary<string>>,
);

/** What differs between records of one offence and one set of markers. */
const OWN: readonly FieldName[] = [
  'reportedOn',
  'recordedOn',
  'offenceFrom',
  'offenceTo',
  'outcomeOn',
  'victimBornOn',
  'victimAge',
  'victimSex',
  'suspectCount',
  'suspectAges',
  'localMarkers',
  'narrative',
  'team',
];

/** Records that share their offences and markers, as those of an extract do, and differ in the rest. */
export const alike: fc.Arbitrary<CrimeRecord> = fc
  .tuple(fc.constantFrom(...fc.sample(records, { numRuns: 60, seed: 5 })), records)
  .map(([base, other]) => ({
    ...base,
    ...Object.fromEntries(OWN.map((field) => [field, other[field] ?? ''])),
  }));
