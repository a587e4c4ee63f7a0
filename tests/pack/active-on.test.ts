import { describe, expect, it } from 'vitest';
import { RecordFacts } from '../../packages/core/src/facts/record-facts.js';
import { TRUE } from '../../packages/core/src/model/truth.js';
import { cellsOf } from '../../packages/core/src/normalise/cells.js';
import { compilePack } from '../../packages/core/src/rules/compile.js';
import { loadPack } from '../../packages/core/src/rules/load.js';

interface Active {
  /** By default. */
  readonly on: readonly string[];
  readonly off: readonly string[];
}

const pack = loadPack();
const compiled = compilePack(pack);
const facts = new RecordFacts(compiled.surroundings, compiled.rules.length);

/** The ids of the rules that are in force for a crime recorded on a day: the clauses that `effective` gives are true. */
function activeOn(recordedOn: string): Active {
  facts.load(cellsOf({ recordedOn }));
  const inForce = compiled.rules.filter(({ rule, when }) =>
    when.slice(rule.when.length).every((clause) => clause.decide(facts) === TRUE),
  );
  const ids = (setting: 'on' | 'off') =>
    inForce.filter(({ rule }) => rule.default === setting).map(({ rule }) => rule.id);
  return { on: ids('on'), off: ids('off') };
}

const IN_2003: Active = {
  on: [
    'AGE-OFFENCE-MISMATCH',
    'CLASS-SUBCLASS-CONFLICT',
    'CONTAINER-CODE-USED',
    'CSA-ADULT-RELATIVE',
    'CSA-ADULT-VICTIM',
    'CSA-AGE-MISSING',
    'CSA-BYDEF-MISSING',
    'CSA-IIOC-MISSING',
    'CSE-ADULT-VICTIM',
    'CSE-AS-CCE',
    'CSE-WITHOUT-CSA',
    'DA-CSA-INTIMATE-16',
    'DOB-IMPLAUSIBLE',
    'LOCAL-MARKER-NO-HOFLAG',
    'NONRECENT-UNFLAGGED',
    'OFFENCE-DATE-DEFAULTED',
    'SEX-OFFENCE-MISMATCH',
    'SUSPECT-AGE-MISMATCH',
    'UNKNOWN-CODE',
    'VICTIM-AGE-UNKNOWN-BYDEF',
    'VICTIM-AGE-UNKNOWN-SEX',
  ],
  off: [
    'CA-PHYS-MISSING',
    'CANCELLED-FLAGGED',
    'CSA-NONSEX-PHYS',
    'CSE-BLACKMAIL-CHILD',
    'DA-UNDER16',
    'FLAG-LATE',
    'FLAG-REMOVED-AT-CLOSURE',
    'LEGACY-CODE-USED',
  ],
};

/** The days on which rules come into force, and which; no rule ends. */
const STARTS: readonly (readonly [string, Active])[] = [
  ['2004-05-01', { on: ['UNDER13-CODE-UPGRADE'], off: [] }],
  ['2015-04-01', { on: [], off: ['ONLINE-15A-MISSING'] }],
  [
    '2016-04-01',
    {
      on: ['CSE-C71-MISSING', 'CSE-EXCHANGE-INDICATOR', 'FLAG-FIELD-INVALID'],
      off: ['CSE-MULTI-SUSPECT', 'CSE-NONSEX-REVIEW', 'CSE-TRAFFICK-MISSING', 'CSE-WARNING-REVIEW'],
    },
  ],
  ['2019-07-01', { on: [], off: ['CCE-DRUGS-CHILD'] }],
  ['2024-12-31', { on: [], off: ['GROUP-CSE-UNIDENTIFIED'] }],
  ['2025-07-01', { on: [], off: ['CSE-SUSPECT-ETHNICITY'] }],
];

function expectedOn(day: string): Active {
  const sets = [IN_2003, ...STARTS.filter(([from]) => from <= day).map(([, starting]) => starting)];
  return { on: sets.flatMap(({ on }) => on).toSorted(), off: sets.flatMap(({ off }) => off).toSorted() };
}

describe('the rules active on a day', () => {
  it.each([
    ['2003-01-01', 21, 8],
    ['2004-04-30', 21, 8],
    ['2004-05-01', 22, 8],
    ['2010-01-01', 22, 8],
    ['2015-03-31', 22, 8],
    ['2015-04-01', 22, 9],
    ['2015-06-01', 22, 9],
    ['2016-03-31', 22, 9],
    ['2016-04-01', 25, 13],
    ['2019-06-30', 25, 13],
    ['2019-07-01', 25, 14],
    ['2024-12-30', 25, 14],
    ['2024-12-31', 25, 15],
    ['2025-01-01', 25, 15],
    ['2025-06-30', 25, 15],
    ['2025-07-01', 25, 16],
    ['2026-11-21', 25, 16],
  ])('%s are these %i, and %i that are off by default', (day, on, off) => {
    const active = activeOn(day);
    expect(active).toEqual(expectedOn(day));
    expect([active.on.length, active.off.length]).toEqual([on, off]);
  });

  it('are all of them in the end', () => {
    const { on, off } = activeOn('9999-12-31');
    expect([...on, ...off].toSorted()).toEqual(pack.rules.map((rule) => rule.id).toSorted());
  });

  it('are, without a day of recording, those that are in force at any time', () => {
    expect(activeOn('')).toEqual(IN_2003);
  });
});
