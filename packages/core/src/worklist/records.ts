import { copyOf } from '../normalise/kept.js';
import type { WorkListRow } from '../model/work-list.js';

/** The records on a list, numbered from 0 in the order in which they first come. */
export interface Records {
  readonly numberOf: (row: Pick<WorkListRow, 'force' | 'crimeReference' | 'file' | 'row'>) => number;
  /** The crime reference of a record; empty where it has none. */
  readonly referenceOf: (record: number) => string;
  readonly size: () => number;
}

type Numbered<K> = Map<K, number>;

function groupOf<K>(groups: Map<string, Numbered<K>>, name: string): Numbered<K> {
  let group = groups.get(name);
  if (group === undefined) groups.set(copyOf(name), (group = new Map<K, number>()));
  return group;
}

/** A record is known by its force and reference; one without a reference by its place alone. */
export function createRecords(): Records {
  const references: string[] = [];
  const byForce = new Map<string, Numbered<string>>();
  const byFile = new Map<string, Numbered<number>>();
  return {
    numberOf: ({ force, crimeReference, file, row }) => {
      if (crimeReference === '') {
        const group = groupOf(byFile, file);
        const known = group.get(row);
        if (known !== undefined) return known;
        group.set(row, references.length);
        return references.push('') - 1;
      }
      const group = groupOf(byForce, force);
      const known = group.get(crimeReference);
      if (known !== undefined) return known;
      const kept = copyOf(crimeReference);
      group.set(kept, references.length);
      return references.push(kept) - 1;
    },
    referenceOf: (record) => references[record] ?? '',
    size: () => references.length,
  };
}
