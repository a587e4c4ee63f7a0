import { describe, expect, it } from 'vitest';
import { createChecker } from '../checker.js';
import type { Policy } from '../model/policy.js';
import type { RuleCases } from '../model/rule.js';
import casesJson from './builtin/cases.json' with { type: 'json' };
import { loadPack } from './load.js';

const pack = loadPack();
const rules = Object.fromEntries(pack.rules.map((rule) => [rule.id, 'on'] as const));
const cases = casesJson as unknown as Record<string, RuleCases>;

function checkerWith(parameters: Policy['parameters'] = {}) {
  return createChecker(pack, { asAt: '2026-11-21', policy: { rules, parameters } });
}

const checker = checkerWith();

const EXPECTED = {
  met: 'met',
  breached: 'breached',
  undetermined: 'undetermined',
  notApplicable: 'not-applicable',
} as const;

describe.each(pack.rules)('$id', ({ id, severityWhen }) => {
  const own = cases[id];

  for (const [name, outcome] of Object.entries(EXPECTED)) {
    const records = own?.[name as keyof typeof EXPECTED] ?? [];

    it(`has a case that is ${outcome}`, () => {
      expect(records).not.toHaveLength(0);
    });

    it.each(records)(`is ${outcome} on %j`, (record) => {
      expect(checker.check(record).outcomes[id]?.outcome).toBe(outcome);
    });
  }

  it.each(own?.severities ?? [])('gives the severity of %j', ({ record, parameters, severity }) => {
    const findings = checkerWith(parameters).check(record).findings;
    expect(findings.find((finding) => finding.rule === id)?.severity).toBe(severity);
  });

  it('has a case for every severity that the record can give it, and for no other rule', () => {
    const said = new Set(own?.severities?.map(({ severity }) => severity));
    const possible = severityWhen?.map(({ severity }) => severity) ?? [];
    expect([...said]).toEqual(expect.arrayContaining([...possible]));
    expect(said.size > 0).toBe(possible.length > 0);
  });
});
