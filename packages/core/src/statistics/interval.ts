/** A pair of limits, in the unit of what they belong to (for a proportion, from 0 to 1). */
export interface Interval {
  /** The lower limit. */
  readonly low: number;
  /** The upper limit. */
  readonly high: number;
}
