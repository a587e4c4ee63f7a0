import { count } from '../messages/figures.js';
import type { CheckResult } from '../model/check-result.js';
import type { Tally } from './tally.js';

/** From how many records on an extract that no measure concerns is taken for a broken one. */
export const ENOUGH_RECORDS = 500;

/** How a second file of markers met the extract. */
export interface MarkersFileUse {
  readonly name: string;
  /** Crime references in it, and those of them that are in the extract. */
  readonly keys: number;
  readonly matched: number;
}

/** Markers of other crimes, or of none, would make every record look unmarked, or as if it could not be told. */
function whyNotMarked({ name, keys, matched }: MarkersFileUse, { measured }: Tally): string | null {
  if (matched > 0 || measured === 0) return null;
  if (keys === 0) return `the markers file ${name} names no crime`;
  return keys === 1
    ? `the one crime reference in the markers file ${name} is not in the extract`
    : `none of the ${count(keys)} crime references in the markers file ${name} is in the extract`;
}

/**
 * Why a run must not count as a check, or `null`: an extract that holds nothing, whose offence codes
 * cannot be read, that has nothing that any measure concerns, or whose markers are in a file of other crimes, would else look like a good night.
 * `minAssessed` is the share of records with a readable code below which it does not count.
 */
export function whyNotChecked(
  tally: Tally,
  checks: readonly CheckResult[],
  minAssessed: number,
  markersFile: MarkersFileUse | null,
): string | null {
  if (tally.records === 0) return 'no record could be read';
  const readable = checks.find((check) => check.id === 'CODE-READABLE');
  if (readable?.state === 'not-assessed') return 'the extract has no column with offence codes';
  const { figure = null, numerator = 0, denominator = 0 } = readable ?? {};
  if (figure !== null && figure < minAssessed) {
    return `only ${count(numerator)} of ${count(denominator)} records have an offence code that can be read and is known`;
  }
  if (tally.records >= ENOUGH_RECORDS && tally.measured === 0) {
    return `none of ${count(tally.records)} records is one that any measure concerns`;
  }
  return markersFile === null ? null : whyNotMarked(markersFile, tally);
}
