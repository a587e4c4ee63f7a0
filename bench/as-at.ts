/** The day as at which the benchmarks check. */
export const AS_AT = '2026-11-01';
