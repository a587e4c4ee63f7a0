import { generateRecords } from '../../packages/core/src/generate/generate.js';
import type { CrimeRecord } from '../../packages/core/src/model/fields.js';
import { loadPack } from '../../packages/core/src/rules/load.js';
import { lot, type MarkerTruth, type Truth } from './scripted-review.js';

/** What a planted fault is, in truth: read off the rules page, not asked of the checker. */
export const PLANTED: Readonly<Record<string, readonly ['CSA' | 'CSE', boolean]>> = {
  'CSA-BYDEF-MISSING': ['CSA', true],
  'CSA-IIOC-MISSING': ['CSA', true],
  'CSA-AGE-MISSING': ['CSA', true],
  'CSE-C71-MISSING': ['CSE', true],
  'LOCAL-MARKER-NO-HOFLAG': ['CSE', true],
  'CSA-ADULT-VICTIM': ['CSA', false],
  'CSE-AS-CCE': ['CSE', false],
};

const FAULT_RATES = {
  'CSA-BYDEF-MISSING': 0.15,
  'CSA-IIOC-MISSING': 0.1,
  'CSA-AGE-MISSING': 0.25,
  'CSE-C71-MISSING': 0.25,
  'LOCAL-MARKER-NO-HOFLAG': 0.04,
  'CSA-ADULT-VICTIM': 0.02,
  'CSE-AS-CCE': 0.3,
};

/** The share of findings that a file proves wrong, and of other records where it shows what no rule sees. */
const WRONG_FINDINGS = 0.15;
const HIDDEN_CSE = 0.04;
const HIDDEN_OVER = 0.02;

function truthOf(record: CrimeRecord, planted: readonly string[]): MarkerTruth {
  const is = { CSA: record.CSA === 'Y', CSE: record.CSE === 'Y' };
  const should = { ...is };
  const reference = record.crimeReference ?? '';
  const [fault] = planted;
  if (fault !== undefined) {
    const [marker, wanted] = PLANTED[fault]!;
    if (lot('finding', reference) >= WRONG_FINDINGS) should[marker] = wanted;
  } else if (is.CSA && !is.CSE && lot('exploited', reference) < HIDDEN_CSE) {
    should.CSE = true;
  } else if (is.CSA && lot('not abuse', reference) < HIDDEN_OVER) {
    should.CSA = false;
  }
  return {
    CSA: { should: should.CSA, is: is.CSA },
    CSE: { should: should.CSE, is: is.CSE },
  };
}

/** A synthetic month of one force, and what is true of it. */
export function syntheticMonth(rows = 12_000) {
  const pack = loadPack();
  const truth = new Map<string, MarkerTruth>();
  const faults = new Map<string, string>();
  const records: CrimeRecord[] = [];
  const options = {
    seed: 20261001,
    rows,
    force: 'E23000037',
    from: '2026-10-01',
    to: '2026-10-31',
    asAt: '2026-11-01',
    ordinaryShare: 0.75,
    faultRates: FAULT_RATES,
  };
  for (const { record, planted } of generateRecords(pack, options)) {
    records.push(record);
    truth.set(record.crimeReference ?? '', truthOf(record, planted));
    if (planted[0] !== undefined) faults.set(record.crimeReference ?? '', planted[0]);
  }
  return {
    pack,
    records,
    truth: truth as Truth,
    faults: faults as ReadonlyMap<string, string>,
    asAt: '2026-11-01',
  };
}
