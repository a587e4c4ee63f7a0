import type { SqlRecord } from '../../dialect/column.js';
import { markers, markersSql } from '../../facts/markers.js';
import { MARKERS } from '../../model/markers.js';
import { TRUE } from '../../model/truth.js';
import type { CheckState } from '../../model/check-result.js';
import { type ExtractCheck, type ExtractCheckSql, share } from './extract-check.js';

interface Cells {
  records: number;
  /** Cells that are set, in the order of MARKERS. */
  set: number[];
}

/** A default written into every row of a marker column, or none at all; live or not. */
export const emptyFlagColumn: ExtractCheck<Cells> = {
  id: 'EMPTY-FLAG-COLUMN',
  empty: () => ({ records: 0, set: MARKERS.map(() => 0) }),
  add: (tally, record) => {
    tally.records++;
    for (let i = 0; i < MARKERS.length; i++) {
      const marker = MARKERS[i];
      if (marker !== undefined && record.get(markers[marker].set) === TRUE)
        tally.set[i] = (tally.set[i] ?? 0) + 1;
    }
  },
  merge: (left, right) => ({
    records: left.records + right.records,
    set: left.set.map((count, i) => count + (right.set[i] ?? 0)),
  }),
  times: (tally, records) => ({
    records: tally.records * records,
    set: tally.set.map((count) => count * records),
  }),
  conclude: ({ records, set }, { columns, severity, parameter }) =>
    MARKERS.map((marker, i) => {
      const head = { id: 'EMPTY-FLAG-COLUMN', severity, marker };
      if (!columns.has(marker)) {
        return {
          ...head,
          state: 'not-assessed',
          numerator: 0,
          denominator: 0,
          figure: null,
          lacking: [marker],
        };
      }
      const numerator = set[i] ?? 0;
      let state: CheckState = numerator === 0 || numerator === records ? 'raised' : 'ok';
      if (records < parameter('minimum')) state = 'too-few';
      return { ...head, state, numerator, denominator: records, figure: share(numerator, records) };
    }),
};

export const emptyFlagColumnSql: ExtractCheckSql = {
  id: 'EMPTY-FLAG-COLUMN',
  counts: [
    { part: 'records', of: ({ sql }) => sql.always.true },
    ...MARKERS.map((marker) => ({
      part: marker,
      of: ({ get }: SqlRecord) => get(markersSql[marker].set),
    })),
  ],
  tally: ([row]): Cells => ({
    records: row?.count('records') ?? 0,
    set: MARKERS.map((marker) => row?.count(marker) ?? 0),
  }),
};
