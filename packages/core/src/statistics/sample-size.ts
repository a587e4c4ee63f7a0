import { badArgument, DEFAULT_CONFIDENCE, requireInnerProportion, requireWhole } from './arguments.js';
import { normalCriticalValue } from './normal-quantile.js';

/** What a sample is to achieve. */
export interface SampleSizeRequest {
  /** How many records there are: a whole number of at least 1, or Infinity for no finite correction. */
  readonly population: number;
  /** The half-width wanted, as a proportion between 0 and 1 (0.05 is plus or minus five points). */
  readonly margin: number;
  /** The confidence wanted, between 0 and 1, both excluded. @default 0.95 */
  readonly confidence?: number;
  /** The proportion expected, between 0 and 1, both excluded; 0.5 needs the most. @default 0.5 */
  readonly proportion?: number;
  /**
   * "nearest" gives the numbers of the published table, whose margin can miss by less than half a record's
   * worth; "up" never misses. @default "nearest"
   */
  readonly rounding?: 'nearest' | 'up';
}

/**
 * How many records to sample for a proportion to be known within a margin, with finite population correction.
 *
 * @param request - Population, margin, confidence, expected proportion and rounding.
 * @returns A whole number of records, from 1 to the population.
 * @throws {MarkercheckError} `ARGUMENT_INVALID`, naming the argument.
 *
 * Formula: n0 = z² p(1-p)/d²; n = n0/(1 + (n0-1)/N), rounded.
 *
 * Source: Cochran WG (1977) Sampling Techniques, 3rd edition, chapter 4; the same as Krejcie RV,
 * Morgan DW (1970) Educ Psychol Meas 30:607-610, whose table rounds to the nearest.
 */
export function sampleSize(request: SampleSizeRequest): number {
  const {
    population,
    margin,
    confidence = DEFAULT_CONFIDENCE,
    proportion = 0.5,
    rounding = 'nearest',
  } = request;
  if (population !== Infinity) requireWhole('population', population, 1);
  requireInnerProportion('margin', margin);
  requireInnerProportion('proportion', proportion);
  const z = normalCriticalValue(confidence);
  const unlimited = (z * z * proportion * (1 - proportion)) / (margin * margin);
  const size = unlimited / (1 + (unlimited - 1) / population);
  return Math.min(Math.max(rounded(size, rounding), 1), population);
}

function rounded(size: number, rounding: 'nearest' | 'up'): number {
  switch (rounding) {
    case 'nearest':
      return Math.round(size);
    case 'up':
      return Math.ceil(size);
    default:
      throw badArgument('rounding', '"nearest" or "up"', rounding satisfies never);
  }
}
