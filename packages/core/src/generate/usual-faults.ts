import type { Pack } from '../model/pack.js';
import { PLANTS } from './plants.js';

/** Faults that can be planted in nearly every record: the same share of them would drown all others. */
const OF_ANY_RECORD: readonly string[] = ['FLAG-FIELD-INVALID', 'UNKNOWN-CODE'];
const LESS_OFTEN = 50;

/** The same share for every rule that is on by default and whose fault can be planted, as `faultRates`. */
export function usualFaultRates(pack: Pack, share: number): Readonly<Record<string, number>> {
  return Object.fromEntries(
    pack.rules
      .filter((rule) => rule.default === 'on' && Object.hasOwn(PLANTS, rule.id))
      .map(({ id }) => [id, OF_ANY_RECORD.includes(id) ? share / LESS_OFTEN : share]),
  );
}
