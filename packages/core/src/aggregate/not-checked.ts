import type { CheckResult } from '../model/check-result.js';
import type { Tally } from './tally.js';

/** From how many records on an extract that no measure concerns is taken for a broken one. */
export const ENOUGH_RECORDS = 500;

/**
 * Why a run must not count as a check, or `null`: an extract that holds nothing, whose offence codes
 * cannot be read, or that has nothing that any measure concerns, would else look like a good night.
 * `minAssessed` is the share of records with a readable code below which it does not count.
 */
export function whyNotChecked(
  tally: Tally,
  checks: readonly CheckResult[],
  minAssessed: number,
): string | null {
  if (tally.records === 0) return 'no record could be read';
  const readable = checks.find((check) => check.id === 'CODE-READABLE');
  if (readable?.state === 'not-assessed') return 'the extract has no column with offence codes';
  const { figure = null, numerator = 0, denominator = 0 } = readable ?? {};
  if (figure !== null && figure < minAssessed) {
    return `only ${numerator.toLocaleString('en-GB')} of ${denominator.toLocaleString('en-GB')} records have an offence code that can be read and is known`;
  }
  if (tally.records >= ENOUGH_RECORDS && tally.measured === 0) {
    return `none of ${tally.records.toLocaleString('en-GB')} records is one that any measure concerns`;
  }
  return null;
}
