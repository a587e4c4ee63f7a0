import type { Breakdown } from './breakdown.js';
import { isTold, lessCounts, NONE } from './counts.js';
import { type ChangedStratum, decomposeChange } from './decompose-change.js';
import type { ExchangeCounts } from './exchange.js';
import type { Figure } from './figure.js';
import type { Change } from './over-time.js';

type Told = ChangedStratum['before'];

function told(counts: ExchangeCounts): Told | null {
  return isTold(counts)
    ? { met: counts.met, breached: counts.breached, undetermined: counts.undetermined }
    : null;
}

/** Strata that are told in both files, and what is left of both totals as one more. */
function strataOf(
  totals: readonly [ExchangeCounts, ExchangeCounts],
  tables: readonly [Breakdown, Breakdown],
) {
  const [before, after] = tables;
  if (before === null || after === null) return null;
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  const strata = keys.flatMap((key) => {
    const [b, a] = [told(before.get(key) ?? NONE), told(after.get(key) ?? NONE)];
    return b === null || a === null ? [] : [{ key, before: b, after: a }];
  });
  const rest = {
    before: told(
      lessCounts(
        totals[0],
        strata.map((s) => withEligible(s.before)),
      ),
    ),
    after: told(
      lessCounts(
        totals[1],
        strata.map((s) => withEligible(s.after)),
      ),
    ),
  };
  return rest.before === null || rest.after === null
    ? null
    : { strata, rest: { before: rest.before, after: rest.after } };
}

function withEligible(counts: Told): ExchangeCounts {
  return { ...counts, eligible: counts.met + counts.breached + counts.undetermined };
}

/** One of the two times. */
export interface Side {
  readonly total: ExchangeCounts;
  readonly figure: Figure;
  readonly strata: Breakdown;
  readonly classes: Breakdown;
  readonly bands: Breakdown;
}

export const NO_CHANGE = { parts: null, over: null } as const;
/** A finer table is taken if it tells at least this share of the records that a coarser one tells. */
const WORTH = 0.8;

type Split = Extract<Change, { readonly refused: null }>;

/** A change over the cells of one kind of table, what is left of the totals being one more. */
function splitBy(kind: 'strata' | 'classes' | 'bands', before: Side, after: Side): Split | null {
  const found = strataOf([before.total, after.total], [before[kind], after[kind]]);
  if (found === null || found.strata.length === 0) return null;
  const records = (of: Told): number => of.met + of.breached + of.undetermined;
  const counted = found.strata.reduce(
    (sum, stratum) => sum + records(stratum.before) + records(stratum.after),
    0,
  );
  const all = counted + records(found.rest.before) + records(found.rest.after);
  return {
    refused: null,
    parts: decomposeChange([...found.strata, found.rest]),
    over: { kind, strata: found.strata.length, share: all === 0 ? 0 : counted / all },
  };
}

/** A change in flagged records, split over the table that tells most. */
export function splitChange(before: Side, after: Side): Change {
  const [earlier, later] = [told(before.total), told(after.total)];
  if (earlier === null || later === null) return { refused: 'suppressed', ...NO_CHANGE };
  if (before.total.eligible === 0 && after.total.eligible === 0) return { refused: 'no-data', ...NO_CHANGE };
  const found = (['strata', 'classes', 'bands'] as const).flatMap(
    (kind) => splitBy(kind, before, after) ?? [],
  );
  const most = Math.max(0, ...found.map(({ over }) => over?.share ?? 0));
  const best = found.find(({ over }) => (over?.share ?? 0) >= WORTH * most);
  return best ?? { refused: null, parts: decomposeChange([{ before: earlier, after: later }]), over: null };
}
