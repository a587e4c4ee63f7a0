import type { FindingStatus } from './finding.js';
import type { Severity, Tier } from './rule.js';

/** Findings, and the records that they are on. */
export interface WorkListCount {
  readonly findings: number;
  readonly records: number;
}

/** What stands on a run's work lists and what was left off them: every finding of the run is in one of these counts. */
export interface WorkListReport {
  /** Records recorded fewer days than this before the run's day are left off; 0 leaves off none. */
  readonly settlingDays: number;
  /** Records recorded before this day are left off; `null` leaves off none. */
  readonly since: string | null;
  /** What has a sheet of its own. */
  readonly splitBy: 'team' | null;
  /** Tiers 1 to 3. */
  readonly listed: WorkListCount;
  /** Tier 4, on a sheet of its own. */
  readonly review: WorkListCount;
  readonly waived: WorkListCount;
  readonly settling: WorkListCount;
  readonly before: WorkListCount;
}

/** A finding as officers work on it. */
export interface WorkListRow {
  readonly tier: Tier;
  readonly crimeReference: string;
  readonly team: string;
  readonly force: string;
  readonly message: string;
  readonly action: string;
  /** What the rule asks of the record and the record does not have, in words. */
  readonly fails: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly status: FindingStatus;
  /** The day as at which it was first found. */
  readonly since: string;
  readonly daysOpen: number;
  readonly file: string;
  /** The record's number in its file, the header being 1. */
  readonly row: number;
}
