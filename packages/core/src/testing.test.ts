import { describe, expect, it } from 'vitest';
import { createChecker } from './checker.js';
import { MarkercheckError } from './model/errors.js';
import { FIELD_NAMES } from './model/fields.js';
import { loadPack } from './rules/load.js';
import { crimeRecord, EXAMPLE_AS_AT, violatingExample, violatingExamples } from './testing.js';

const pack = loadPack();
const everyRule = Object.fromEntries(pack.rules.map(({ id }) => [id, 'on'] as const));

describe('crimeRecord', () => {
  const { outcomes } = createChecker(pack, { asAt: EXAMPLE_AS_AT }).check(crimeRecord());

  it('is a record that no rule finds anything wrong with, whether on by default or not', () => {
    const policy = { rules: everyRule };
    expect(createChecker(pack, { asAt: EXAMPLE_AS_AT, policy }).check(crimeRecord()).findings).toEqual([]);
  });

  it('lacks nothing that a rule which is on would need', () => {
    const unclear = Object.values(outcomes).filter(
      ({ outcome }) => !['met', 'not-applicable'].includes(outcome),
    );
    expect(unclear.map(({ rule, lacking }) => ({ rule, lacking }))).toEqual([]);
  });

  it('is one that the headline rule concerns', () => {
    expect(outcomes['CSA-BYDEF-MISSING']?.outcome).toBe('met');
  });

  it('has the changes laid over it', () => {
    expect(crimeRecord({ CSA: 'N', team: null })).toMatchObject({
      offenceCode: '19/07',
      CSA: 'N',
      team: null,
    });
    expect(
      Object.keys(crimeRecord()).every((name) => (FIELD_NAMES as readonly string[]).includes(name)),
    ).toBe(true);
  });
});

describe('violatingExamples', () => {
  it('has one for every rule of the pack', () => {
    expect(violatingExamples().map(({ rule }) => rule)).toEqual(pack.rules.map(({ id }) => id).toSorted());
  });

  it.each(violatingExamples())('breaches $rule', ({ rule, record, policy }) => {
    const { findings } = createChecker(pack, { asAt: EXAMPLE_AS_AT, policy }).check(record);
    expect(findings.map((finding) => finding.rule)).toContain(rule);
  });

  it('gives one by its rule, and refuses what is no rule', () => {
    expect(violatingExample('CSA-BYDEF-MISSING').rule).toBe('CSA-BYDEF-MISSING');
    for (const id of ['CSA', 'toString']) expect(() => violatingExample(id)).toThrow(MarkercheckError);
  });
});
