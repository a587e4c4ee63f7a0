import { badArgument, requireWhole } from './arguments.js';
import type { Interval } from './interval.js';
import { MarkercheckError } from '../model/errors.js';
import { studentCriticalValue } from './student-critical-value.js';

/** Counts of records by the first reviewer's answer (rows) and the second's (columns). */
export type AgreementTable = readonly (readonly number[])[];

/** A coefficient of agreement with its limits; 1 is perfect agreement, 0 what chance alone gives. */
export interface AgreementCoefficient extends Interval {
  /** The coefficient. */
  readonly estimate: number;
  /** Its standard error over records; 0 where the reviewers never differ. */
  readonly standardError: number;
  /** The share of records on which the reviewers agree, from 0 to 1. */
  readonly agreement: number;
  /** The share on which they would agree by chance, as the coefficient defines chance. */
  readonly chanceAgreement: number;
}

/**
 * The shares of a table of agreement.
 *
 * @internal
 */
export interface AgreementShares {
  readonly records: number;
  readonly cells: readonly (readonly number[])[];
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly agreement: number;
}

/**
 * Checks a table of agreement and divides it by its total.
 *
 * @internal
 */
export function agreementShares(table: AgreementTable): AgreementShares {
  if (table.length < 2) {
    throw badArgument(
      'table',
      'square, with at least 2 answers',
      table.length,
      table.length === 1 ? ' row' : ' rows',
    );
  }
  table.forEach((row, i) => {
    if (row.length !== table.length) {
      throw badArgument(
        `table[${String(i)}]`,
        `a row of ${String(table.length)} counts, the table being square`,
        row.length,
      );
    }
    row.forEach((count, j) => {
      requireWhole(`table[${String(i)}][${String(j)}]`, count, 0);
    });
  });
  const records = sum(table.map(sum));
  if (records < 2) {
    throw new MarkercheckError(
      'TOO_FEW_UNITS',
      `table must count at least 2 records (got ${String(records)})`,
    );
  }
  const cells = table.map((row) => row.map((count) => count / records));
  return {
    records,
    cells,
    rows: table.map((row) => sum(row) / records),
    columns: table.map((_, j) => sum(table.map((row) => row[j] ?? 0)) / records),
    agreement: sum(table.map((row, i) => row[i] ?? 0)) / records,
  };
}

/**
 * The coefficient, standard error and limits that the definition of chance leads to.
 *
 * `slope(k, l)` is the derivative of chance agreement by the share in cell k, l; a constant added to all of
 * them changes nothing.
 *
 * @internal
 */
export function agreementCoefficient(
  shares: AgreementShares,
  chance: number,
  slope: (k: number, l: number) => number,
  confidence: number,
): AgreementCoefficient {
  const { records, cells, agreement } = shares;
  const estimate = (agreement - chance) / (1 - chance);
  const influences = cells.map((row, k) =>
    row.map((_, l) => (k === l ? 1 : 0) - (1 - estimate) * slope(k, l)),
  );
  const mean = sum(cells.map((row, k) => sum(row.map((share, l) => share * (influences[k]?.[l] ?? 0)))));
  // About the mean rather than as a difference of squares, which rounding can make negative.
  const variance = sum(
    cells.map((row, k) => sum(row.map((share, l) => share * ((influences[k]?.[l] ?? 0) - mean) ** 2))),
  );
  const standardError = Math.sqrt(variance / records) / (1 - chance);
  const reach = studentCriticalValue(records - 1, confidence) * standardError;
  return {
    estimate,
    standardError,
    low: Math.max(-1, estimate - reach),
    high: Math.min(1, estimate + reach),
    agreement,
    chanceAgreement: chance,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
