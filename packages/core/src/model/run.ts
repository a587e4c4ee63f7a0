import type { Alert } from './alert.js';
import type { AdoptionSummary } from './adoption.js';
import type { AgeBand, Maturity } from './cell.js';
import type { CheckResult } from './check-result.js';
import type { FindingAge } from './finding.js';
import type { PolicyChange } from './policy.js';
import type { WaiverReport } from './waiver.js';
import type { WorkListReport } from './work-list.js';
import type { RuleState, Severity } from './rule.js';

/** The number of the shape of `summary.json`; a change of the shape is a new number. */
export const SUMMARY_SCHEMA = 1;

/** One file that was read, and what became of it. */
export interface RunInput {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: string;
  readonly format: string;
  readonly records: number;
  /** Rows that could not be read as records. */
  readonly unreadable: number;
}

export interface RuleSummary {
  readonly state: RuleState;
  /** Whether nobody asked for it, by default or by the policy: a rule that is off can lack columns too. */
  readonly isOff: boolean;
  /** The columns it needs and the extract lacks. */
  readonly lacking: readonly string[];
  /** Changes when the rule judges otherwise: by its pack, its parameters or its lists. */
  readonly revision: string;
  readonly severity: Severity;
  readonly notApplicable: number;
  readonly undetermined: number;
  readonly met: number;
  readonly breached: number;
  /** A part of `breached`: a waiver never changes a rate. */
  readonly waived: number;
}

/** A compliance rate. Each figure is `null` where its denominator is 0. */
export interface MeasureSummary {
  readonly met: number;
  readonly breached: number;
  readonly undetermined: number;
  readonly waived: number;
  /** met / (met + breached) */
  readonly rate: number | null;
  /** Wilson's 95% interval of the rate: how much it may vary by chance in a process like this one. */
  readonly low: number | null;
  readonly high: number | null;
  /** The rate if all that cannot be told were breached. */
  readonly floor: number | null;
  /** The rate if all that cannot be told were met. */
  readonly ceiling: number | null;
}

/** Counts of one measure in one team. They stay in the force. */
export interface TeamSummary {
  readonly force: string;
  /** As in the extract; empty where the record names none. */
  readonly team: string;
  readonly measure: string;
  readonly met: number;
  readonly breached: number;
  readonly undetermined: number;
}

/** Counts of one measure in one cell. Small cells: they stay in the force. */
export interface CellSummary {
  readonly force: string;
  readonly month: string | null;
  readonly offenceClass: string | null;
  readonly ageBand: AgeBand;
  readonly maturity: Maturity;
  readonly measure: string;
  readonly met: number;
  readonly breached: number;
  readonly undetermined: number;
}

/** Findings by how they stand to an earlier run; waived ones are in none of these counts. */
export interface StandingCounts {
  readonly new: number;
  readonly persisting: number;
  readonly rejudged: number;
  readonly resolved: number;
  readonly noLongerAssessed: number;
}

/** How the findings of one rule stand to an earlier run. */
export interface RuleStanding extends StandingCounts {
  /** The open ones by the days since they were first found. */
  readonly ages: Readonly<Record<FindingAge, number>>;
  /** The day as at which the oldest open one was first found; `null` where none is open. */
  readonly oldest: string | null;
}

/** How a run stands to an earlier one. */
export interface BaselineSummary extends StandingCounts {
  /** The day as at which the earlier run was made. */
  readonly asAt: string;
  /** By rule; those without a finding then and now are left out. */
  readonly rules: Readonly<Record<string, RuleStanding>>;
}

/** `summary.json`: what a run found, without any record. */
export interface RunSummary {
  readonly schema: typeof SUMMARY_SCHEMA;
  readonly tool: { readonly name: string; readonly version: string };
  readonly pack: { readonly id: string; readonly edition: string; readonly digest: string };
  readonly profile: { readonly name: string; readonly digest: string; readonly blank: string };
  readonly policy: { readonly digest: string | null; readonly changes: readonly PolicyChange[] };
  readonly parameters: Readonly<Record<string, string | number | null>>;
  /** The only time in a run's outputs. */
  readonly asAt: string;
  /** Whether every byte and row of the inputs was read. */
  readonly complete: boolean;
  /** Why the extract counts as not checked, else `null`. */
  readonly notChecked: string | null;
  readonly inputs: readonly RunInput[];
  readonly records: number;
  readonly columns: readonly string[];
  /** Findings that are not waived, by severity. */
  readonly findings: Readonly<Record<Severity, number>>;
  /** `null` without a baseline. */
  readonly baseline: BaselineSummary | null;
  /** `null` without a waivers file. */
  readonly waivers: (WaiverReport & { readonly digest: string }) | null;
  /** What the registrar has adopted of the pack; `null` without an adoption sheet. */
  readonly adoption: AdoptionSummary | null;
  /** What stands on the officers' work list and what is left off it; `null` without one. */
  readonly workList: WorkListReport | null;
  /** What looks like a broken feed against the last sound run of the history; `null` without a history. */
  readonly alerts: readonly Alert[] | null;
  /** Tells which key made the pseudonyms; `null` for crime references as they are. */
  readonly pseudonyms: string | null;
  readonly rules: Readonly<Record<string, RuleSummary>>;
  readonly measures: Readonly<Record<string, MeasureSummary>>;
  readonly checks: readonly CheckResult[];
  readonly cells: readonly CellSummary[];
  /** `null` where the column holds more different texts than any force has teams. */
  readonly teams: readonly TeamSummary[] | null;
}
