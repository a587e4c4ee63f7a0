/**
 * Three-valued truth, as Kleene's tables have it. The numbers make the tables arithmetic:
 * `and` is the smaller, `or` the larger, `not` is what is left to 2.
 */
export type Truth = 0 | 1 | 2;

export const FALSE = 0;
export const UNKNOWN = 1;
export const TRUE = 2;

/** The names used in outputs. */
export type TruthName = 'false' | 'unknown' | 'true';

const NAMES: readonly TruthName[] = ['false', 'unknown', 'true'];

export function truthName(truth: Truth): TruthName {
  return NAMES[truth] ?? 'unknown';
}

/** A plain boolean as a truth; `null` is unknown. */
export function truthOf(value: boolean | null): Truth {
  if (value === null) return UNKNOWN;
  return value ? TRUE : FALSE;
}

export function not(truth: Truth): Truth {
  return (2 - truth) as Truth;
}

export function and(left: Truth, right: Truth): Truth {
  return left < right ? left : right;
}

export function or(left: Truth, right: Truth): Truth {
  return left > right ? left : right;
}
