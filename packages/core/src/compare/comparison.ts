import type { DifferenceInterval } from '../statistics/newcombe-difference.js';
import type { FunnelZone } from '../statistics/funnel-zone.js';
import type { XmrPhase } from '../statistics/xmr-phase.js';
import type { XmrSignal } from '../statistics/xmr-signals.js';
import type { Differs, Figure, Range } from './figure.js';
import type { Exchange, ExchangeCheck, LeftOut } from './exchange.js';
import type { BasisDifference } from './same.js';
import type { StandardisedBy } from './standardise.js';
import type { StandsOut } from './stands-out-kinds.js';

export const COMPARISON_SCHEMA = 1;

/** A force whose file is compared. */
export interface ComparedForce {
  readonly code: string;
  readonly name: string;
  readonly short: string;
  readonly asAt: string;
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly complete: boolean;
  readonly records: number;
  readonly threshold: number;
  readonly toolVersion: string;
  readonly marking: string;
  readonly adoption: Exchange['adoption'];
  /** Rules that could not be assessed, with the columns that the extract lacks. */
  readonly notAssessed: readonly { readonly rule: string; readonly lacking: readonly string[] }[];
  readonly checks: readonly ExchangeCheck[];
  readonly leftOut: readonly LeftOut[];
}

/** A file or a force that is named and not compared. */
export interface NotCompared {
  readonly name: string;
  readonly why: 'no-file' | 'not-territorial' | 'unknown-force';
}

/** A figure of one class, age band or month. */
export interface Part {
  readonly key: string;
  readonly figure: Figure;
}

export interface TimePoint extends Part {
  /** What the chart shows of it: the rate or the floor, as its series says. */
  readonly value: number | null;
}

/** Rates over time, with the limits of the process that makes them. */
export interface TimeSeries {
  readonly unit: 'month' | 'quarter';
  readonly points: readonly TimePoint[];
  /** Months or quarters at which a new phase begins, because a change is known. */
  readonly rebased: readonly string[];
  /** The limits of each phase, by index into the points; empty where there are too few points. */
  readonly phases: readonly XmrPhase[];
  readonly signals: readonly XmrSignal[];
}

/** How far apart a force's own rates are over classes, months or quarters of 20 records and more. */
export interface Spread {
  readonly count: number;
  readonly lowest: { readonly key: string; readonly rate: number };
  readonly highest: { readonly key: string; readonly rate: number };
}

export type Standardised =
  | { readonly refused: null; readonly rate: number; readonly low: number; readonly high: number }
  | { readonly refused: string };

/** The other forces together. */
export interface Others {
  readonly figure: Figure;
  /** Own rate less theirs, with Newcombe's interval; `null` where a count of either is suppressed. */
  readonly difference: DifferenceInterval | null;
  readonly differs: Differs;
  /** Whether it differs by more than chance gives, even between the nearest ends of the two ranges. */
  readonly beyondChance: boolean;
  /** Whether more cannot be told here than with them, by more than chance gives. */
  readonly untoldMore: boolean;
}

export interface FunnelPlace {
  readonly zone: FunnelZone;
  readonly limits95: Range;
  readonly limits998: Range;
}

/** One force's figures on one measure. */
export interface ForceMeasure {
  readonly code: string;
  readonly total: Figure;
  readonly others: Others;
  /** The forces that it differs from by more than chance gives, one by one. */
  readonly differsFrom: readonly string[];
  readonly funnel: FunnelPlace | null;
  readonly standardised: Standardised;
  /** `null` where the table is withheld. */
  readonly classes: readonly Part[] | null;
  readonly bands: readonly Part[] | null;
  readonly strata: readonly Part[] | null;
  readonly time: TimeSeries | null;
  /** Months of the period without any record; `null` where it cannot be told. */
  readonly missingMonths: readonly string[] | null;
  readonly spread: { readonly classes: Spread | null; readonly time: Spread | null };
}

export interface Baseline {
  /** `null` where it is known too loosely to draw anything about it. */
  readonly rate: number | null;
  /** Whether it was stated; else it is the rate of the forces together. */
  readonly stated: boolean;
  /** Within what the rate of the forces together is known, where counts are suppressed: the rate is its middle. */
  readonly within: Range | null;
}

/** Why the limits of the funnel are not widened, or by how much. */
export type Overdispersed =
  | { readonly adjusted: false; readonly units: number }
  | { readonly adjusted: true; readonly units: number; readonly phi: number; readonly tau2: number };

export interface MeasureComparison {
  readonly id: string;
  readonly title: string;
  readonly headline: string | null;
  /** The differences between the forces that touch it, by their ids. */
  readonly differences: readonly string[];
  /** All forces together, those whose counts are suppressed as far as they are told. */
  readonly together: Figure;
  readonly baseline: Baseline;
  readonly overdispersion: Overdispersed;
  /** What the charts over time show: the floor where too many rates are suppressed. */
  readonly timeShows: 'rate' | 'floor';
  readonly standardisedOver: {
    readonly by: StandardisedBy;
    readonly strata: readonly string[];
    readonly share: number;
  } | null;
  readonly forces: readonly ForceMeasure[];
}

/** A rule at one force, its counts rounded at their source. */
export interface ForceRule {
  readonly code: string;
  readonly state: 'on' | 'off' | 'not-assessed' | 'no-data';
  readonly about: { readonly met: number; readonly breached: number; readonly undetermined: number } | null;
  /** Of the judged records, the share breached: at its least and its greatest. */
  readonly share: Range | null;
  readonly standsOut: boolean;
}

export interface RuleComparison {
  readonly id: string;
  readonly title: string;
  readonly differences: readonly string[];
  readonly forces: readonly ForceRule[];
}

export interface Comparison {
  readonly kind: 'markercheck-comparison';
  readonly schema: typeof COMPARISON_SCHEMA;
  readonly caption: string;
  /** What each figure says of chance. */
  readonly aboutIntervals: string;
  readonly markings: readonly string[];
  readonly withUnsettled: boolean;
  readonly pack: { readonly id: string; readonly edition: string; readonly digest: string };
  readonly forces: readonly ComparedForce[];
  readonly notCompared: readonly NotCompared[];
  readonly differences: readonly BasisDifference[];
  readonly standsOut: readonly StandsOut[];
  readonly measures: readonly MeasureComparison[];
  readonly rules: readonly RuleComparison[];
}
