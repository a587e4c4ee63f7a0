import { count } from '../messages/figures.js';
import type { InputNotice } from '../read/reader.js';
import type { MarkersTable } from './markers-file.js';

/** How many of its crimes the extracts read so far had. */
export function markersFileUse({ name, keys, unmatched }: MarkersTable): {
  readonly name: string;
  readonly keys: number;
  readonly matched: number;
} {
  return { name, keys, matched: keys - unmatched() };
}

/** Says how many of its crime references no record asked for; `null` where all were. `column` is the one that holds them. */
export function unmatchedMarkers(
  { name, keys, unmatched }: MarkersTable,
  column: string,
): InputNotice | null {
  const left = unmatched();
  if (left === 0) return null;
  const all = keys === 1 ? 'its only crime reference is' : `all of its ${count(keys)} crime references are`;
  const some = `${count(left)} of its ${count(keys)} crime references ${left === 1 ? 'is' : 'are'}`;
  return {
    file: name,
    row: null,
    column,
    problem: `${left === keys ? all : some} in no record of the extract`,
    done:
      left === keys
        ? 'no record got a marker from it: compare how both files write the reference'
        : 'the markers of these were not used: the extract may hold fewer crimes, or write the reference otherwise',
  };
}
