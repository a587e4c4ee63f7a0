import { normalCriticalValue } from '../../statistics/normal-quantile.js';
import { sampleSize } from '../../statistics/sample-size.js';
import { stratifiedEstimate } from '../../statistics/stratified-estimate.js';
import { type RatioStratum, ratioInterval } from '../ratio-interval.js';
import type { Side, Verdict } from './verdict.js';

/** What was seen of one part of the population that was sampled at one rate. */
export interface Cell {
  readonly population: number;
  readonly verdicts: readonly Verdict[];
}

/** Why there is no figure, and how many records would have to be reviewed for one. */
export interface Refusal {
  /** `too-few`: the reviewed records that the rate is of; `uncovered`: strata without two reviewed records. */
  readonly because: 'too-few' | 'uncovered' | 'not-asked';
  /** Reviewed records that would do: of the whole part, or (`uncovered`) more than there are. */
  readonly need: number;
}

/** A rate of a part of the population, from a sample of it. Rates and limits are from 0 to 1. */
export interface Share {
  /** Records of the part. */
  readonly population: number;
  /** Reviewed records that the rate is of. */
  readonly reviewed: number;
  /** Those of them that have the property. */
  readonly yes: number;
  /** Reviewed records of which it cannot be told. */
  readonly untold: number;
  /** Sampled records without an answer. */
  readonly unanswered: number;
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** The rate with every untold record counted against it, and for it. */
  readonly floor: number | null;
  readonly ceiling: number | null;
  readonly refused: Refusal | null;
}

/** A figure of fewer records than this says next to nothing, however honest its interval. */
export const LEAST_REVIEWED = 5;
/** Strata of this share of the part may be without a basis: they widen the interval, counted either way. */
const MOST_UNCOVERED = 0.1;
/** The margin that a size that "would do" gives. */
export const USEFUL_MARGIN = 0.1;

type Counts = Record<Side, number>;

const sum = <T>(items: readonly T[], of: (item: T) => number) =>
  items.reduce((all, item) => all + of(item), 0);

function countsOf({ verdicts }: Cell, untold: 'lowest' | 'highest' | null): Counts {
  const counts: Counts = { yes: 0, no: 0, outside: 0 };
  for (const verdict of verdicts) {
    if (verdict === null) continue;
    if (typeof verdict === 'string') counts[verdict]++;
    else if (untold !== null) counts[verdict[untold]]++;
  }
  return counts;
}

const told = ({ yes, no, outside }: Counts) => yes + no + outside;

function pointOf(cells: readonly Cell[], untold: 'lowest' | 'highest'): number | null {
  let [yes, base] = [0, 0];
  for (const cell of cells) {
    const counts = countsOf(cell, untold);
    const weight = told(counts) === 0 ? 0 : cell.population / told(counts);
    yes += weight * counts.yes;
    base += weight * (counts.yes + counts.no);
  }
  return base === 0 ? null : yes / base;
}

function intervalOf(strata: readonly RatioStratum[], confidence: number) {
  if (strata.every(({ outside }) => outside === 0)) {
    const plain = strata.map(({ population, yes, no }) => ({ population, n: yes + no, x: yes }));
    return stratifiedEstimate(plain, confidence);
  }
  return ratioInterval(strata, normalCriticalValue(confidence));
}

/** How many records to review for a margin of ten points, if the rate is of the same share of them as so far. */
function sizeThatWouldDo(population: number, reviewed: number, answered: number, confidence: number): number {
  const share = answered === 0 ? 1 : Math.max(reviewed, 1) / answered;
  const part = Math.max(1, Math.round(population * share));
  const size = sampleSize({ population: part, margin: USEFUL_MARGIN, confidence, rounding: 'up' });
  return Math.min(population, Math.ceil(Math.max(size, LEAST_REVIEWED) / share));
}

/** The rate over all cells, or why there is none. Cells without a record must be left out. */
export function shareOf(cells: readonly Cell[], confidence: number): Share {
  const strata = cells.map((cell) => ({ population: cell.population, ...countsOf(cell, null) }));
  const hasBasis = (of: RatioStratum) => told(of) >= 2 || told(of) === of.population;
  const covered = strata.filter(hasBasis);
  const uncovered = strata.filter((of) => !hasBasis(of));
  const population = sum(cells, (cell) => cell.population);
  const reviewed = sum(strata, ({ yes, no }) => yes + no);
  const base = {
    population,
    reviewed,
    yes: sum(strata, ({ yes }) => yes),
    untold: sum(
      cells,
      ({ verdicts }) => verdicts.filter((of) => typeof of === 'object' && of !== null).length,
    ),
    unanswered: sum(cells, ({ verdicts }) => verdicts.filter((of) => of === null).length),
  };
  const none = { estimate: null, low: null, high: null, floor: null, ceiling: null };
  const isWhole = strata.every((of) => told(of) === of.population);
  if (reviewed === 0 || (reviewed < LEAST_REVIEWED && !isWhole)) {
    const need = sizeThatWouldDo(population, reviewed, sum(strata, told), confidence);
    return { ...base, ...none, refused: { because: 'too-few', need } };
  }
  const known = sum(covered, (of) => (of.population * (of.yes + of.no)) / told(of));
  const open = sum(uncovered, (of) => of.population) / (known + sum(uncovered, (of) => of.population));
  if (!(open <= MOST_UNCOVERED)) {
    const need = sum(uncovered, (of) => Math.min(2, of.population) - told(of));
    return { ...base, ...none, refused: { because: 'uncovered', need } };
  }
  const { estimate, low, high } = intervalOf(covered, confidence);
  // Untold records change the strata's weights a little, which must not turn the bounds round.
  const bound = (untold: 'lowest' | 'highest') =>
    base.untold === 0 ? estimate : (pointOf(cells, untold) ?? estimate);
  return {
    ...base,
    estimate,
    low: (1 - open) * low,
    high: (1 - open) * high + open,
    floor: Math.min(bound('lowest'), estimate),
    ceiling: Math.max(bound('highest'), estimate),
    refused: null,
  };
}
