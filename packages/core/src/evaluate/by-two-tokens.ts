import type { RecordFacts } from '../facts/record-facts.js';
import { NO_TOKEN } from '../model/lazy-record.js';

/** What follows from two cells alone, found out once for records that are known to have the same. */
export function byTwoTokens<T>(
  first: number,
  second: number,
  find: (record: RecordFacts) => T | null,
): (record: RecordFacts) => T | null {
  let numbering: object | null = null;
  let known: T[][] = [];
  return (record) => {
    const { loaded } = record;
    const one = loaded.tokens[first] as number;
    const two = loaded.tokens[second] as number;
    if (one === NO_TOKEN || two === NO_TOKEN) return find(record);
    if (loaded.numbering !== numbering) {
      numbering = loaded.numbering;
      known = [];
    }
    const found = known[one]?.[two];
    if (found !== undefined) return found;
    const fresh = find(record);
    if (fresh !== null) (known[one] ??= [])[two] = fresh;
    return fresh;
  };
}
