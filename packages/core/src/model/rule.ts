import type { CrimeRecord } from './fields.js';
import type { Marker } from './markers.js';

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const OUTCOMES = ['not-applicable', 'undetermined', 'met', 'breached'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type RuleState = 'on' | 'off' | 'not-assessed';
export type Basis = 'requirement' | 'definition' | 'inference' | 'practice';
export type Confidence = 'confirmed' | 'unconfirmed';
export type Dimension = 'completeness' | 'consistency' | 'accuracy' | 'validity' | 'timeliness';
/** 1 a child not counted; 2 a contradiction within the record; 3 it cannot be told; 4 for review. */
export type Tier = 1 | 2 | 3 | 4;

/** A condition as it stands in a rule file: an object of one key, the operator, with its arguments. */
export type ConditionData = Readonly<Record<string, unknown>>;

/**
 * Columns without which a rule cannot be judged. Each member must be there; a list is a choice of
 * one; a list within that is columns that count only together:
 * `["CSA", ["victimAge", ["victimBornOn", "offenceFrom"]]]`.
 */
export type Needs = readonly (string | readonly (string | readonly string[])[])[];

export interface SeverityChange {
  readonly severity: Severity;
  /** Where this condition is true, a finding has this severity in place of the rule's. */
  readonly if: ConditionData;
  readonly because: string;
}

/** A record that breaches a rule, and the severity of the finding. */
export interface SeverityCase {
  readonly record: CrimeRecord;
  /** Parameters that differ from the pack's. */
  readonly parameters?: Readonly<Record<string, string | number | null>>;
  readonly severity: Severity;
}

/** Records that a rule is tested on, by the outcome that each has. */
export interface RuleCases {
  readonly met: readonly CrimeRecord[];
  readonly breached: readonly CrimeRecord[];
  readonly undetermined: readonly CrimeRecord[];
  readonly notApplicable: readonly CrimeRecord[];
  /** For a rule whose severity the record can change. */
  readonly severities?: readonly SeverityCase[];
}

/** One requirement or one inconsistency, as data: a file of `rules/<pack>/rules/`. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly severityWhen?: readonly SeverityChange[];
  readonly tier: Tier;
  readonly basis: Basis;
  readonly confidence: Confidence;
  readonly marker: Marker | null;
  readonly dimension: Dimension;
  /** First and last day of `recordedOn` on which the rule is in force; each is a clause of `when`. */
  readonly effective: { readonly from?: string; readonly to?: string };
  readonly default: 'on' | 'off';
  readonly needs: Needs;
  /** Named parts of the rule's conditions, used in them as `{ "where": name }`. */
  readonly where?: Readonly<Record<string, ConditionData>>;
  /** Joined by "and". */
  readonly when: readonly ConditionData[];
  readonly require: ConditionData;
  /** Names the invalid state; `{code}`, `{label}` and `{parameter}` are filled in. */
  readonly message: string;
  readonly action: string;
  readonly limits: string;
  /** Ids of the pack's sources. */
  readonly sources: readonly string[];
}
