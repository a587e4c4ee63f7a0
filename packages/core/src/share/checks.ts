import type { ExchangeCheck } from '../compare/exchange.js';
import type { CheckResult } from '../model/check-result.js';
import type { Pack } from '../model/pack.js';

/** From how many records on a percentage says nothing of one of them. */
const ENOUGH = 100;

function percentOf({ figure, numerator, denominator, month }: CheckResult, threshold: number): number | null {
  const isCount = Number.isInteger(numerator) && Number.isInteger(denominator);
  // A ratio of months is not a share.
  if (figure === null || month !== undefined || !isCount || denominator < ENOUGH) return null;
  const isTold = numerator >= threshold && denominator - numerator >= threshold;
  return isTold ? Math.round(100 * figure) : null;
}

/** What the checks on the whole extract say, without counts; months that are in order are left out. */
export function exchangeChecks(
  checks: readonly CheckResult[],
  pack: Pack,
  threshold: number,
  isOneForce: boolean,
): readonly ExchangeCheck[] {
  if (!isOneForce) return [];
  return checks
    .filter(({ month, state }) => month === undefined || state === 'raised')
    .map((check) => ({
      id: check.id,
      title: pack.checks.find(({ id }) => id === check.id)?.title ?? check.id,
      state: check.state,
      marker: check.marker ?? null,
      month: check.month ?? null,
      percent: percentOf(check, threshold),
    }));
}
