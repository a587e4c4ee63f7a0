import { describe, expect, it } from 'vitest';
import { loadPack } from '../../packages/core/src/rules/load.js';
import { ruleMutants } from './rule-mutants.js';
import { ruleTrial } from './try-cases.js';

const pack = loadPack();

function namesOf(id: string): readonly string[] {
  const rule = pack.rules.find((other) => other.id === id);
  return rule === undefined ? [] : [...ruleMutants(pack, rule)].map(({ name }) => name);
}

describe('ruleMutants', () => {
  it('mutates every clause once, with the day from which the rule is in force among them', () => {
    expect(namesOf('CSE-C71-MISSING')).toEqual([
      'any for when',
      'drop when/0',
      'flip when/0',
      'drop when/1',
      'flip when/1',
      'drop effective/from',
      'flip effective/from',
      '2016-03-31 for effective/from/onOrAfter/1',
      '2016-04-02 for effective/from/onOrAfter/1',
      'drop require',
      'flip require',
    ]);
  });

  it('reaches named parts, severities, and bounds written in parameters and in the list', () => {
    expect(namesOf('LOCAL-MARKER-NO-HOFLAG')).toContain('flip where/cseGap/all/0');
    expect(namesOf('CSE-ADULT-VICTIM')).toContain('flip severityWhen/0');
    expect(namesOf('FLAG-LATE')).toContain('one more for lateAfterDays');
    expect(namesOf('AGE-OFFENCE-MISMATCH')).toContain('one less for victimMax of the list');
    expect(namesOf('LEGACY-CODE-USED')).toContain('one more for lawTo of the list');
  });

  it('gives no two mutants of a rule one name, and leaves the other rules alone', () => {
    for (const rule of pack.rules) {
      const mutants = [...ruleMutants(pack, rule)];
      expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
      for (const mutant of mutants) {
        expect(mutant.pack.rules.filter((other, index) => other !== pack.rules[index]).length).toBeLessThan(
          2,
        );
      }
    }
  });
});

describe('ruleTrial', () => {
  it('judges by one rule and those that it refers to, on or off', () => {
    const silenced = ruleTrial(pack, 'CSA-BYDEF-MISSING');
    expect(silenced({ offenceCode: '19/16', CSE: 'Y' }).outcome).toBe('not-applicable');
    expect(silenced({ offenceCode: '19/16' })).toEqual({ outcome: 'breached', severity: 'warning' });
    expect(silenced({ offenceCode: '19/16', CSA: null }).outcome).toBe('not-assessed');
  });

  it('takes parameters', () => {
    const judged = ruleTrial(pack, 'CSA-BYDEF-MISSING');
    const record = { offenceCode: '19/16', recordedOn: '2026-04-01' };
    expect(judged(record, { csaMandatoryFrom: '2026-04-01' }).severity).toBe('error');
  });
});
