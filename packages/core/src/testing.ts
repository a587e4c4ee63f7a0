import { MarkercheckError } from './model/errors.js';
import type { CrimeRecord } from './model/fields.js';
import type { Policy } from './model/policy.js';
import { loadCases } from './report/rule-page-cases.js';

/** The day as at which the records of this module are meant to be judged. */
export const EXAMPLE_AS_AT = '2026-11-01';

const ORDINARY: CrimeRecord = {
  crimeReference: 'EXAMPLE/1',
  force: 'E23000037',
  recordType: 'crime',
  offenceCode: '19/07',
  offenceClass: '19D',
  reportedOn: '2026-05-02',
  recordedOn: '2026-05-02',
  offenceFrom: '2026-05-01',
  offenceTo: '2026-05-01',
  outcome: '0',
  victimType: 'person',
  victimBornOn: '2012-03-04',
  victimSex: 'F',
  suspectCount: '1',
  suspectAges: '30',
  CSA: 'Y',
  CSE: 'N',
  CA: 'Y',
  CCE: 'N',
  DA: 'N',
  ONLINE: 'N',
  MS: 'N',
  HBA: 'N',
  narrative: 'Synthetic.',
  team: 'Example team',
};

/**
 * A synthetic crime record that the built-in rules concern and find nothing wrong with: a rape of a girl of 14
 * that carries the CSA marker. What a test is about is laid over it.
 */
export function crimeRecord(changes: CrimeRecord = {}): CrimeRecord {
  return { ...ORDINARY, ...changes };
}

/** A synthetic record that breaches a rule. It may breach others as well. */
export interface ViolatingExample {
  readonly rule: string;
  readonly record: CrimeRecord;
  /** Has the rule on, as some are not by default. */
  readonly policy: Policy;
}

function exampleOf(rule: string): ViolatingExample | undefined {
  const cases = loadCases();
  const [record] = Object.hasOwn(cases, rule) ? (cases[rule]?.breached ?? []) : [];
  return record === undefined ? undefined : { rule, record, policy: { rules: { [rule]: 'on' } } };
}

/** One violating example for every rule of the built-in pack, from the rules' own cases, in the order of their ids. */
export function violatingExamples(): readonly ViolatingExample[] {
  return Object.keys(loadCases()).flatMap((rule) => exampleOf(rule) ?? []);
}

/**
 * The violating example of one rule.
 * @throws {MarkercheckError} `ARGUMENT_INVALID` where the built-in pack has no such rule.
 */
export function violatingExample(rule: string): ViolatingExample {
  const example = exampleOf(rule);
  if (example !== undefined) return example;
  throw new MarkercheckError('ARGUMENT_INVALID', `The built-in pack has no rule ${JSON.stringify(rule)}.`);
}
