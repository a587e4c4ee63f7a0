import { overdispersion, OVERDISPERSION_MINIMUM_UNITS } from '../statistics/overdispersion.js';
import { funnelLimits } from '../statistics/funnel-limits.js';
import { funnelPosition } from '../statistics/funnel-position.js';
import { funnelZone } from '../statistics/funnel-zone.js';
import { overdispersedFunnelLimits } from '../statistics/overdispersed-funnel-limits.js';
import type { Baseline, FunnelPlace, Overdispersed } from './comparison.js';
import type { Figure, Range } from './figure.js';

interface Unit {
  readonly code: string;
  readonly x: number;
  readonly n: number;
}

function unitsOf(totals: ReadonlyMap<string, Figure>): readonly Unit[] {
  return [...totals].flatMap(([code, { met, breached }]) =>
    met === null || breached === null || met + breached === 0 ? [] : [{ code, x: met, n: met + breached }],
  );
}

/** A baseline that is known less closely than this, in shares, is not drawn. */
const LOOSEST = 0.05;

/** The baseline that the funnel is drawn about: the stated one, else the rate of the forces together. */
export function baselineOf({ rate, rateRange }: Figure, stated: number | undefined): Baseline {
  if (stated !== undefined) return { rate: stated, stated: true, within: null };
  if (rate !== null || rateRange === null) return { rate, stated: false, within: null };
  const { low, high } = rateRange;
  return { rate: high - low > LOOSEST ? null : (low + high) / 2, stated: false, within: rateRange };
}

/** Limits of the funnel for a unit of a size. */
export function limitsAt(baseline: number, n: number, over: Overdispersed, confidence: number): Range {
  return over.adjusted
    ? overdispersedFunnelLimits(baseline, n, over.tau2, confidence)
    : funnelLimits(baseline, n, confidence);
}

export interface Funnel {
  readonly overdispersion: Overdispersed;
  readonly places: ReadonlyMap<string, FunnelPlace>;
}

/** Where each force lies about the baseline. A baseline of 0 or 1 has no funnel. */
export function funnelOf(totals: ReadonlyMap<string, Figure>, { rate: p0 }: Baseline): Funnel {
  const units = unitsOf(totals);
  const none: Overdispersed = { adjusted: false, units: units.length };
  if (p0 === null || p0 <= 0 || p0 >= 1) return { overdispersion: none, places: new Map() };
  const isEnough = units.length >= OVERDISPERSION_MINIMUM_UNITS;
  const estimate = isEnough ? overdispersion(units, { baseline: p0 }) : null;
  const over: Overdispersed =
    estimate === null
      ? none
      : { adjusted: true, units: units.length, phi: estimate.phi, tau2: estimate.tau2 };
  const places = units.map(({ code, x, n }, i): readonly [string, FunnelPlace] => {
    const zone =
      estimate === null ? funnelPosition(x / n, n, p0).zone : funnelZone(estimate.adjustedScores[i] ?? 0);
    return [code, { zone, limits95: limitsAt(p0, n, over, 0.95), limits998: limitsAt(p0, n, over, 0.998) }];
  });
  return { overdispersion: over, places: new Map(places) };
}
