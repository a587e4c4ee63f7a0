/** To the nearest multiple of twice the threshold: 0 is then fewer than the threshold, and nothing more exact. */
export function roundTo(value: number, threshold: number): number {
  const step = 2 * threshold;
  return Math.floor((value + threshold) / step) * step;
}

/** The least and the greatest value that is rounded to this one. */
export function roundedRange(
  rounded: number,
  threshold: number,
): { readonly low: number; readonly high: number } {
  return { low: Math.max(0, rounded - threshold), high: rounded + threshold - 1 };
}
