import { describe, expect, it } from 'vitest';
import { MarkercheckError } from '../model/errors.js';
import type { Policy } from '../model/policy.js';
import { loadPack } from './load.js';
import { packParameters, resolvePolicy } from './parameters.js';

const pack = loadPack();

function faultsOf(policy: Policy): readonly string[] {
  try {
    resolvePolicy(pack, policy);
  } catch (error) {
    expect(error).toBeInstanceOf(MarkercheckError);
    expect((error as MarkercheckError).code).toBe('POLICY_INVALID');
    return (error as MarkercheckError).faults;
  }
  return [];
}

describe('packParameters', () => {
  it("holds the pack's own, and those of each check under the check's id", () => {
    const names = [...packParameters(pack).keys()];
    expect(names).toEqual(
      expect.arrayContaining(['csaMandatoryFrom', 'lateAfterDays', 'BYDEF-COVERAGE.below']),
    );
    expect(packParameters(pack).get('lateAfterDays')?.value).toBe(28);
    expect(packParameters(pack).get('csaMandatoryFrom')?.value).toBeNull();
  });
});

describe('resolvePolicy', () => {
  it('leaves the pack as it is without a policy', () => {
    const { rules, parameters, changes } = resolvePolicy(pack);
    expect(changes).toEqual([]);
    expect(parameters['lateAfterDays']).toBe(28);
    expect(rules).toEqual(Object.fromEntries(pack.rules.map((rule) => [rule.id, rule.default])));
  });

  it('switches rules, changes severities, sets parameters, and says what it changed', () => {
    const resolved = resolvePolicy(pack, {
      rules: {
        'CSE-WITHOUT-CSA': 'off',
        'FLAG-LATE': 'on',
        'CSA-BYDEF-MISSING': 'error',
        'DA-UNDER16': 'warning',
      },
      parameters: { csaMandatoryFrom: '2026-04-01', lateAfterDays: 14, 'BYDEF-COVERAGE.below': 0.9 },
    });
    expect(resolved.rules).toMatchObject({
      'CSE-WITHOUT-CSA': 'off',
      'FLAG-LATE': 'on',
      'CSA-BYDEF-MISSING': 'error',
      'DA-UNDER16': 'warning',
    });
    expect(resolved.parameters).toMatchObject({ csaMandatoryFrom: '2026-04-01', lateAfterDays: 14 });
    expect(resolved.changes).toEqual([
      { kind: 'rule', name: 'CSE-WITHOUT-CSA', from: 'warning', to: 'off' },
      { kind: 'rule', name: 'FLAG-LATE', from: 'off', to: 'info' },
      { kind: 'rule', name: 'CSA-BYDEF-MISSING', from: 'warning', to: 'error' },
      { kind: 'rule', name: 'DA-UNDER16', from: 'off', to: 'warning' },
      { kind: 'parameter', name: 'csaMandatoryFrom', from: null, to: '2026-04-01' },
      { kind: 'parameter', name: 'lateAfterDays', from: 28, to: 14 },
      { kind: 'parameter', name: 'BYDEF-COVERAGE.below', from: 0.8, to: 0.9 },
    ]);
  });

  it('does not call it a change to ask for what the pack does', () => {
    const { changes } = resolvePolicy(pack, {
      rules: { 'FLAG-LATE': 'off', 'CSA-IIOC-MISSING': 'on', 'CSA-AGE-MISSING': 'warning' },
      parameters: { lateAfterDays: 28, csaMandatoryFrom: null },
    });
    expect(changes).toEqual([]);
  });

  it('calls it a change to fix the severity of a rule that the record could change', () => {
    const { changes } = resolvePolicy(pack, { rules: { 'CSE-ADULT-VICTIM': 'error' } });
    expect(changes).toEqual([{ kind: 'rule', name: 'CSE-ADULT-VICTIM', from: 'error', to: 'error' }]);
  });

  it('reports every fault at once, each with its place', () => {
    const policy = {
      rules: { 'CSA-MISSING': 'off', 'FLAG-LATE': 'maybe' },
      parameters: { lateDays: 3, lateAfterDays: -1, csaMandatoryFrom: '2026-02-30' },
    } as unknown as Policy;
    expect(faultsOf(policy)).toEqual([
      expect.stringMatching(/^rules\/CSA-MISSING: the pack has no rule of this id/),
      'rules/FLAG-LATE: "maybe" is not off, on, error, warning or info',
      expect.stringMatching(
        /^parameters\/lateDays: there is no such parameter; there are csaMandatoryFrom, lateAfterDays/,
      ),
      'parameters/lateAfterDays: -1 is not a whole number of days, 0 or more',
      'parameters/csaMandatoryFrom: "2026-02-30" is not a date such as "2016-04-01", or null',
    ]);
  });

  it.each([
    ['lateAfterDays', '28'],
    ['lateAfterDays', 1.5],
    ['lateAfterDays', null],
    ['csaMandatoryFrom', 20260401],
    ['csaMandatoryFrom', ''],
    ['BYDEF-COVERAGE.minimum', 0.5],
    ['BYDEF-COVERAGE.below', -0.1],
    ['BYDEF-COVERAGE.below', '80%'],
    ['BYDEF-COVERAGE.below', Number.NaN],
    ['toString', 1],
  ])('does not take %s as %j', (name, value) => {
    expect(faultsOf({ parameters: { [name]: value } })).toHaveLength(1);
  });

  it.each(['constructor', '__proto__x', 'toString'])('does not take %s for a rule', (id) => {
    expect(faultsOf({ rules: { [id]: 'off' } })).toHaveLength(1);
  });
});
