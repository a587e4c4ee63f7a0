import {
  type AgreementCoefficient,
  agreementCoefficient,
  agreementShares,
  type AgreementTable,
} from './agreement-table.js';
import { DEFAULT_CONFIDENCE } from './arguments.js';
import { MarkercheckError } from '../model/errors.js';

/**
 * Cohen's kappa: the agreement of two reviewers beyond what their own habits would give by chance.
 *
 * Low where nearly every record has the same answer, however well the reviewers agree, as with rare markers:
 * show {@link gwetAc1} and the percentage beside it. Where reviewers never differ the standard error is 0 and
 * the limits close on the estimate; the interval of `percentAgreement` still tells how much was seen.
 *
 * @param table - Square table of record counts, rows the first reviewer's answers, columns the second's.
 * @param confidence - Between 0 and 1, both excluded. Default 0.95.
 * @returns Estimate, standard error, limits (from -1 to 1), agreement and chance agreement as proportions.
 * @throws {MarkercheckError} `UNDEFINED_ESTIMATE` where both reviewers gave one and the same answer
 * throughout; `TOO_FEW_UNITS` under 2 records; `ARGUMENT_INVALID`, naming the argument.
 *
 * Formula: (pa - pe)/(1 - pe), pe = sum r_k c_k. Variance: that over records of
 * [k=l] - (1-kappa)(c_k + r_l), over n(1-pe)². Limits with Student's t on n-1 degrees of freedom.
 *
 * Source: Cohen J (1960) Educ Psychol Meas 20:37-46; standard error: Fleiss JL, Cohen J, Everitt BS (1969)
 * Psychol Bull 72:323-327; limits: Gwet KL (2014) Handbook of Inter-Rater Reliability, 4th edition.
 */
export function cohenKappa(
  table: AgreementTable,
  confidence: number = DEFAULT_CONFIDENCE,
): AgreementCoefficient {
  const shares = agreementShares(table);
  const { rows, columns } = shares;
  const chance = rows.reduce((sum, r, k) => sum + r * (columns[k] ?? 0), 0);
  if (rows.some((r, k) => r === 1 && columns[k] === 1)) {
    throw new MarkercheckError(
      'UNDEFINED_ESTIMATE',
      'table must hold more than one answer for kappa: both reviewers gave the same answer throughout',
    );
  }
  const slope = (k: number, l: number) => (columns[k] ?? 0) + (rows[l] ?? 0);
  return agreementCoefficient(shares, chance, slope, confidence);
}
