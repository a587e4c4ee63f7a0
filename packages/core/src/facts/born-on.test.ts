import { describe, expect, it } from 'vitest';
import { valueOf } from '../evaluate/facts-of.test-helper.js';
import type { CrimeRecord } from '../model/fields.js';
import { parseDate } from '../normalise/date.js';

const DATES = { offenceFrom: '2025-05-01', reportedOn: '2025-05-02', recordedOn: '2025-05-03' };

function expectBorn(record: CrimeRecord, plausible: 'true' | 'false' | 'unknown'): void {
  expect(valueOf('bornOnPlausible', record)).toBe(plausible);
  const read = parseDate(record.victimBornOn ?? '');
  expect(valueOf('bornOn', record)).toBe(plausible === 'false' ? null : read);
}

describe('a date of birth', () => {
  it.each<[string, CrimeRecord, 'true' | 'false' | 'unknown']>([
    ['in 1900', { ...DATES, victimBornOn: '1900-12-31' }, 'false'],
    ['in 1901, of someone over 110', { ...DATES, victimBornOn: '1901-01-01' }, 'false'],
    [
      'in 1901, of an old offence',
      { ...DATES, offenceFrom: '1960-05-01', victimBornOn: '1901-01-01' },
      'true',
    ],
    ['of someone aged 110', { ...DATES, victimBornOn: '1914-05-02' }, 'true'],
    ['of someone aged 111', { ...DATES, victimBornOn: '1914-05-01' }, 'false'],
    ['on the last day of the offence', { ...DATES, victimBornOn: '2025-05-01' }, 'true'],
    ['after the last day of the offence', { ...DATES, reportedOn: '', victimBornOn: '2025-05-02' }, 'false'],
    [
      'within the offence',
      { ...DATES, offenceTo: '2025-05-02', reportedOn: '', victimBornOn: '2025-05-02' },
      'true',
    ],
    ['after the recording', { recordedOn: '2025-05-03', victimBornOn: '2025-05-04' }, 'false'],
    ['before the recording', { recordedOn: '2025-05-03', victimBornOn: '2025-05-02' }, 'true'],
    [
      'on the day of recording',
      { offenceCode: '19/16', recordedOn: '2025-05-03', victimBornOn: '2025-05-03' },
      'false',
    ],
    [
      'on the day of the report',
      { offenceCode: '8N', ...DATES, offenceTo: '2025-05-02', victimBornOn: '2025-05-02' },
      'false',
    ],
    [
      'on both, outside the list',
      { offenceCode: '28/03', recordedOn: '2025-05-03', victimBornOn: '2025-05-03' },
      'false',
    ],
    [
      'of a newborn victim of harm',
      { offenceCode: '1/02', recordedOn: '2025-05-03', victimBornOn: '2025-05-03' },
      'true',
    ],
    [
      'of a newborn, reported that day',
      { offenceCode: '11/03', ...DATES, offenceTo: '2025-05-02', victimBornOn: '2025-05-02' },
      'true',
    ],
    [
      'of an offence that may be harm',
      { offenceCode: 'RAPE', recordedOn: '2025-05-03', victimBornOn: '2025-05-03' },
      'true',
    ],
    [
      'of an offence that cannot be harm',
      { offenceCode: '86', recordedOn: '2025-05-03', victimBornOn: '2025-05-03' },
      'false',
    ],
    ['that no date can speak of', { victimBornOn: '2015-01-01' }, 'unknown'],
    ['in 1900 that no date can speak of', { victimBornOn: '1900-01-01' }, 'false'],
    ['with a report alone', { reportedOn: '2025-05-02', victimBornOn: '2015-01-01' }, 'unknown'],
    ['after the report alone', { reportedOn: '2025-05-02', victimBornOn: '2025-05-03' }, 'unknown'],
    ['with a last day alone', { offenceTo: '2025-05-02', victimBornOn: '2015-01-01' }, 'true'],
    [
      'with a period that runs backwards',
      { offenceFrom: '2025-05-01', offenceTo: '2025-04-01', victimBornOn: '2025-04-15' },
      'unknown',
    ],
    ['that is no date', { ...DATES, victimBornOn: '2015-02-30' }, 'unknown'],
    ['that is empty', { ...DATES, victimBornOn: '' }, 'unknown'],
  ])('%s', (_, record, plausible) => {
    expectBorn(record, plausible);
  });
});
