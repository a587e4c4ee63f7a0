import type { DifferenceInterval } from '../statistics/newcombe-difference.js';
import type { ComparedForce } from './comparison.js';
import type { ChangeParts } from './decompose-change.js';
import type { Differs, Figure } from './figure.js';
import type { BasisDifference } from './same.js';

export const OVER_TIME_SCHEMA = 1;

/** A class or age band at both times. */
export interface ChangedPart {
  readonly key: string;
  readonly earlier: Figure;
  readonly later: Figure;
}

/** A change in flagged records and its parts, or why there are none: what meets a measure that is no headline is not flagged by that. */
export type Change =
  | { readonly refused: 'suppressed' | 'no-data' | 'not-of-flags'; readonly parts: null; readonly over: null }
  | {
      readonly refused: null;
      readonly parts: ChangeParts;
      /** What the mix is told apart by, and the share of the records in it; `null` where nothing tells it apart. */
      readonly over: {
        readonly kind: 'strata' | 'classes' | 'bands';
        readonly strata: number;
        readonly share: number;
      } | null;
    };

export interface MeasureOverTime {
  readonly id: string;
  readonly title: string;
  readonly headline: string | null;
  readonly differences: readonly string[];
  readonly earlier: Figure;
  readonly later: Figure;
  /** The later rate less the earlier, with Newcombe's interval. */
  readonly difference: DifferenceInterval | null;
  readonly differs: Differs;
  readonly change: Change;
  readonly classes: readonly ChangedPart[] | null;
  readonly bands: readonly ChangedPart[] | null;
}

/** One force at two times. */
export interface OverTime {
  readonly kind: 'markercheck-over-time';
  readonly schema: typeof OVER_TIME_SCHEMA;
  readonly caption: string;
  readonly aboutIntervals: string;
  readonly markings: readonly string[];
  readonly withUnsettled: boolean;
  readonly pack: { readonly id: string; readonly edition: string; readonly digest: string };
  readonly earlier: ComparedForce;
  readonly later: ComparedForce;
  readonly differences: readonly BasisDifference[];
  readonly measures: readonly MeasureOverTime[];
}
