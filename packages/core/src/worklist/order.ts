import { SEVERITIES, type Severity } from '../model/rule.js';
import type { WorkListRow } from '../model/work-list.js';

const SEVERITY_ORDER = Object.fromEntries(SEVERITIES.map((severity, i) => [severity, i])) as Record<
  Severity,
  number
>;

type Ranked = Pick<WorkListRow, 'tier' | 'severity' | 'rule' | 'since'>;

/** The order of work: tier, severity, rule, and what has stood longest first. */
export function byWork(left: Ranked, right: Ranked): number {
  return (
    left.tier - right.tier ||
    SEVERITY_ORDER[left.severity] - SEVERITY_ORDER[right.severity] ||
    compareText(left.rule, right.rule) ||
    compareText(left.since, right.since)
  );
}

/** By code units: the same on every machine, whatever its language. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
