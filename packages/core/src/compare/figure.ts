import { HIDDEN } from './counts.js';
import { wilsonInterval } from '../statistics/wilson-interval.js';
import type { ExchangeCounts, FewSide } from './exchange.js';

/** The least and the greatest that a count or share can be, as far as it is told. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * How much of a figure is told. told: all of it. floor: what meets and what does not; the rate cannot be told.
 * size: only of how many records it is. suppressed: nothing. no-data: there is no record, or no file.
 */
export type FigureState = 'told' | 'floor' | 'size' | 'suppressed' | 'no-data';

/** A compliance rate with its counts. What is suppressed or has no denominator is `null`, never 0. */
export interface Figure extends ExchangeCounts {
  readonly state: FigureState;
  /** Which side is from 1 to one below the threshold, where that is what is suppressed. */
  readonly few: FewSide | null;
  /** met / (met + breached) */
  readonly rate: number | null;
  /** Wilson's 95% interval of the rate: how much it may vary by chance in a process like this one. */
  readonly low: number | null;
  readonly high: number | null;
  /** The rate if all that cannot be told were breached. */
  readonly floor: number | null;
  /** The rate if all that cannot be told were met. */
  readonly ceiling: number | null;
  /** From the least that the floor can be to the most that the ceiling can be; `null` where nothing is told. */
  readonly range: Range | null;
  /** The least and the greatest that the rate can be; both are the rate where it is told. */
  readonly rateRange: Range | null;
  /** The least and the greatest that the share can be of which it cannot be told. */
  readonly untoldRange: Range | null;
}

/** The counts behind a figure, each as far as it is told. */
export interface Bounded {
  readonly eligible: number;
  readonly met: Range;
  readonly breached: Range;
  readonly undetermined: Range;
}

const exactly = (value: number): Range => ({ low: value, high: value });

/** What is known of the counts of a cell; `null` where not even its size is. */
export function boundsOf(counts: ExchangeCounts, few: FewSide | null, threshold: number): Bounded | null {
  const { eligible, met, breached, undetermined } = counts;
  if (eligible === null) return null;
  const most = threshold - 1;
  if (met !== null && breached !== null && undetermined !== null)
    return { eligible, met: exactly(met), breached: exactly(breached), undetermined: exactly(undetermined) };
  const upTo = (high: number): Range => ({ low: 0, high });
  if (met !== null) {
    const rest = upTo(eligible - met);
    return { eligible, met: exactly(met), breached: rest, undetermined: rest };
  }
  if (few === 'not-met') {
    const rest = upTo(most);
    return {
      eligible,
      met: { low: eligible - most, high: eligible - 1 },
      breached: rest,
      undetermined: rest,
    };
  }
  const rest = upTo(few === 'met' ? eligible - 1 : eligible);
  return { eligible, met: few === 'met' ? { low: 1, high: most } : rest, breached: rest, undetermined: rest };
}

/** Bounds of several cells together. */
export function addBounds(parts: readonly Bounded[]): Bounded {
  const sum = (of: (part: Bounded) => number): number => parts.reduce((total, part) => total + of(part), 0);
  const range = (key: 'met' | 'breached' | 'undetermined'): Range => ({
    low: sum((part) => part[key].low),
    high: sum((part) => part[key].high),
  });
  return {
    eligible: sum(({ eligible }) => eligible),
    met: range('met'),
    breached: range('breached'),
    undetermined: range('undetermined'),
  };
}

function rateRangeOf({ met, breached }: Bounded): Range | null {
  const [least, most] = [met.low + breached.high, met.high + breached.low];
  return least === 0 || most === 0 ? null : { low: met.low / least, high: met.high / most };
}

/** From floor to ceiling, at its widest. */
function rangeOf({ eligible, met, breached }: Bounded): Range {
  return { low: met.low / eligible, high: (eligible - breached.low) / eligible };
}

function stateOf({ eligible, met, breached }: ExchangeCounts): FigureState {
  if (eligible === 0) return 'no-data';
  if (eligible === null) return 'suppressed';
  if (met === null) return 'size';
  return breached === null ? 'floor' : 'told';
}

/** The figure of a cell's counts; without counts there is no data. */
export function figureOf(
  counts: ExchangeCounts | null,
  threshold: number,
  few: FewSide | null = null,
): Figure {
  const state = counts === null ? 'no-data' : stateOf(counts);
  // What is not there is not 0.
  const of = counts === null || state === 'no-data' ? HIDDEN : counts;
  const { eligible, met, breached, undetermined } = of;
  const bounds = state === 'no-data' ? null : boundsOf(of, few, threshold);
  const judged = met === null || breached === null ? 0 : met + breached;
  const interval = judged === 0 || met === null ? null : wilsonInterval(met, judged);
  const share = (count: number | null) => (count === null || eligible === null ? null : count / eligible);
  return {
    eligible,
    met,
    breached,
    undetermined,
    state,
    few: state === 'size' ? few : null,
    rate: judged === 0 || met === null ? null : met / judged,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    floor: share(met),
    ceiling: share(met === null || undetermined === null ? null : met + undetermined),
    ...rangesOf(bounds),
  };
}

/** The ranges of a figure whose counts are bounded. */
export function rangesOf(bounds: Bounded | null): Pick<Figure, 'range' | 'rateRange' | 'untoldRange'> {
  if (bounds === null || bounds.eligible === 0) return { range: null, rateRange: null, untoldRange: null };
  const { eligible, undetermined } = bounds;
  return {
    range: rangeOf(bounds),
    rateRange: rateRangeOf(bounds),
    untoldRange: { low: undetermined.low / eligible, high: undetermined.high / eligible },
  };
}

/** `suppressed` is of what may not be told; it is not `no`. */
export type Differs = 'lower' | 'higher' | 'no' | 'cannot-be-told';

/**
 * Whether one rate differs from another: only where their ranges from floor to ceiling do not overlap, whatever
 * is behind the records that cannot be told. `isExact` says that neither range is widened by suppression.
 */
export function differs(own: Range | null, other: Range | null, isExact: boolean): Differs {
  if (own === null || other === null) return 'cannot-be-told';
  if (own.high < other.low) return 'lower';
  if (own.low > other.high) return 'higher';
  return isExact ? 'no' : 'cannot-be-told';
}
