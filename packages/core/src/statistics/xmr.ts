import { badArgument } from './arguments.js';
import type { Interval } from './interval.js';
import { MarkercheckError } from '../model/errors.js';
import { type XmrPhase, xmrPhase } from './xmr-phase.js';
import { type XmrSignal, xmrSignals } from './xmr-signals.js';

/** How an XmR chart is made. */
export interface XmrOptions {
  /**
   * Indices at which a new phase begins, rising, each at least 2 after the one before and at least 2 before
   * the end: known changes of system or policy, never chosen by looking at the values. @default none
   */
  readonly rebaseAt?: readonly number[];
  /** Leaves moving ranges of at least 3.267 times their mean out of the limits. @default true */
  readonly screenMovingRanges?: boolean;
}

/** An XmR chart. The mean and limits are those of the last phase, which is the one in force. */
export interface Xmr extends Interval {
  /** The mean, in the unit of the values. */
  readonly mean: number;
  /** Every value that a rule picks out, by index and then by rule. */
  readonly signals: readonly XmrSignal[];
  /** Each phase with its own mean and limits; one where there is no rebase. */
  readonly phases: readonly XmrPhase[];
}

/**
 * The XmR chart (individuals and moving range) of a series: its mean, natural process limits and signals.
 *
 * Values are in order of time with no gap. Limits are not cut off at 0 or 1. Fewer than about 12 values give
 * provisional limits. Signals, runs and moving ranges never reach across a rebase.
 *
 * Rules: outside the limits; 7 or more in a row on one side of the mean; 7 or more in a row rising (or
 * falling) strictly; 2 of 3 in a row beyond two thirds of the way to the limits on the same side, the third
 * anywhere. Each value taking part in a run, trend or pair is listed; for 2 of 3 those beyond two thirds,
 * values outside the limits included.
 *
 * @param values - The series, at least 2 finite numbers a phase, in any unit.
 * @param options - Rebase positions and the moving range screen.
 * @returns Mean, low and high in the unit of the values, the signals and the phases.
 * @throws {MarkercheckError} `ARGUMENT_INVALID`, naming the argument; `TOO_FEW_UNITS` under 2 values.
 *
 * Formula: mean -/+ 2.66 times the mean of |y_i - y_(i-1)|, taken once more without the moving ranges that
 * reach 3.267 times that mean. Where that would leave no variation at all, nothing is screened.
 *
 * Source: Shewhart WA (1931) Economic Control of Quality of Manufactured Product; Wheeler DJ (2000)
 * Understanding Variation; Western Electric (1956) Statistical Quality Control Handbook (2 of 3); rules and
 * screen as NHS England Making Data Count and NHSRplotthedots use them.
 */
export function xmr(values: readonly number[], options: XmrOptions = {}): Xmr {
  const { rebaseAt = [], screenMovingRanges = true } = options;
  values.forEach((value, i) => {
    if (!Number.isFinite(value)) {
      throw badArgument(`values[${String(i)}]`, 'a finite number', value);
    }
  });
  if (values.length < 2) {
    throw new MarkercheckError(
      'TOO_FEW_UNITS',
      `values must number at least 2 for a moving range (got ${String(values.length)})`,
    );
  }
  const bounds = [0, ...rebaseAt, values.length];
  rebaseAt.forEach((at, i) => {
    const least = (bounds[i] ?? 0) + 2;
    const most = values.length - 2;
    if (!(Number.isInteger(at) && at >= least && at <= most)) {
      throw badArgument(
        `rebaseAt[${String(i)}]`,
        `a whole number from ${String(least)} to ${String(most)}, leaving 2 values a phase`,
        at,
      );
    }
  });

  const parts = bounds.slice(0, -1).map((start, i) => {
    const part = values.slice(start, bounds[i + 1]);
    const phase = xmrPhase(part, start, screenMovingRanges);
    return { phase, signals: xmrSignals(part, phase) };
  });
  const phases = parts.map(({ phase }) => phase);
  const current = phases.at(-1) as XmrPhase;
  return {
    mean: current.mean,
    low: current.low,
    high: current.high,
    signals: parts.flatMap(({ signals }) => signals),
    phases,
  };
}
