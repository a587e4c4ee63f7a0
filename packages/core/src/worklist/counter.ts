import type { WorkListCount } from '../model/work-list.js';
import type { LocatedFinding } from '../report/records/files.js';

/** Counts findings, and the records that they are on: a record's findings come one after the other. */
export interface Counter {
  readonly add: (located: LocatedFinding) => void;
  readonly count: () => WorkListCount;
}

export function createCounter(): Counter {
  let findings = 0;
  let records = 0;
  let last = '';
  return {
    add: ({ place }) => {
      const record = `${place.file}\n${place.row}`;
      findings++;
      if (record !== last) records++;
      last = record;
    },
    count: () => ({ findings, records }),
  };
}
