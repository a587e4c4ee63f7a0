import type { ExchangeBlock, ExchangeRule } from '../compare/exchange.js';
import type { Measure, Pack } from '../model/pack.js';
import type { RunSummary } from '../model/run.js';
import { isSmall } from './level.js';
import { roundedRange, roundTo } from '../compare/rounded.js';

/** A measure's blocks as they are told. */
export type ToldBlocks = Readonly<Record<string, readonly (ExchangeBlock | null)[]>>;

/** The breached of a measure over every maturity, if they can be told. */
function breachedOf(blocks: readonly (ExchangeBlock | null)[] | undefined): number | null {
  if (blocks === undefined) return null;
  return blocks.reduce<number | null>((sum, block) => {
    const breached = block === null ? 0 : block.total.breached;
    return sum === null || breached === null ? null : sum + breached;
  }, 0);
}

/**
 * Whether a measure's breached, set against the rounded counts of its rules, would tell one of them: where the
 * rules together can hardly be as many, or as few, as the measure says.
 */
function givesAway(
  { rules = [] }: Measure,
  summary: RunSummary,
  breached: number | null,
  threshold: number,
): boolean {
  if (breached === null) return false;
  const counts = rules.map((id) => summary.rules[id]?.breached ?? 0);
  const ranges = counts.map((count) => roundedRange(roundTo(count, threshold), threshold));
  const slackAbove = ranges.reduce((sum, { high }) => sum + high, 0) - breached;
  const slackBelow = breached - ranges.reduce((sum, { low }) => sum + low, 0);
  return counts.some((count, i) => {
    const { low, high } = ranges[i] ?? { low: 0, high: 0 };
    const least = Math.max(low, high - Math.max(0, slackAbove));
    const most = Math.min(high, low + Math.max(0, slackBelow));
    return isSmall(count, threshold) && most - least < threshold - 1;
  });
}

/**
 * The rules with rounded counts. Not shared are those of a run that holds other forces' records, and those that a measure would tell.
 */
export function exchangeRules(
  summary: RunSummary,
  pack: Pack,
  threshold: number,
  told: ToldBlocks,
  isOneForce: boolean,
): Readonly<Record<string, ExchangeRule>> {
  const withheld = new Set(
    pack.measures.flatMap((measure) =>
      givesAway(measure, summary, breachedOf(told[measure.id]), threshold) ? (measure.rules ?? []) : [],
    ),
  );
  return Object.fromEntries(
    pack.rules.flatMap(({ id, title }) => {
      const rule = summary.rules[id];
      if (rule === undefined) return [];
      const { lacking, revision, met, breached, undetermined } = rule;
      // A rule that nobody asked for is off, whatever columns it would lack.
      const state = rule.isOff ? 'off' : rule.state;
      const isTold = isOneForce && state === 'on' && !withheld.has(id);
      const about = isTold
        ? {
            met: roundTo(met, threshold),
            breached: roundTo(breached, threshold),
            undetermined: roundTo(undetermined, threshold),
          }
        : null;
      return [[id, { title, state, lacking, revision, about }] as const];
    }),
  );
}
