import { allOfSql, type SqlRecord } from '../../dialect/column.js';
import type { Sql } from '../../dialect/dialect.js';
import type { RecordFacts } from '../../facts/record-facts.js';
import type { Needs } from '../../model/rule.js';
import { lackingColumns } from '../../rules/needs.js';
import type { CheckState } from '../../model/check-result.js';
import { type ExtractCheck, type ExtractCheckSql, share, type Verdict } from './extract-check.js';

/** Two counts, and their share. */
export interface ShareTally {
  numerator: number;
  denominator: number;
}

interface ShareCheck {
  readonly id: string;
  readonly needs: Needs;
  readonly denominator: (record: RecordFacts) => boolean;
  readonly numerator: (record: RecordFacts) => boolean;
  /** The numerator counts records outside the denominator too. */
  readonly apart?: boolean;
  /** Whether a share is raised; a check without it shows its figure and judges nothing. */
  readonly raised?: (share: number, verdict: Verdict) => boolean;
}

function stateOf(check: ShareCheck, tally: ShareTally, verdict: Verdict): CheckState {
  const figure = share(tally.numerator, tally.denominator);
  if (figure === null || tally.denominator < verdict.parameter('minimum')) return 'too-few';
  if (check.raised === undefined) return 'shown';
  return check.raised(figure, verdict) ? 'raised' : 'ok';
}

/** A check that is the share of some records in others. */
export function shareCheck(check: ShareCheck): ExtractCheck<ShareTally> {
  return {
    id: check.id,
    empty: () => ({ numerator: 0, denominator: 0 }),
    add: (tally, record) => {
      const counted = check.denominator(record);
      if (counted) tally.denominator++;
      if ((counted || check.apart === true) && check.numerator(record)) tally.numerator++;
    },
    merge: (left, right) => ({
      numerator: left.numerator + right.numerator,
      denominator: left.denominator + right.denominator,
    }),
    times: ({ numerator, denominator }, records) => ({
      numerator: numerator * records,
      denominator: denominator * records,
    }),
    conclude: (tally, verdict) => {
      const lacking = lackingColumns(check.needs, verdict.columns);
      const head = { id: check.id, severity: verdict.severity };
      if (lacking.length > 0) {
        return [{ ...head, state: 'not-assessed', numerator: 0, denominator: 0, figure: null, lacking }];
      }
      return [
        {
          ...head,
          state: stateOf(check, tally, verdict),
          ...tally,
          figure: share(tally.numerator, tally.denominator),
        },
      ];
    },
  };
}

interface ShareCheckSql {
  readonly id: string;
  readonly denominator: (record: SqlRecord) => Sql;
  readonly numerator: (record: SqlRecord) => Sql;
  readonly apart?: boolean;
}

/** The SQL reading of {@link shareCheck}: conditions in place of its functions. */
export function shareCheckSql({ id, denominator, numerator, apart = false }: ShareCheckSql): ExtractCheckSql {
  return {
    id,
    counts: [
      { part: 'denominator', of: denominator },
      {
        part: 'numerator',
        of: (record) => (apart ? numerator(record) : allOfSql([denominator(record), numerator(record)])),
      },
    ],
    tally: ([row]): ShareTally => ({
      numerator: row?.count('numerator') ?? 0,
      denominator: row?.count('denominator') ?? 0,
    }),
  };
}
