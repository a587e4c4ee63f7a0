import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordFacts } from '../facts/record-facts.js';
import { type CrimeRecord, FIELD_NAMES, type FieldName } from '../model/fields.js';
import { BREACHED, MET, NOT_APPLICABLE, type OutcomeCode, UNDETERMINED } from '../model/outcome.js';
import { cellsOf } from '../normalise/cells.js';
import { type Day, parseDate } from '../normalise/date.js';
import { readOffenceCode } from '../normalise/offence-code.js';
import { parseWholeNumber } from '../normalise/whole-number.js';
import { compilePack } from '../rules/compile.js';
import { loadPack } from '../rules/load.js';
import { valueOf } from './facts-of.test-helper.js';
import { judge, measureOutcome } from './judge.js';
import { records } from './records.test-helper.js';

/**
 * The table "Empty cells and the floor" of the rules page, section 3: a force must not look better for
 * leaving cells empty.
 */
const MEASURES = ['csa-by-title', 'csa-by-age', 'csa-completeness'] as const;
type MeasureId = (typeof MEASURES)[number];

const pack = loadPack();
const compiled = compilePack(pack);
const facts = new RecordFacts(compiled.surroundings, compiled.rules.length);
const CODES = new Set(pack.offences.entries.map((entry) => entry.code));

function outcomesOf(record: CrimeRecord): Readonly<Record<MeasureId, OutcomeCode>> {
  judge(compiled, facts.load(cellsOf(record)));
  const outcomes: OutcomeCode[] = [];
  for (const measure of compiled.measures) outcomes.push(measureOutcome(measure, facts, outcomes));
  const ids = pack.measures.map(({ id }) => id);
  return Object.fromEntries(MEASURES.map((id) => [id, outcomes[ids.indexOf(id)]])) as Record<
    MeasureId,
    OutcomeCode
  >;
}

/** Whether some extract has a higher floor, met / (met + breached + undetermined), for this change of one record. */
function canRaiseFloor(before: OutcomeCode, after: OutcomeCode): boolean {
  if (after === MET) return before !== MET;
  return after === NOT_APPLICABLE && (before === BREACHED || before === UNDETERMINED);
}

type Circumstance = (record: CrimeRecord, measure: MeasureId) => boolean;

const dayOfCell = (record: CrimeRecord, field: FieldName): Day | null => parseDate(record[field] ?? '');
const isBefore = (left: Day | null, right: Day | null) => left !== null && right !== null && left < right;
const ageUnread = (record: CrimeRecord) => parseWholeNumber(record.victimAge ?? '', 120) === null;
const byTitle = (measure: MeasureId) => measure === 'csa-by-title';
const always: Circumstance = () => true;
const never: Circumstance = () => false;

function isAgeDependent(record: CrimeRecord): boolean {
  return (valueOf('category', record) as { readonly value: string | null }).value === 'sexual-age-dependent';
}

const periodForward = (record: CrimeRecord) =>
  !isBefore(dayOfCell(record, 'offenceTo'), dayOfCell(record, 'offenceFrom'));
const bornBefore = (record: CrimeRecord) =>
  !isBefore(dayOfCell(record, 'offenceFrom'), dayOfCell(record, 'victimBornOn'));

const PROMISED: Partial<Record<FieldName, Circumstance>> = {
  CSE: (record) =>
    /^[YN]$/i.test(record.CSE ?? '') && (!isAgeDependent(record) || valueOf('person', record) === 'true'),
  victimBornOn: (record, measure) => byTitle(measure) || ageUnread(record),
  offenceFrom: (record, measure) => byTitle(measure) || periodForward(record) || ageUnread(record),
  offenceTo: (record, measure) =>
    byTitle(measure) || (periodForward(record) && (bornBefore(record) || ageUnread(record))),
  recordedOn: (record, measure) => {
    const recorded = dayOfCell(record, 'recordedOn');
    const born = dayOfCell(record, 'victimBornOn');
    return byTitle(measure) || !(born !== null && (recorded === born || isBefore(recorded, born)));
  },
  reportedOn: (record, measure) => {
    const born = dayOfCell(record, 'victimBornOn');
    return byTitle(measure) || born === null || dayOfCell(record, 'reportedOn') !== born;
  },
  victimType: (_, measure) => byTitle(measure),
  offenceCode: (record, measure) =>
    measure === 'csa-completeness' && readOffenceCode(record.offenceClass ?? '').kind !== 'class',
  offenceClass: (record) => {
    const read = readOffenceCode(record.offenceCode ?? '');
    return 'code' in read && CODES.has(read.code);
  },
  recordType: never,
  cancelledOn: never,
};

describe('emptying one cell of one record never raises the floor', () => {
  it.each(FIELD_NAMES.filter((field) => PROMISED[field] !== never))(
    'where the cell is %s, as promised',
    (field) => {
      const promised = PROMISED[field] ?? always;
      fc.assert(
        fc.property(records, (record) => {
          fc.pre(Boolean(record[field]));
          const before = outcomesOf(record);
          const after = outcomesOf({ ...record, [field]: '' });
          const raised = MEASURES.filter(
            (id) => canRaiseFloor(before[id], after[id]) && promised(record, id),
          );
          expect(raised).toEqual([]);
        }),
        { numRuns: 300 },
      );
    },
  );
});

describe('what the promise leaves out', () => {
  it.each<[string, CrimeRecord, FieldName, MeasureId]>([
    ['an unreadable CSE', { offenceCode: '20/05', victimAge: '15', CSE: '?', CSA: 'Y' }, 'CSE', 'csa-by-age'],
    [
      'a date of birth beside victimAge',
      { offenceCode: '20/05', offenceFrom: '2025-05-01', victimBornOn: '2010-01-01', victimAge: '40' },
      'victimBornOn',
      'csa-by-age',
    ],
    [
      'what kind of victim it was',
      { offenceCode: '20/05', victimType: 'state', victimAge: '15', CSA: 'Y' },
      'victimType',
      'csa-by-age',
    ],
    ['the code itself', { offenceCode: '20/05', victimAge: '15' }, 'offenceCode', 'csa-by-age'],
    [
      'whether it is a crime',
      { offenceCode: '19/16', CSA: 'Y', recordType: 'non-crime' },
      'recordType',
      'csa-by-title',
    ],
  ])('is real: %s', (_, record, field, measure) => {
    const before = outcomesOf(record)[measure];
    expect(canRaiseFloor(before, outcomesOf({ ...record, [field]: '' })[measure])).toBe(true);
  });
});
