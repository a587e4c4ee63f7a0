import { agreementShares, type AgreementTable } from './agreement-table.js';
import { DEFAULT_CONFIDENCE } from './arguments.js';
import type { Interval } from './interval.js';
import { wilsonInterval } from './wilson-interval.js';

/** The share of records on which two reviewers agree, with its limits, each from 0 to 1. */
export interface PercentAgreement extends Interval {
  /** The share, as a proportion. */
  readonly estimate: number;
}

/**
 * The plain share of records on which two reviewers gave the same answer, chance not allowed for.
 *
 * @param table - Square table of record counts, rows the first reviewer's answers, columns the second's.
 * @param confidence - Between 0 and 1, both excluded. Default 0.95.
 * @returns The share and its Wilson limits, as proportions.
 * @throws {MarkercheckError} `TOO_FEW_UNITS` under 2 records; `ARGUMENT_INVALID`, naming the argument.
 *
 * Formula: the sum of the diagonal over the sum of the table; limits as {@link wilsonInterval}.
 *
 * Source: Wilson EB (1927) J Am Stat Assoc 22:209-212.
 */
export function percentAgreement(
  table: AgreementTable,
  confidence: number = DEFAULT_CONFIDENCE,
): PercentAgreement {
  const { agreement, records } = agreementShares(table);
  const agreed = table.reduce((sum, row, k) => sum + (row[k] ?? 0), 0);
  return { estimate: agreement, ...wilsonInterval(agreed, records, confidence) };
}
