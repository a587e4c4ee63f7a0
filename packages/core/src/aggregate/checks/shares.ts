import { ageFrom, ageReported, victimAge } from '../../facts/ages.js';
import { bornOn } from '../../facts/born-on.js';
import { ofText } from '../../facts/fact.js';
import { live } from '../../facts/live.js';
import { markers } from '../../facts/markers.js';
import { category, code } from '../../facts/offence-choices.js';
import { image, nonSexual } from '../../facts/offence-flags.js';
import { offence } from '../../facts/offence.js';
import { person } from '../../facts/person.js';
import type { RecordFacts } from '../../facts/record-facts.js';
import type { Marker } from '../../model/markers.js';
import type { Needs } from '../../model/rule.js';
import { FALSE, TRUE, UNKNOWN } from '../../model/truth.js';
import { shareCheck } from './share-check.js';

const OFFENCE: Needs[number] = ['offenceCode', 'offenceClass'];
const IMAGE_CODES: ReadonlySet<string | null> = new Set(['86/02', '86/10', '86/15']);

const isLive = (record: RecordFacts) => record.get(live) === TRUE;
const isSet = (record: RecordFacts, marker: Marker) => record.get(markers[marker].set) === TRUE;
const isByDefinition = (record: RecordFacts) => record.get(category).value === 'child-sexual-by-definition';
const isCsaOrCse = (record: RecordFacts) => isSet(record, 'CSA') || isSet(record, 'CSE');

export const bydefCoverage = shareCheck({
  id: 'BYDEF-COVERAGE',
  needs: [OFFENCE, 'CSA'],
  denominator: (record) =>
    isLive(record) &&
    isByDefinition(record) &&
    record.get(image) !== TRUE &&
    record.get(markers.CSA.set) !== UNKNOWN,
  numerator: (record) => isSet(record, 'CSA'),
  raised: (figure, verdict) => figure < verdict.parameter('below'),
});

export const cseShare = shareCheck({
  id: 'CSE-SHARE',
  needs: ['CSA', 'CSE'],
  apart: true,
  denominator: (record) => isLive(record) && isSet(record, 'CSA'),
  numerator: (record) => isLive(record) && isSet(record, 'CSE'),
});

export const ageUnknownShare = shareCheck({
  id: 'AGE-UNKNOWN-SHARE',
  needs: [OFFENCE, ['victimBornOn', 'victimAge']],
  denominator: (record) =>
    isLive(record) && isByDefinition(record) && record.get(image) !== TRUE && record.get(person) === TRUE,
  numerator: (record) => record.get(bornOn) === null && record.get(victimAge) === null,
  raised: (figure, verdict) => figure >= verdict.parameter('from'),
});

export const iiocShare = shareCheck({
  id: 'IIOC-SHARE',
  needs: [OFFENCE],
  denominator: (record) => isLive(record) && isByDefinition(record),
  numerator: (record) => IMAGE_CODES.has(record.get(code).value),
});

const hasAge = ofText('victimAge', (text) => text !== '');

export const ageAtReportSuspected = shareCheck({
  id: 'AGE-AT-REPORT-SUSPECTED',
  needs: ['victimBornOn', 'victimAge', 'offenceFrom', 'reportedOn'],
  denominator: (record) => {
    if (!hasAge(record) || !isLive(record)) return false;
    if (record.get(bornOn) === null || record.get(victimAge) === null) return false;
    const reported = record.get(ageReported);
    const from = record.get(ageFrom);
    return reported !== null && from !== null && reported > from;
  },
  numerator: (record) => record.get(victimAge) === record.get(ageReported),
  raised: (figure, verdict) => figure >= verdict.parameter('from'),
});

export const csaNonsexualShare = shareCheck({
  id: 'CSA-NONSEXUAL-SHARE',
  needs: [OFFENCE, 'CSA'],
  denominator: (record) => isLive(record) && isSet(record, 'CSA'),
  numerator: (record) => record.get(nonSexual) === TRUE,
});

export const notLiveFlagged = shareCheck({
  id: 'NOT-LIVE-FLAGGED',
  needs: [
    ['CSA', 'CSE'],
    ['recordType', 'cancelledOn'],
  ],
  denominator: isCsaOrCse,
  numerator: (record) => record.get(live) === FALSE,
});

export const codeReadable = shareCheck({
  id: 'CODE-READABLE',
  needs: [OFFENCE],
  denominator: isLive,
  numerator: (record) => record.get(offence).status !== 'unknown',
  raised: (figure, verdict) => figure < verdict.parameter('below'),
});
