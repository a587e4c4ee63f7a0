import type { Part, Spread } from './comparison.js';
import { ENOUGH_RECORDS } from './time-series.js';

/** The lowest and the highest of a force's own rates; `null` where fewer than two are large enough and told. */
export function spreadOf(parts: readonly Part[] | null): Spread | null {
  const rates = (parts ?? []).flatMap(({ key, figure: { rate, met, breached } }) =>
    rate === null || (met ?? 0) + (breached ?? 0) < ENOUGH_RECORDS ? [] : [{ key, rate }],
  );
  const [first] = rates;
  if (first === undefined || rates.length < 2) return null;
  return {
    count: rates.length,
    lowest: rates.reduce((best, of) => (of.rate < best.rate ? of : best), first),
    highest: rates.reduce((best, of) => (of.rate > best.rate ? of : best), first),
  };
}
