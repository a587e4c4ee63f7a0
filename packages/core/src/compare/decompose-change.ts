import { MarkercheckError } from '../model/errors.js';

/** The counts of one stratum, such as a class of offence and an age band, in one period. */
export interface PeriodCounts {
  readonly met: number;
  readonly breached: number;
  readonly undetermined: number;
}

/** A stratum in the earlier and in the later period. */
export interface ChangedStratum {
  readonly before: PeriodCounts;
  readonly after: PeriodCounts;
}

/** A change in the number of flagged records, split into what it comes from. The four parts add up to `change` exactly. */
export interface ChangeParts {
  /** Flagged records before. */
  readonly before: number;
  readonly after: number;
  readonly change: number;
  /** More or fewer records that the measure concerns. */
  readonly volume: number;
  /** A larger or smaller share flagged of those that can be judged, within each stratum. */
  readonly completeness: number;
  /** Another mix of strata, some of which are flagged more often than others. */
  readonly mix: number;
  /** A larger or smaller share that cannot be judged, within each stratum. */
  readonly untold: number;
}

interface Factors {
  readonly records: number;
  /** By stratum: its share of the records; of it the share that can be judged; of that the share that is met. */
  readonly shares: readonly (readonly [mix: number, told: number, flagged: number])[];
}

/** The parts are multiples of this, so that they add up exactly and not to within rounding. */
const GRID = 2 ** 20;
const FACTORS = [0, 1, 2, 3] as const;
/** |S|! (n-|S|-1)! / n! for n = 4: the weight of an order in which |S| factors changed before. */
const WEIGHT = [1 / 4, 1 / 12, 1 / 12, 1 / 4] as const;

const eligible = ({ met, breached, undetermined }: PeriodCounts): number => met + breached + undetermined;
const judged = ({ met, breached }: PeriodCounts): number => met + breached;

/** A share of one period, or where it has no denominator that of the other: what is not there has not changed. */
function share(of: readonly [number, number], other: readonly [number, number]): number {
  const [numerator, denominator] = of[1] > 0 ? of : other;
  return denominator === 0 ? 0 : numerator / denominator;
}

function factors(strata: readonly ChangedStratum[], period: 'before' | 'after'): Factors {
  const other = period === 'before' ? 'after' : 'before';
  const records = (of: 'before' | 'after') => strata.reduce((sum, stratum) => sum + eligible(stratum[of]), 0);
  const [own, others] = [records(period), records(other)];
  return {
    records: own,
    shares: strata.map(({ [period]: now, [other]: then }) => [
      share([eligible(now), own], [eligible(then), others]),
      share([judged(now), eligible(now)], [judged(then), eligible(then)]),
      share([now.met, judged(now)], [then.met, judged(then)]),
    ]),
  };
}

/** Flagged records if the factors whose bits are set were those of the later period. */
function flagged(before: Factors, after: Factors, set: number): number {
  const pick = (bit: number): Factors => ((set & (1 << bit)) === 0 ? before : after);
  const sum = before.shares.reduce(
    (total, _, i) =>
      total + (pick(1).shares[i]?.[0] ?? 0) * (pick(2).shares[i]?.[1] ?? 0) * (pick(3).shares[i]?.[2] ?? 0),
    0,
  );
  return pick(0).records * sum;
}

/** Rounded to the grid, and so that the opposite change has the opposite parts. */
const onGrid = (value: number): number => (Math.sign(value) * Math.round(Math.abs(value) * GRID)) / GRID;

function checkCounts(strata: readonly ChangedStratum[]): void {
  strata.forEach(({ before, after }, i) => {
    for (const [period, counts] of [
      ['before', before],
      ['after', after],
    ] as const) {
      for (const [name, count] of Object.entries(counts)) {
        if (!Number.isSafeInteger(count) || (count as number) < 0)
          throw new MarkercheckError(
            'ARGUMENT_INVALID',
            `strata[${String(i)}].${period}.${name} must be a whole number of 0 or more (got ${String(count)})`,
          );
      }
    }
  });
}

/**
 * Splits a change in the number of flagged records into volume, completeness, offence mix and what cannot be told.
 *
 * More flagged records are not more abuse: there may be more records, or a larger share of them flagged. The split
 * is exact: the four parts add up to the change to the last digit.
 *
 * @param strata - Every stratum of both periods, each with its met, breached and undetermined; one that has no
 * record in one period has zeros there. With a single stratum the mix cannot change.
 * @returns The flagged records before and after, their change, and its parts in records, of either sign.
 * @throws {MarkercheckError} `ARGUMENT_INVALID`, naming the count.
 *
 * Formula: flagged = N sum_s m_s k_s c_s, with N the records, m_s the share of a stratum, k_s the share of it that
 * can be judged, and c_s the share of that which is met. The part of a factor is the mean, over all orders in which
 * the four factors can change from before to after, of what its own change adds (the Shapley value), so that no
 * order is preferred. A share without a denominator in one period is that of the other. Parts are multiples of
 * 2^-20; what rounding to them leaves over, under 2^-19 of a record, is with what cannot be told.
 *
 * Source: Das Gupta P (1993) Standardization and Decomposition of Rates: A User's Manual. US Bureau of the Census,
 * P23-186; Shorrocks AF (2013) Decomposition procedures for distributional analysis. J Econ Inequal 11:99-126.
 */
export function decomposeChange(strata: readonly ChangedStratum[]): ChangeParts {
  checkCounts(strata);
  const [first, last] = [factors(strata, 'before'), factors(strata, 'after')];
  const values = Array.from({ length: 16 }, (_, set) => flagged(first, last, set));
  const bits = (set: number): number => FACTORS.filter((bit) => (set & (1 << bit)) !== 0).length;
  const part = (factor: number): number =>
    values.reduce((sum, value, set) => {
      if ((set & (1 << factor)) !== 0) return sum;
      return sum + WEIGHT[bits(set) as 0 | 1 | 2 | 3] * ((values[set | (1 << factor)] ?? 0) - value);
    }, 0);
  const before = strata.reduce((sum, stratum) => sum + stratum.before.met, 0);
  const after = strata.reduce((sum, stratum) => sum + stratum.after.met, 0);
  const [volume, mix, completeness] = [onGrid(part(0)), onGrid(part(1)), onGrid(part(3))];
  const change = after - before;
  return { before, after, change, volume, completeness, mix, untold: change - volume - mix - completeness };
}
