import type { Exchange, ExchangeRule } from './exchange.js';
import type { ForceRule, RuleComparison } from './comparison.js';
import type { Range } from './figure.js';
import { roundedRange } from './rounded.js';
import type { BasisDifference } from './same.js';

interface Counted {
  readonly met: Range;
  readonly breached: Range;
}

function countedOf(rule: ExchangeRule | undefined, threshold: number): Counted | null {
  if (rule?.about === undefined || rule.about === null) return null;
  return {
    met: roundedRange(rule.about.met, threshold),
    breached: roundedRange(rule.about.breached, threshold),
  };
}

function shareOf(parts: readonly Counted[]): Range | null {
  const sum = (of: (part: Counted) => number): number => parts.reduce((total, part) => total + of(part), 0);
  const low = { met: sum(({ met }) => met.low), breached: sum(({ breached }) => breached.low) };
  const high = { met: sum(({ met }) => met.high), breached: sum(({ breached }) => breached.high) };
  if (low.met + low.breached === 0) return null;
  return { low: low.breached / (low.breached + high.met), high: high.breached / (high.breached + low.met) };
}

/** A rule at every force. It stands out where its share breached is above that of the others whatever the rounding hides. */
function compareRule(
  id: string,
  files: readonly Exchange[],
  differences: readonly BasisDifference[],
): RuleComparison {
  const counted = files.map((file) => countedOf(file.rules[id], file.threshold));
  const forces = files.map((file, i): ForceRule => {
    const rule = file.rules[id];
    const own = counted[i] ?? null;
    const share = own === null ? null : shareOf([own]);
    const others = shareOf(counted.flatMap((of, j) => (j === i || of === null ? [] : [of])));
    return {
      code: file.force.code,
      state: rule?.state ?? 'no-data',
      about: rule?.about ?? null,
      share,
      standsOut: share !== null && others !== null && share.low > others.high,
    };
  });
  return {
    id,
    title: files.flatMap(({ rules }) => rules[id] ?? [])[0]?.title ?? id,
    differences: differences.filter(({ rules }) => rules.includes(id)).map((difference) => difference.id),
    forces,
  };
}

/** Every rule that is on at some force. */
export function compareRules(
  files: readonly Exchange[],
  differences: readonly BasisDifference[],
): readonly RuleComparison[] {
  const ids = [...new Set(files.flatMap(({ rules }) => Object.keys(rules)))].sort();
  const isOn = (id: string): boolean => files.some(({ rules }) => rules[id]?.state === 'on');
  return ids.filter(isOn).map((id) => compareRule(id, files, differences));
}
