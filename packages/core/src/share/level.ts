import type { ExchangeCounts, FewSide } from '../compare/exchange.js';
import { HIDDEN } from '../compare/counts.js';

/** The true counts of a set of records: they never leave the force as they are. */
export interface TrueCounts {
  readonly met: number;
  readonly breached: number;
  readonly undetermined: number;
}

/**
 * How much is told of each cell of a table: all three counts; met and the rest, which gives the floor; only
 * how many records there are; nothing. All cells of a table have one level, so that no two can be set
 * against each other.
 */
export const LEVELS = ['full', 'met', 'eligible', 'none'] as const;
export type Level = (typeof LEVELS)[number];

export const eligibleOf = ({ met, breached, undetermined }: TrueCounts): number =>
  met + breached + undetermined;

/** The figures that are told at a level: each adds up on its own. */
export function figuresAt(level: Level, counts: TrueCounts): readonly number[] {
  const { met, breached, undetermined } = counts;
  switch (level) {
    case 'full':
      return [met, breached, undetermined];
    case 'met':
      return [met, breached + undetermined];
    case 'eligible':
      return [eligibleOf(counts)];
    case 'none':
      return [];
  }
}

export function isSmall(value: number, threshold: number): boolean {
  return value > 0 && value < threshold;
}

/** Whether no figure of a cell is from 1 to one below the threshold. */
export function isSafeAt(level: Level, counts: TrueCounts, threshold: number): boolean {
  return !figuresAt(level, counts).some((figure) => isSmall(figure, threshold));
}

/** A cell as it is told at a level. */
export function toldAt(level: Level, counts: TrueCounts): ExchangeCounts {
  switch (level) {
    case 'full':
      return { eligible: eligibleOf(counts), ...pick(counts) };
    case 'met':
      return { ...HIDDEN, eligible: eligibleOf(counts), met: counts.met };
    case 'eligible':
      return { ...HIDDEN, eligible: eligibleOf(counts) };
    case 'none':
      return HIDDEN;
  }
}

function pick({ met, breached, undetermined }: TrueCounts): TrueCounts {
  return { met, breached, undetermined };
}

/** How much of a total may be told, and which of its sides is small where that hides the rest. */
export interface TotalLevel {
  readonly level: Level;
  readonly few: FewSide | null;
}

/**
 * The level of a total. Where one side is small, the number of records is still told: the other side is then
 * known as well as the small one, to within the threshold. Where both sides are small nothing is told.
 */
export function levelOfTotal(counts: TrueCounts, threshold: number): TotalLevel {
  const level = (['full', 'met'] as const).find((finest) => isSafeAt(finest, counts, threshold));
  if (level !== undefined) return { level, few: null };
  const few = {
    met: isSmall(counts.met, threshold),
    rest: isSmall(counts.breached + counts.undetermined, threshold),
  };
  if (few.met === few.rest || isSmall(eligibleOf(counts), threshold)) return { level: 'none', few: null };
  return { level: 'eligible', few: few.met ? 'met' : 'not-met' };
}
