import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CrimeRecord } from '../model/fields.js';
import type { Policy } from '../model/policy.js';
import { loadPack } from '../rules/load.js';
import { createChecker } from '../checker.js';
import { records } from './records.test-helper.js';

const pack = loadPack();
const IDS = pack.rules.map((rule) => rule.id);
const ALL_ON = Object.fromEntries(IDS.map((id) => [id, 'on'] as const));

function checkerOf(rules: Policy['rules'] = {}) {
  return createChecker(pack, { asAt: '2026-11-21', policy: { rules } });
}

const allOn = checkerOf(ALL_ON);

function outcomesOf(record: CrimeRecord, checker = allOn): Record<string, string> {
  return Object.fromEntries(
    Object.values(checker.check(record).outcomes).map(({ rule, outcome }) => [rule, outcome]),
  );
}

describe('the outcomes of a record', () => {
  it('are, for each rule, one of four', () => {
    fc.assert(
      fc.property(records, (record) => {
        const outcomes = outcomesOf(record);
        expect(Object.keys(outcomes)).toEqual(IDS);
        for (const outcome of Object.values(outcomes)) {
          expect(['not-applicable', 'undetermined', 'met', 'breached']).toContain(outcome);
        }
      }),
    );
  });

  it('are breached where there is a finding, and only there', () => {
    fc.assert(
      fc.property(records, (record) => {
        const { outcomes, findings } = allOn.check(record);
        const breached = IDS.filter((id) => outcomes[id]?.outcome === 'breached');
        expect(findings.map((finding) => finding.rule)).toEqual(breached);
      }),
    );
  });

  it('name the columns that would tell where they cannot be told, and none elsewhere', () => {
    fc.assert(
      fc.property(records, (record) => {
        for (const { outcome, lacking } of Object.values(allOn.check(record).outcomes)) {
          expect(lacking.length > 0).toBe(outcome === 'undetermined');
        }
      }),
    );
  });

  it('do not depend on which other rules a policy switches off: a rule that is off still silences', () => {
    const off = fc.subarray(IDS, { minLength: 1, maxLength: IDS.length - 1 });
    fc.assert(
      fc.property(off, fc.array(records, { minLength: 10, maxLength: 10 }), (ids, several) => {
        const fewer = checkerOf({ ...ALL_ON, ...Object.fromEntries(ids.map((id) => [id, 'off'] as const)) });
        for (const record of several) {
          const expected = Object.entries(outcomesOf(record)).filter(([id]) => !ids.includes(id));
          expect(Object.entries(outcomesOf(record, fewer))).toEqual(expected);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('do not depend on the records judged before', () => {
    fc.assert(
      fc.property(records, records, (record, before) => {
        const expected = outcomesOf(record, checkerOf(ALL_ON));
        outcomesOf(before);
        expect(outcomesOf(record)).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  it('are not applicable where the record is surely not live, but for the rule about that', () => {
    fc.assert(
      fc.property(records, (record) => {
        const { 'CANCELLED-FLAGGED': _, ...others } = outcomesOf({ ...record, recordType: 'non-crime' });
        expect(new Set(Object.values(others))).toEqual(new Set(['not-applicable']));
      }),
    );
  });
});

describe('a rule that silences another', () => {
  const cseAlone: CrimeRecord = { offenceCode: '19/16', CSE: 'Y' };

  it('does so when it is on', () => {
    const outcomes = outcomesOf(cseAlone);
    expect(outcomes['CSE-WITHOUT-CSA']).toBe('breached');
    expect(outcomes['CSA-BYDEF-MISSING']).toBe('not-applicable');
  });

  it('does so when a policy switches it off', () => {
    const outcomes = outcomesOf(cseAlone, checkerOf({ 'CSE-WITHOUT-CSA': 'off' }));
    expect(outcomes['CSE-WITHOUT-CSA']).toBeUndefined();
    expect(outcomes['CSA-BYDEF-MISSING']).toBe('not-applicable');
  });

  it('does so when it is off by default', () => {
    const record = { offenceCode: '72/01', recordedOn: '2025-05-02', victimAge: '15', suspectCount: '2' };
    expect(outcomesOf(record, checkerOf({ 'CSE-MULTI-SUSPECT': 'on' }))['CSE-MULTI-SUSPECT']).toBe(
      'not-applicable',
    );
  });

  it('does not when the extract lacks what it needs', () => {
    const relative = { offenceCode: '23/12', victimAge: '35', CSA: 'Y' };
    expect(outcomesOf(relative)).toMatchObject({
      'CSA-ADULT-RELATIVE': 'breached',
      'CSA-ADULT-VICTIM': 'not-applicable',
    });
    expect(outcomesOf({ ...relative, CSE: null })).toMatchObject({
      'CSA-ADULT-RELATIVE': 'not-assessed',
      'CSA-ADULT-VICTIM': 'breached',
    });
    // The same two columns away, the marker cannot even be looked at.
    expect(outcomesOf({ ...cseAlone, CSA: null })['CSA-BYDEF-MISSING']).toBe('not-assessed');
  });

  it('never silences by an outcome that cannot be told', () => {
    expect(outcomesOf({ offenceCode: '19/16', CSE: '?' })).toMatchObject({
      'CSE-WITHOUT-CSA': 'undetermined',
      'CSA-BYDEF-MISSING': 'breached',
    });
  });
});

describe('the severity of a finding', () => {
  it("is the policy's where the policy names one, whatever the record says", () => {
    const record = { offenceCode: '19/08', victimAge: '26', CSE: 'Y' };
    const severity = (checker: ReturnType<typeof checkerOf>) => checker.check(record).findings[0]?.severity;
    expect(severity(checkerOf())).toBe('warning');
    expect(severity(checkerOf({ 'CSE-ADULT-VICTIM': 'error' }))).toBe('error');
    expect(severity(checkerOf({ 'CSE-ADULT-VICTIM': 'on' }))).toBe('warning');
  });
});
