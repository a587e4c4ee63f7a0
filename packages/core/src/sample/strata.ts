import { SEVERITIES } from '../model/rule.js';
import type { CompiledRule } from '../rules/compile.js';
import type { SampleDesign, Stratifier } from './design.js';
import type { JudgedRecord } from './judged-record.js';

export type StratumKey = Readonly<Partial<Record<Stratifier, string>>>;

export const FOUND = 'found';
export const PASSED = 'passed';

/** Tier, severity, id: of several findings, the one that is worked on first. */
function inOrderOfWork(left: CompiledRule, right: CompiledRule): number {
  return (
    left.rule.tier - right.rule.tier ||
    SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) ||
    left.index - right.index
  );
}

const KEYS: Readonly<Record<Stratifier, (record: JudgedRecord, found: readonly CompiledRule[]) => string>> = {
  found: (_, found) => (found.length > 0 ? FOUND : PASSED),
  rule: (_, found) => [...found].sort(inOrderOfWork)[0]?.rule.id ?? PASSED,
  team: (record) => record.text('team'),
  class: (record) => record.offenceClass(),
  month: (record) => record.month(),
};

/** What the loaded record has of each thing that strata are made by. */
export function stratumKey(
  record: JudgedRecord,
  found: readonly CompiledRule[],
  by: readonly Stratifier[],
): StratumKey {
  return Object.fromEntries(by.map((name) => [name, KEYS[name](record, found)]));
}

const NAMES: Readonly<Record<Stratifier, (value: string) => string>> = {
  found: (value) => (value === FOUND ? 'with a finding' : 'without a finding'),
  rule: (value) => (value === PASSED ? 'without a finding' : value),
  team: (value) => (value === '' ? 'no team' : value),
  class: (value) => `class ${value}`,
  month: (value) => value,
};

/** A stratum in words: `with a finding, class 19E`. */
export function stratumName(key: StratumKey): string {
  const parts = Object.entries(key).map(([name, value]) => NAMES[name as Stratifier](value));
  return parts.length === 0 ? 'all records' : parts.join(', ');
}

/** Whether all its records have a finding (`true`), none has (`false`), or both occur (`null`). */
export function isFoundStratum(key: StratumKey): boolean | null {
  const value = key.found ?? key.rule;
  return value === undefined ? null : value !== PASSED;
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Findings before passes, then by what they are made of. */
export function compareKeys(left: StratumKey, right: StratumKey): number {
  const last = (key: StratumKey) => (isFoundStratum(key) === false ? 1 : 0);
  const text = (key: StratumKey) => JSON.stringify(Object.values(key));
  return last(left) - last(right) || compareText(text(left), text(right));
}

/** The expected standard deviation of "its marker is wrong" within a stratum. */
export function spreadOf(key: StratumKey, { allocation, expectFound, expectPassed }: SampleDesign): number {
  const isFound = isFoundStratum(key);
  if (allocation === 'proportional' || isFound === null) return 1;
  const expected = isFound ? expectFound : expectPassed;
  return Math.sqrt(expected * (1 - expected));
}
