import type { XmrPhase } from './xmr-phase.js';

/** The rules that tell special cause from common cause, in the order in which they are listed. */
export const XMR_RULES = [
  'outside-limits',
  'seven-one-side',
  'seven-point-trend',
  'two-of-three-near-limits',
] as const;

/** The name of a rule. */
export type XmrRule = (typeof XMR_RULES)[number];

/** One value that a rule picks out. A value can be picked out by several rules. */
export interface XmrSignal {
  /** The index of the value in the whole series. */
  readonly index: number;
  /** The rule that picks it out. */
  readonly rule: XmrRule;
  /** "up" for high or rising values, "down" for low or falling ones. */
  readonly direction: 'up' | 'down';
}

type Side = -1 | 0 | 1;

const RUN_LENGTH = 7;
/** Differences this small beside the values are rounding, not movement. */
const ROUNDING = 1e-12;

/**
 * The signals of one phase, by index and then in the order of the rules.
 *
 * @internal
 */
export function xmrSignals(values: readonly number[], phase: XmrPhase): readonly XmrSignal[] {
  const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), phase.high - phase.low);
  const noise = ROUNDING * scale;
  const compare = (a: number, b: number): Side => (a - b > noise ? 1 : b - a > noise ? -1 : 0);

  const beyond = (share: number): readonly Side[] => {
    const high = phase.mean + share * (phase.high - phase.mean);
    const low = phase.mean - share * (phase.mean - phase.low);
    return values.map((value) => (compare(value, high) === 1 ? 1 : compare(value, low) === -1 ? -1 : 0));
  };
  const steps = values.slice(1).map((value, i) => compare(value, values[i] ?? value));

  const found: Readonly<Record<XmrRule, readonly Side[]>> = {
    'outside-limits': beyond(1),
    'seven-one-side': inRuns(
      values.map((value) => compare(value, phase.mean)),
      RUN_LENGTH,
    ),
    'seven-point-trend': pointsOf(inRuns(steps, RUN_LENGTH - 1)),
    'two-of-three-near-limits': twoOfThree(beyond(2 / 3)),
  };
  return values.flatMap((_, i) =>
    XMR_RULES.flatMap((rule): readonly XmrSignal[] => {
      const side = found[rule][i] ?? 0;
      if (side === 0) return [];
      return [{ index: phase.start + i, rule, direction: side > 0 ? 'up' : 'down' }];
    }),
  );
}

/** Keeps the sides that stand in a run of at least this length, and clears the rest. */
function inRuns(sides: readonly Side[], length: number): readonly Side[] {
  const kept: Side[] = [];
  for (let start = 0; start < sides.length;) {
    const side = sides[start] ?? 0;
    let end = start + 1;
    while (end < sides.length && sides[end] === side) end += 1;
    const keep = end - start >= length ? side : 0;
    for (let i = start; i < end; i += 1) kept.push(keep);
    start = end;
  }
  return kept;
}

/** A step joins two values: both are part of its run, and a turning point belongs to the later run. */
function pointsOf(steps: readonly Side[]): readonly Side[] {
  const before: readonly Side[] = [0, ...steps];
  return before.map((step, i) => {
    const after = steps[i] ?? 0;
    return after === 0 ? step : after;
  });
}

/** Values beyond two thirds of the limits, where two of three in a row are so on the same side. */
function twoOfThree(near: readonly Side[]): readonly Side[] {
  return near.map((side, i) => {
    const company = [i - 2, i - 1, i + 1, i + 2];
    return side !== 0 && company.some((j) => near[j] === side) ? side : 0;
  });
}
