import { describe, expect, it } from 'vitest';
import { loadPack } from '../../packages/core/src/rules/load.js';
import { readEquivalents, staleEntries } from './equivalents.js';
import type { Mutant } from './rule-mutants.js';

const pack = loadPack();
const { entries, decoys } = pack.offences;

describe('what the reasons in equivalents.json say of the offence list', () => {
  it('no entry has a highest age of the victim without a lowest one', () => {
    expect(entries.filter((entry) => entry.victimMax !== null && entry.victimMin === null)).toEqual([]);
  });

  it('every child sexual offence by definition that is not proxy has a highest age of at most 17', () => {
    const isProxy = (code: string, image: boolean) => image || decoys.includes(code);
    const unbounded = entries.filter(
      ({ category, code, image, victimMax }) =>
        category === 'child-sexual-by-definition' &&
        !isProxy(code, image) &&
        (victimMax === null || victimMax > 17),
    );
    expect(unbounded).toEqual([]);
  });
});

describe('equivalents.json', () => {
  it('gives a reason for each entry, and has no entry twice', async () => {
    const equivalents = await readEquivalents();
    for (const { reason } of equivalents) expect(reason.length).toBeGreaterThan(40);
    expect(new Set(equivalents.map(({ rule, mutant }) => `${rule} ${mutant}`)).size).toBe(equivalents.length);
  });
});

describe('staleEntries', () => {
  it('are those that no survivor answers to', () => {
    const entry = { rule: 'A-RULE', mutant: 'drop when/0', reason: 'none' };
    const survivor: Mutant = { rule: 'A-RULE', name: 'drop when/0', about: 'outcome', pack };
    expect(staleEntries([entry], [survivor])).toEqual([]);
    expect(staleEntries([entry], [{ ...survivor, rule: 'B-RULE' }])).toEqual([entry]);
    expect(staleEntries([entry], [])).toEqual([entry]);
  });
});
