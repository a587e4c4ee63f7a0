/** One unit of a funnel plot. */
export interface FunnelUnit {
  /** How many have the property: a whole number from 0 to n. */
  readonly x: number;
  /** The unit's denominator: a whole number of at least 1. */
  readonly n: number;
}

/** How far units differ from a baseline beyond what chance alone gives. */
export interface Overdispersion {
  /** The baseline used, as a proportion. */
  readonly baseline: number;
  /** The dispersion ratio: the mean squared (winsorised) score. 1 is what chance alone gives. */
  readonly phi: number;
  /** The variance between units on the arcsine scale; 0 where chance explains the spread. */
  readonly tau2: number;
  /** Each unit's score before adjustment, in standard errors, in the order given. */
  readonly scores: readonly number[];
  /** Each unit's score once tau2 is allowed for, in standard errors, in the order given. */
  readonly adjustedScores: readonly number[];
}

/** R's default quantile (type 7) of values already in order. */
function orderedQuantile(ordered: readonly number[], share: number): number {
  const at = (ordered.length - 1) * share;
  const below = ordered[Math.floor(at)] ?? Number.NaN;
  const above = ordered[Math.ceil(at)] ?? Number.NaN;
  return below + (at - Math.floor(at)) * (above - below);
}

function winsorised(values: readonly number[], share: number): number[] {
  const ordered = values.toSorted((a, b) => a - b);
  const low = orderedQuantile(ordered, share);
  const high = orderedQuantile(ordered, 1 - share);
  return values.map((value) => Math.min(Math.max(value, low), high));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * The arithmetic of `overdispersion`, without its refusal of few units.
 *
 * @internal
 */
export function estimateOverdispersion(
  units: readonly FunnelUnit[],
  baseline: number,
  winsorise: number,
): Overdispersion {
  const count = units.length;
  const target = Math.asin(Math.sqrt(baseline));
  const distances = units.map(({ x, n }) => Math.asin(Math.sqrt(x / n)) - target);
  const precisions = units.map(({ n }) => 4 * n);
  const scores = distances.map((distance, i) => distance * Math.sqrt(precisions[i] ?? 0));
  const phi = sum(winsorised(scores, winsorise).map((z) => z * z)) / count;
  const total = sum(precisions);
  const spread = total - sum(precisions.map((w) => w * w)) / total;
  const tau2 = Math.max(0, (count * phi - (count - 1)) / spread);
  const adjustedScores = distances.map(
    (distance, i) => distance / Math.sqrt(1 / (precisions[i] ?? 0) + tau2),
  );
  return { baseline, phi, tau2, scores, adjustedScores };
}
