import { xmr } from '../statistics/xmr.js';
import type { XmrRule } from '../statistics/xmr-signals.js';

/** Fewer values than this tell nothing of how a process varies: no limits are drawn. */
export const LEAST_FOR_LIMITS = 6;
/** Limits of fewer values than this are provisional. */
export const FIRM_LIMITS = 12;

/** A stretch of a line with limits of its own. */
export interface ChartPhase {
  /** The index of its first period, and that after its last. */
  readonly start: number;
  readonly end: number;
  /** How many of its periods have a value. */
  readonly values: number;
  /** `null` where there are too few values for them. */
  readonly limits: { readonly mean: number; readonly low: number; readonly high: number } | null;
}

export interface ChartSignal {
  /** The index of the period. */
  readonly index: number;
  readonly rule: XmrRule;
  readonly direction: 'up' | 'down';
}

/** A line of an XmR chart. */
export interface ChartLine {
  /** One a period; `null` where none is drawn. */
  readonly values: readonly (number | null)[];
  readonly phases: readonly ChartPhase[];
  readonly signals: readonly ChartSignal[];
}

/**
 * The line through the values, with the limits of each phase. Values that are not drawn are passed over: the
 * step across them counts as one step.
 *
 * @param starts - Indices at which a phase begins, beside 0, rising.
 */
export function chartLine(values: readonly (number | null)[], starts: readonly number[]): ChartLine {
  const bounds = [0, ...starts, values.length];
  const parts = bounds.slice(0, -1).map((start, i) => {
    const end = bounds[i + 1] ?? values.length;
    const drawn = values
      .slice(start, end)
      .flatMap((value, at) => (value === null ? [] : [{ value, index: start + at }]));
    if (drawn.length < LEAST_FOR_LIMITS) {
      return { phase: { start, end, values: drawn.length, limits: null }, signals: [] };
    }
    const { mean, low, high, signals } = xmr(drawn.map(({ value }) => value));
    return {
      phase: { start, end, values: drawn.length, limits: { mean, low, high } },
      signals: signals.map((signal) => ({ ...signal, index: drawn[signal.index]?.index ?? start })),
    };
  });
  return {
    values,
    phases: parts.map(({ phase }) => phase),
    signals: parts.flatMap(({ signals }) => signals),
  };
}
