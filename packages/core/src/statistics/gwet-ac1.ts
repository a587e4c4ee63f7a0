import {
  type AgreementCoefficient,
  agreementCoefficient,
  agreementShares,
  type AgreementTable,
} from './agreement-table.js';
import { DEFAULT_CONFIDENCE } from './arguments.js';

/**
 * Gwet's AC1: the agreement of two reviewers beyond chance, where chance is small when one answer dominates.
 *
 * Preferred to {@link cohenKappa} for rare markers, and defined even where only one answer was ever given.
 *
 * @param table - Square table of record counts, rows the first reviewer's answers, columns the second's. Its
 * size is the number of answers that were possible, used or not.
 * @param confidence - Between 0 and 1, both excluded. Default 0.95.
 * @returns Estimate, standard error, limits (from -1 to 1), agreement and chance agreement as proportions.
 * @throws {MarkercheckError} `TOO_FEW_UNITS` under 2 records; `ARGUMENT_INVALID`, naming the argument.
 *
 * Formula: (pa - pe)/(1 - pe), pe = sum pi_k(1-pi_k)/(q-1), pi_k = (r_k+c_k)/2. Variance: that over records
 * of [k=l] - 2(1-AC1)(1 - (pi_k+pi_l)/2)/(q-1), over n(1-pe)². Limits with Student's t on n-1 degrees of
 * freedom.
 *
 * Source: Gwet KL (2008) Computing inter-rater reliability and its variance in the presence of high
 * agreement. Br J Math Stat Psychol 61:29-48; limits: Gwet KL (2014) Handbook of Inter-Rater Reliability,
 * 4th edition.
 */
export function gwetAc1(
  table: AgreementTable,
  confidence: number = DEFAULT_CONFIDENCE,
): AgreementCoefficient {
  const shares = agreementShares(table);
  const others = table.length - 1;
  const pi = shares.rows.map((r, k) => (r + (shares.columns[k] ?? 0)) / 2);
  const chance = pi.reduce((sum, p) => sum + p * (1 - p), 0) / others;
  const slope = (k: number, l: number) => (2 * (1 - ((pi[k] ?? 0) + (pi[l] ?? 0)) / 2)) / others;
  return agreementCoefficient(shares, chance, slope, confidence);
}
