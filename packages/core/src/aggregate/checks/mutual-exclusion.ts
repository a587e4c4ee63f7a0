import { allOfSql, type SqlRecord } from '../../dialect/column.js';
import { live, liveSql } from '../../facts/live.js';
import { markers, markersSql } from '../../facts/markers.js';
import { TRUE } from '../../model/truth.js';
import { lackingColumns } from '../../rules/needs.js';
import type { CheckState } from '../../model/check-result.js';
import { type ExtractCheck, type ExtractCheckSql, share } from './extract-check.js';

interface Both {
  csa: number;
  cse: number;
  both: number;
}

/** A system that forces one choice never has both markers on a record. */
export const mutualExclusion: ExtractCheck<Both> = {
  id: 'MUTUAL-EXCLUSION',
  empty: () => ({ csa: 0, cse: 0, both: 0 }),
  add: (tally, record) => {
    const csa = record.get(markers.CSA.set) === TRUE;
    const cse = record.get(markers.CSE.set) === TRUE;
    if ((!csa && !cse) || record.get(live) !== TRUE) return;
    if (csa) tally.csa++;
    if (cse) tally.cse++;
    if (csa && cse) tally.both++;
  },
  merge: (left, right) => ({
    csa: left.csa + right.csa,
    cse: left.cse + right.cse,
    both: left.both + right.both,
  }),
  times: ({ csa, cse, both }, records) => ({ csa: csa * records, cse: cse * records, both: both * records }),
  conclude: ({ csa, cse, both }, { columns, severity, parameter }) => {
    const lacking = lackingColumns(['CSA', 'CSE'], columns);
    const head = { id: 'MUTUAL-EXCLUSION', severity };
    if (lacking.length > 0) {
      return [{ ...head, state: 'not-assessed', numerator: 0, denominator: 0, figure: null, lacking }];
    }
    const either = csa + cse - both;
    let state: CheckState = both === 0 ? 'raised' : 'ok';
    if (either < parameter('minimum') || csa === 0 || cse === 0) state = 'too-few';
    return [{ ...head, state, numerator: both, denominator: either, figure: share(both, either) }];
  },
};

const isLiveAnd = (marker: 'CSA' | 'CSE') => (record: SqlRecord) =>
  allOfSql([record.get(liveSql), record.get(markersSql[marker].set)]);

export const mutualExclusionSql: ExtractCheckSql = {
  id: 'MUTUAL-EXCLUSION',
  counts: [
    { part: 'CSA', of: isLiveAnd('CSA') },
    { part: 'CSE', of: isLiveAnd('CSE') },
    { part: 'both', of: (record) => allOfSql([isLiveAnd('CSA')(record), record.get(markersSql.CSE.set)]) },
  ],
  tally: ([row]): Both => ({
    csa: row?.count('CSA') ?? 0,
    cse: row?.count('CSE') ?? 0,
    both: row?.count('both') ?? 0,
  }),
};
