import { createChecker, type CrimeRecord, type RuleCases } from '@markercheck/core';
import type { TestedPack } from './rules-test-pack.js';

/** A case that does not come out as its rule says. */
export interface FailedCase {
  /** Where it stands in the rule's file. */
  readonly place: string;
  readonly expected: string;
  readonly found: string;
}

export interface RuleTest {
  readonly rule: string;
  readonly cases: number;
  readonly failed: readonly FailedCase[];
}

const OUTCOMES = {
  met: 'met',
  breached: 'breached',
  undetermined: 'undetermined',
  notApplicable: 'not-applicable',
} as const;

/** Outcomes do not depend on the day; a checker wants one all the same. */
const AS_AT = '2026-01-01';

type Parameters = NonNullable<RuleCases['severities']>[number]['parameters'];

function testRule(
  rule: string,
  cases: RuleCases,
  check: (record: CrimeRecord, parameters?: Parameters) => Said,
): RuleTest {
  const failed: FailedCase[] = [];
  let count = 0;
  const expect = (place: string, expected: string, found: string): void => {
    count++;
    if (found !== expected) failed.push({ place: `cases/${place}`, expected, found });
  };
  for (const [name, outcome] of Object.entries(OUTCOMES)) {
    cases[name as keyof typeof OUTCOMES].forEach((record, index) =>
      expect(`${name}/${index}`, outcome, check(record).outcome(rule)),
    );
  }
  cases.severities?.forEach(({ record, parameters, severity }, index) =>
    expect(`severities/${index}`, severity, check(record, parameters).severity(rule)),
  );
  return { rule, cases: count, failed };
}

interface Said {
  readonly outcome: (rule: string) => string;
  readonly severity: (rule: string) => string;
}

/** Tests every rule of a pack on its cases, with all rules on. */
export function testRules({ pack, cases }: TestedPack): readonly RuleTest[] {
  const rules = Object.fromEntries(pack.rules.map(({ id }) => [id, 'on'] as const));
  const checkers = new Map<string, ReturnType<typeof createChecker>>();
  const checkerWith = (parameters: Parameters = {}) => {
    const key = JSON.stringify(parameters);
    const checker = checkers.get(key) ?? createChecker(pack, { asAt: AS_AT, policy: { rules, parameters } });
    checkers.set(key, checker);
    return checker;
  };
  const check = (record: CrimeRecord, parameters?: Parameters): Said => {
    const { outcomes, findings } = checkerWith(parameters).check(record);
    return {
      outcome: (rule) => outcomes[rule]?.outcome ?? 'off',
      severity: (rule) => findings.find((finding) => finding.rule === rule)?.severity ?? 'no finding',
    };
  };
  return pack.rules.flatMap(({ id }) => {
    const own = cases[id];
    return own === undefined ? [] : testRule(id, own, check);
  });
}
