import { directlyStandardisedRate } from '../statistics/directly-standardised-rate.js';
import type { Breakdown } from './breakdown.js';
import { isTold } from './counts.js';
import type { Standardised } from './comparison.js';
import type { ExchangeCounts } from './exchange.js';
import { ENOUGH_RECORDS } from './time-series.js';

/** What one force brings to a standardisation: the same table at each of them. */
interface StandardisedUnit {
  readonly code: string;
  readonly total: ExchangeCounts;
  readonly strata: Breakdown;
}

/** By class and age band; where too little of that can be told, by one of the two. */
export const KINDS = ['class and age band', 'class', 'age band'] as const;
export type StandardisedBy = (typeof KINDS)[number];

export interface Standardisation {
  /** How many forces have strata that can be told. */
  readonly told: number;
  /** By force. */
  readonly rates: ReadonlyMap<string, Standardised>;
  /** The strata that are told apart, and their share of the judged records. */
  readonly over: {
    readonly by: StandardisedBy;
    readonly strata: readonly string[];
    readonly share: number;
  } | null;
}

/** A force's total and its tables. */
export interface StandardisableUnit {
  readonly code: string;
  readonly total: ExchangeCounts;
  readonly tables: Readonly<Record<StandardisedBy, Breakdown>>;
}

/** A finer kind is taken if its strata hold at least this share of what a coarser one's hold. */
const WORTH = 0.8;

interface Judged {
  readonly x: number;
  readonly n: number;
}

interface Unit {
  readonly code: string;
  readonly named: readonly Judged[];
  readonly rest: Judged;
}

const refusedAll = (units: readonly StandardisedUnit[], words: string): Standardisation => ({
  rates: new Map(units.map(({ code }) => [code, { refused: words }])),
  told: 0,
  over: null,
});

function judged(counts: ExchangeCounts | undefined): Judged | null {
  if (counts === undefined) return { x: 0, n: 0 };
  return counts.met === null || counts.breached === null
    ? null
    : { x: counts.met, n: counts.met + counts.breached };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Strata that can be told at every force, and are large enough together to weigh. */
function namedStrata(units: readonly StandardisedUnit[]): readonly string[] {
  const keys = [...new Set(units.flatMap(({ strata }) => [...(strata?.keys() ?? [])]))].sort();
  return keys.filter((key) => {
    const cells = units.map(({ strata }) => judged(strata?.get(key)));
    return cells.every((cell) => cell !== null) && sum(cells.map(({ n }) => n)) >= ENOUGH_RECORDS;
  });
}

function unitOf({ code, total, strata }: StandardisedUnit, keys: readonly string[]): Unit {
  const named = keys.map((key) => judged(strata?.get(key)) ?? { x: 0, n: 0 });
  const all = judged(total) ?? { x: 0, n: 0 };
  return {
    code,
    named,
    rest: { x: all.x - sum(named.map(({ x }) => x)), n: all.n - sum(named.map(({ n }) => n)) },
  };
}

function rateOf(
  { named, rest }: Unit,
  keys: readonly string[],
  weights: readonly number[],
  restWeight: number,
): Standardised {
  const empty = keys.filter((_, i) => named[i]?.n === 0);
  if (empty.length > 0)
    return { refused: `no record that can be judged in ${empty.join(', ')}, which the other forces have` };
  if (rest.n === 0 && restWeight > 0)
    return {
      refused:
        'no record that can be judged outside the classes and ages that are told apart, which the other forces have',
    };
  const strata = named.map((stratum, i) => ({ ...stratum, weight: weights[i] ?? 0 }));
  const { rate, low, high } = directlyStandardisedRate(
    restWeight > 0 ? [...strata, { ...rest, weight: restWeight }] : strata,
  );
  return { refused: null, rate, low, high };
}

/**
 * Each force's rate with the mix of all forces together; see `standardiseBy`. It is by class and age band, unless
 * suppression leaves that to fewer forces, or to fewer records, than class or age band alone. A force that has no
 * record in a stratum is refused all the same.
 */
export function standardise(units: readonly StandardisableUnit[]): Standardisation {
  const tried = KINDS.map((by) =>
    standardiseBy(
      units.map(({ code, total, tables }) => ({ code, total, strata: tables[by] })),
      by,
    ),
  );
  const most = Math.max(...tried.map(({ told }) => told));
  const able = tried.filter(({ told }) => told === most);
  const widest = Math.max(...able.map(({ over }) => over?.share ?? 0));
  return (
    able.find(({ over }) => (over?.share ?? 0) >= WORTH * widest) ?? { rates: new Map(), told: 0, over: null }
  );
}

/**
 * Each force's rate as it would be with the class and age mix of all forces together. Strata that are suppressed
 * somewhere, or hold fewer than 20 judged records of all forces together, are one stratum, "the rest". A force
 * without a judged record in a stratum is refused: any rate put in its place would be invented.
 */
function standardiseBy(units: readonly StandardisedUnit[], by: StandardisedBy): Standardisation {
  const able = units.filter(({ total, strata }) => isTold(total) && total.eligible > 0 && strata !== null);
  if (able.length < 2)
    return refusedAll(units, 'fewer than two forces have classes and ages that can be told');
  const keys = namedStrata(able);
  if (keys.length === 0)
    return refusedAll(units, `no ${by} can be told at every force and holds 20 judged records`);
  const parts = able.map((unit) => unitOf(unit, keys));
  const weights = keys.map((_, i) => sum(parts.map(({ named }) => named[i]?.n ?? 0)));
  const restWeight = sum(parts.map(({ rest }) => rest.n));
  const rates = new Map<string, Standardised>(
    units.map(({ code }) => [code, { refused: 'its classes and ages, or its total, cannot be told' }]),
  );
  for (const part of parts) rates.set(part.code, rateOf(part, keys, weights, restWeight));
  return {
    rates,
    told: able.length,
    over: { by, strata: keys, share: sum(weights) / (sum(weights) + restWeight) },
  };
}
