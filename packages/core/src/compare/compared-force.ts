import type { ComparedForce } from './comparison.js';
import type { Exchange } from './exchange.js';
import { findForce } from './forces.js';

/** What each figure says of chance, wherever figures are shown. */
export const ABOUT_INTERVALS =
  'These are full counts of what the extracts hold: they have no sampling error. The intervals describe how much such a rate varies by chance in a process like this one.';

export function comparedForce(file: Exchange): ComparedForce {
  const { code, name } = file.force;
  return {
    code,
    name,
    short: findForce(code)?.short ?? name,
    asAt: file.asAt,
    period: file.period === null ? null : { from: file.period.from, to: file.period.to },
    complete: file.complete,
    records: file.records,
    threshold: file.threshold,
    toolVersion: file.tool.version,
    marking: file.marking,
    adoption: file.adoption,
    notAssessed: Object.entries(file.rules).flatMap(([rule, { state, lacking }]) =>
      state === 'not-assessed' && lacking.length > 0 ? [{ rule, lacking }] : [],
    ),
    checks: file.checks,
    leftOut: file.leftOut,
  };
}
