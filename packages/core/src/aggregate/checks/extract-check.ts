import type { SqlRecord } from '../../dialect/column.js';
import type { Sql } from '../../dialect/dialect.js';
import type { RecordFacts } from '../../facts/record-facts.js';
import type { CheckResult } from '../../model/check-result.js';
import type { FieldName } from '../../model/fields.js';
import type { Severity } from '../../model/rule.js';
import type { Parameters } from '../../rules/parameters.js';

/** What a check's verdict depends on beside its tally. */
export interface Verdict {
  readonly columns: ReadonlySet<FieldName>;
  readonly severity: Severity;
  /** The pack's or the policy's parameter of this check. */
  readonly parameter: (name: string) => number;
  readonly asAt: string;
}

/** A check on a whole extract as a tally: it adds record by record and merges in any order. */
export interface ExtractCheck<T> {
  readonly id: string;
  readonly empty: () => T;
  /** Adds the loaded record; the tally is changed in place, because this runs for every record. */
  readonly add: (tally: T, record: RecordFacts) => void;
  readonly merge: (left: T, right: T) => T;
  /** So many records that each add the same; without it they are added one by one. */
  readonly times?: (tally: T, records: number) => T;
  readonly conclude: (tally: T, verdict: Verdict) => readonly CheckResult[];
}

export function share(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

export function checkParameter(parameters: Parameters, id: string, name: string): number {
  const value = parameters[`${id}.${name}`];
  return typeof value === 'number' ? value : 0;
}

/** A count that a check is made of: the records where a condition is true. */
export interface CountSql {
  readonly part: string;
  readonly of: (record: SqlRecord) => Sql;
}

/** The SQL reading of a check: what an engine counts for it, and the tally that these counts make. */
export interface ExtractCheckSql {
  readonly id: string;
  readonly counts: readonly CountSql[];
  /** Whether it is counted by force and month. */
  readonly byMonth?: true;
  /** The tally of rows of counts; without `byMonth` there is one row. */
  readonly tally: (rows: readonly CountRow[]) => unknown;
}

export interface CountRow {
  readonly force: string;
  readonly month: string | null;
  readonly count: (part: string) => number;
}
