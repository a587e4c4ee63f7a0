import type { ExchangeCounts } from './exchange.js';

/** Counts of which nothing may be told. */
export const HIDDEN: ExchangeCounts = { eligible: null, met: null, breached: null, undetermined: null };
/** No record at all. */
export const NONE: ExchangeCounts = { eligible: 0, met: 0, breached: 0, undetermined: 0 };

const KEYS = ['eligible', 'met', 'breached', 'undetermined'] as const;

const plus = (left: number | null, right: number | null): number | null =>
  left === null || right === null ? null : left + right;

/** Counts added up: what is suppressed in one of them is suppressed in their sum. */
export function addCounts(parts: readonly ExchangeCounts[]): ExchangeCounts {
  return parts.reduce(
    (sum, part) => ({
      eligible: plus(sum.eligible, part.eligible),
      met: plus(sum.met, part.met),
      breached: plus(sum.breached, part.breached),
      undetermined: plus(sum.undetermined, part.undetermined),
    }),
    NONE,
  );
}

/** What is left of a total without some of its parts. */
export function lessCounts(total: ExchangeCounts, parts: readonly ExchangeCounts[]): ExchangeCounts {
  const sum = addCounts(parts);
  const minus = (key: (typeof KEYS)[number]): number | null => {
    const [from, less] = [total[key], sum[key]];
    return from === null || less === null ? null : from - less;
  };
  return {
    eligible: minus('eligible'),
    met: minus('met'),
    breached: minus('breached'),
    undetermined: minus('undetermined'),
  };
}

/** Whether every count can be told. */
export function isTold(counts: ExchangeCounts): counts is { readonly [K in keyof ExchangeCounts]: number } {
  return KEYS.every((key) => counts[key] !== null);
}

/** What is wrong with the parts of a total: parts that are told are never more than it, and all of them are it. */
export function sumFaults(
  total: ExchangeCounts,
  parts: readonly ExchangeCounts[],
  at: string,
): readonly string[] {
  return KEYS.flatMap((key): readonly string[] => {
    const whole = total[key];
    if (whole === null) return [];
    const told = parts.flatMap((part) => part[key] ?? []);
    const sum = told.reduce((a, b) => a + b, 0);
    if (sum > whole)
      return [`${at}: ${key} adds up to ${String(sum)}, which is more than the total of ${String(whole)}`];
    if (told.length === parts.length && sum < whole)
      return [`${at}: ${key} adds up to ${String(sum)}, and the total is ${String(whole)}`];
    return [];
  });
}

/** What is wrong with the counts of one cell. */
export function cellFaults(counts: ExchangeCounts, at: string): readonly string[] {
  const parts = [counts.met, counts.breached, counts.undetermined];
  if (counts.eligible === null) {
    return parts.every((part) => part === null)
      ? []
      : [`${at}: eligible is suppressed and a part of it is not`];
  }
  const told = parts.flatMap((part) => part ?? []);
  const sum = told.reduce((a, b) => a + b, 0);
  const isWhole = told.length === parts.length;
  if (sum > counts.eligible || (isWhole && sum < counts.eligible))
    return [`${at}: met, breached and undetermined do not add up to eligible`];
  return [];
}
