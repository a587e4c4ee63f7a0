import type { AgeBand } from '../model/cell.js';
import type { CheckState } from '../model/check-result.js';
import type { Marker } from '../model/markers.js';
import type { PolicyChange } from '../model/policy.js';
import type { RuleState } from '../model/rule.js';

/** The number of the shape of the exchange file; a change of the shape is a new number. */
export const EXCHANGE_SCHEMA = 1;
export const EXCHANGE_KIND = 'markercheck-exchange';

/**
 * Counts of a cell. A count that is suppressed is `null`; a cell of which nothing may be told has four of them.
 * Where `met` is known and `breached` is not, the floor can be told and the rate cannot.
 */
export interface ExchangeCounts {
  /** met + breached + undetermined */
  readonly eligible: number | null;
  readonly met: number | null;
  readonly breached: number | null;
  readonly undetermined: number | null;
}

export interface ClassCounts extends ExchangeCounts {
  readonly offenceClass: string | null;
}

export interface BandCounts extends ExchangeCounts {
  readonly ageBand: AgeBand;
}

export interface StratumCounts extends ClassCounts, BandCounts {}

export interface MonthCounts extends ExchangeCounts {
  /** `YYYY-MM` */
  readonly month: string;
}

export interface QuarterCounts extends ExchangeCounts {
  /** `YYYY-Q1` to `YYYY-Q4` */
  readonly quarter: string;
  readonly months: readonly MonthCounts[];
}

/** Calendar years of recording, several where one alone would have small counts. */
export interface ExchangeYears {
  readonly from: number;
  readonly to: number;
  readonly total: ExchangeCounts;
  /** A class that is not here has no record in these years. `null` where the whole table is withheld. */
  readonly classes: readonly ClassCounts[] | null;
  readonly bands: readonly BandCounts[] | null;
  readonly strata: readonly StratumCounts[] | null;
  readonly quarters: readonly QuarterCounts[] | null;
}

/** Which side of a total is from 1 to one below the threshold, where that is all that hides its counts. */
export type FewSide = 'met' | 'not-met';

/** The records of a measure that are of one maturity. */
export interface ExchangeBlock {
  readonly total: ExchangeCounts;
  readonly few: FewSide | null;
  readonly years: readonly ExchangeYears[];
}

/** settled: recorded 28 days or more before the run; young: later; undated: no date of recording. */
export const MATURITY_BLOCKS = ['settled', 'young', 'undated'] as const;
export type MaturityBlock = (typeof MATURITY_BLOCKS)[number];

export interface ExchangeMeasure {
  readonly title: string;
  /** The pack's headline; `null` for a measure that is never one. */
  readonly headline: string | null;
  /** The rules whose outcomes it counts. */
  readonly rules: readonly string[];
  /** Rules whose breach changes the outcome of one of them. */
  readonly leansOn: readonly string[];
  /** Settled records that are 28 to 90 days old and older, rounded; `null` with the total. */
  readonly maturity: { readonly '28-90': number; readonly '91+': number } | null;
  /** A block without records is `null`. */
  readonly settled: ExchangeBlock | null;
  readonly young: ExchangeBlock | null;
  readonly undated: ExchangeBlock | null;
}

export interface ExchangeRule {
  readonly title: string;
  readonly state: RuleState;
  readonly lacking: readonly string[];
  readonly revision: string;
  /**
   * Of all records of the run, whatever their maturity, rounded to twice the threshold: 0 is "fewer than the
   * threshold". `null` where they are not shared.
   */
  readonly about: {
    readonly met: number;
    readonly breached: number;
    readonly undetermined: number;
  } | null;
}

/** A check on the whole extract: what it says, without its counts. */
export interface ExchangeCheck {
  readonly id: string;
  readonly title: string;
  readonly state: CheckState;
  readonly marker: Marker | null;
  readonly month: string | null;
  /** Its figure in whole percent, where no small count stands behind it. */
  readonly percent: number | null;
}

/** Records of the run that the file does not count, because they are of another force. */
export interface LeftOut {
  /** The name of a force in the list; `null` for what is no force of the list. */
  readonly force: string | null;
  /** Rounded to twice the threshold: 0 is "fewer than the threshold". */
  readonly about: number;
}

/** The file that forces exchange: what one force's run found, without any record, suppressed at its source. */
export interface Exchange {
  readonly kind: typeof EXCHANGE_KIND;
  readonly schema: typeof EXCHANGE_SCHEMA;
  /** The protective marking, as its sender gave it. */
  readonly marking: string;
  readonly caption: string;
  /** Counts from 1 to one below this are suppressed. */
  readonly threshold: number;
  readonly force: { readonly code: string; readonly name: string };
  readonly leftOut: readonly LeftOut[];
  readonly tool: { readonly name: string; readonly version: string };
  readonly pack: { readonly id: string; readonly edition: string; readonly digest: string };
  readonly policy: { readonly digest: string | null; readonly changes: readonly PolicyChange[] };
  readonly parameters: Readonly<Record<string, string | number | null>>;
  /** What an empty marker cell means. */
  readonly blank: string;
  /** What the registrar has adopted of the pack, without who answered and why; `null` without an adoption sheet. */
  readonly adoption: {
    readonly confirmed: number;
    readonly of: number;
    readonly edition: string | null;
    readonly digest: string;
  } | null;
  readonly asAt: string;
  /** First and last month of recording, and whether the sender stated them or they are those of the records. */
  readonly period: { readonly from: string; readonly to: string; readonly stated: boolean } | null;
  readonly complete: boolean;
  readonly records: number;
  readonly rules: Readonly<Record<string, ExchangeRule>>;
  readonly checks: readonly ExchangeCheck[];
  readonly measures: Readonly<Record<string, ExchangeMeasure>>;
}

export const CAPTION = 'Flagging compliance, not prevalence; not official statistics.';
