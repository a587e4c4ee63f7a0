import { newcombeDifference } from '../statistics/newcombe-difference.js';
import type { Others } from './comparison.js';
import { addCounts } from './counts.js';
import {
  addBounds,
  type Bounded,
  boundsOf,
  type Differs,
  differs,
  type Figure,
  figureOf,
  rangesOf,
} from './figure.js';

const isExact = ({ state }: Figure): boolean => state === 'told';

function boundsTogether(figures: readonly Figure[], threshold: number): Bounded | null {
  const bounds = figures.flatMap((of) =>
    of.state === 'no-data' ? [] : (boundsOf(of, of.few, threshold) ?? []),
  );
  return bounds.length === 0 ? null : addBounds(bounds);
}

/**
 * Several forces together. Where the counts of one are suppressed, so are those of all, but the range from floor to
 * ceiling can still be told from what bounds them. A force of which nothing is told is left out.
 */
export function together(figures: readonly Figure[], threshold: number): Figure {
  const known = figures.filter(({ state }) => state !== 'no-data' && state !== 'suppressed');
  const figure = figureOf(known.length === 0 ? null : addCounts(known), threshold);
  const isHidden = known.length === 0 && figures.some(({ state }) => state === 'suppressed');
  if (isHidden)
    return { ...figure, state: 'suppressed', eligible: null, met: null, breached: null, undetermined: null };
  return { ...figure, ...rangesOf(boundsTogether(known, threshold)) };
}

/**
 * Whether a difference is more than chance gives, even between the nearest ends of the two ranges: Newcombe's
 * interval for those ends does not reach 0.
 */
function isBeyondChance(way: Differs, own: Bounded | null, others: Bounded | null): boolean {
  if (own === null || others === null || (way !== 'lower' && way !== 'higher')) return false;
  const most = ({ eligible, breached }: Bounded): number => eligible - breached.low;
  const [x1, x2] = way === 'lower' ? [most(own), others.met.low] : [own.met.low, most(others)];
  const { low, high } = newcombeDifference(x1, own.eligible, x2, others.eligible);
  return way === 'lower' ? high < 0 : low > 0;
}

/** A force against the others together. */
export function against(own: Figure, others: readonly Figure[], threshold: number): Others {
  const figure = together(others, threshold);
  const judged = ({ met, breached }: Figure) => (met === null || breached === null ? 0 : met + breached);
  const [n1, n2] = [judged(own), judged(figure)];
  const way = differs(own.range, figure.range, isExact(own) && isExact(figure));
  const [ownBounds, otherBounds] = [boundsTogether([own], threshold), boundsTogether(others, threshold)];
  return {
    figure,
    difference: n1 === 0 || n2 === 0 ? null : newcombeDifference(own.met ?? 0, n1, figure.met ?? 0, n2),
    differs: way,
    beyondChance: isBeyondChance(way, ownBounds, otherBounds),
    untoldMore: cannotBeToldMore(ownBounds, otherBounds),
  };
}

/** 5 points more of which it cannot be told: a judgement. */
const UNTOLD_POINTS = 0.05;

/** Whether a force cannot tell of a larger share than the others, and more than chance gives: a hole must not look like compliance. */
function cannotBeToldMore(own: Bounded | null, others: Bounded | null): boolean {
  if (own === null || others === null || own.eligible === 0 || others.eligible === 0) return false;
  const [least, most] = [own.undetermined.low, others.undetermined.high];
  const { difference, low } = newcombeDifference(least, own.eligible, most, others.eligible);
  return low > 0 && difference >= UNTOLD_POINTS;
}
