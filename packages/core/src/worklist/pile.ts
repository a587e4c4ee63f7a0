import type { WorkListRow } from '../model/work-list.js';
import { byWork } from './order.js';

/** The findings of one record on a list. */
interface OfRecord {
  /** The one that comes first decides where the record stands. */
  first: WorkListRow;
  readonly arrived: number;
}

interface Held {
  readonly row: WorkListRow;
  readonly of: OfRecord;
}

/** Findings by record, in the order of work. */
export interface Pile {
  readonly add: (row: WorkListRow) => void;
  readonly findings: () => number;
  readonly records: () => number;
  /** The findings of a record stand together, where the first of them belongs. */
  readonly rows: () => readonly WorkListRow[];
}

/** Names a record among rows; one without a reference is known by its place alone. */
export function recordKey({ force, crimeReference, file, row }: WorkListRow): string {
  return crimeReference === '' ? `${file}\n${row}` : `${force}\n${crimeReference}`;
}

export function createPile(): Pile {
  const held: Held[] = [];
  const records = new Map<string, OfRecord>();
  return {
    add: (row) => {
      const key = recordKey(row);
      let of = records.get(key);
      if (of === undefined) records.set(key, (of = { first: row, arrived: records.size }));
      else if (byWork(row, of.first) < 0) of.first = row;
      held.push({ row, of });
    },
    findings: () => held.length,
    records: () => records.size,
    rows: () =>
      held
        .toSorted(
          (a, b) => byWork(a.of.first, b.of.first) || a.of.arrived - b.of.arrived || byWork(a.row, b.row),
        )
        .map(({ row }) => row),
  };
}
