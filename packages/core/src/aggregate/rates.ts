import type { MeasureSummary } from '../model/run.js';
import { wilsonInterval } from '../statistics/wilson-interval.js';
import { share } from './checks/extract-check.js';

const CONFIDENCE = 0.95;

/** The figures of a measure from its counts. */
export function rateFigures(
  met: number,
  breached: number,
  undetermined: number,
  waived: number,
): MeasureSummary {
  const judged = met + breached;
  const all = judged + undetermined;
  const interval = judged === 0 ? null : wilsonInterval(met, judged, CONFIDENCE);
  return {
    met,
    breached,
    undetermined,
    waived,
    rate: share(met, judged),
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    floor: share(met, all),
    ceiling: share(met + undetermined, all),
  };
}
