import type { Clause } from './clause.js';
import type { Marker } from './markers.js';
import type { Severity } from './rule.js';
import type { FieldName } from './fields.js';

/** A breached outcome: what is wrong with one record, why, and what to do. Holds no value of a personal field. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly crimeReference: string;
  readonly force: string;
  readonly team: string;
  /** The day on which the crime was recorded, `YYYY-MM-DD`; `null` where it cannot be told. */
  readonly recordedOn: string | null;
  readonly marker: Marker | null;
  readonly message: string;
  readonly action: string;
  /** The same for the same rule, force and crime reference in every run: 32 hex digits of a SHA-256. */
  readonly fingerprint: string;
  /** The clauses of the rule's `when`, each with its truth on this record. */
  readonly when: readonly Clause[];
  readonly require: Clause;
}

/** An outcome that cannot be told, and the columns that would tell it. */
export interface Undetermined {
  readonly rule: string;
  readonly crimeReference: string;
  readonly force: string;
  readonly team: string;
  readonly lacking: readonly FieldName[];
}

/** How a finding stands to the baseline; empty without one. */
export type FindingStatus = '' | 'new' | 'persisting' | 're-judged' | 'waived';

/** How long a finding has been known, in days since the run that found it first. */
export const FINDING_AGES = ['0-6', '7-27', '28-90', '91+'] as const;
export type FindingAge = (typeof FINDING_AGES)[number];
