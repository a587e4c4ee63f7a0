import { describe, expect, it } from 'vitest';
import { createChecker } from '../evaluate/checker.js';
import type { Policy } from '../model/policy.js';
import type { RuleCases } from '../model/rule.js';
import casesJson from './builtin/cases.json' with { type: 'json' };
import { loadPack } from './load.js';

const pack = loadPack();
const allOn: Policy = { rules: Object.fromEntries(pack.rules.map((rule) => [rule.id, 'on'])) };
const checker = createChecker(pack, { asAt: '2026-11-21', policy: allOn });
const cases = casesJson as Record<string, RuleCases>;

const EXPECTED = { met: 'met', breached: 'breached', undetermined: 'undetermined', notApplicable: 'not-applicable' } as const;

describe.each(pack.rules.map((rule) => rule.id))('%s', (id) => {
  for (const [name, outcome] of Object.entries(EXPECTED)) {
    it.each(cases[id]?.[name as keyof RuleCases] ?? [])(`is ${outcome} on %j`, (record) => {
      expect(checker.check(record).outcomes[id]?.outcome).toBe(outcome);
    });
  }
});
