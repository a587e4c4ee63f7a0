/** Where a share stands on an axis, in percent of its length. */
export interface Axis {
  readonly at: (share: number) => number;
  readonly ticks: readonly number[];
}

const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2] as const;
const MOST_TICKS = 6;

/** An axis of shares about the values, with round ticks, within 0 and 1; `pad` keeps marks off its ends. */
export function shareAxis(values: readonly number[], pad = 3): Axis {
  const inside = values.map((value) => Math.min(1, Math.max(0, value)));
  const [least, most] = [Math.min(1, ...inside), Math.max(0, ...inside)];
  const step = STEPS.find((of) => (most - least) / of < MOST_TICKS - 1) ?? 0.2;
  // 0.95 / 0.05 is a little less than 19.
  const first = Math.max(0, Math.floor(least / step + 1e-9)) * step;
  const last = Math.min(1, Math.ceil(most / step - 1e-9) * step);
  const end = last > first ? last : first + step;
  const count = Math.round((end - first) / step);
  return {
    at: (share) => pad + ((Math.min(end, Math.max(first, share)) - first) / (end - first)) * (100 - 2 * pad),
    ticks: Array.from({ length: count + 1 }, (_, i) => Math.round((first + i * step) * 1e6) / 1e6),
  };
}

/** An axis of counts from 0. */
export function countAxis(most: number, pad = 4): Axis {
  const rough = Math.max(1, most) / 4;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((of) => of * size >= rough) ?? 10) * size);
  const last = Math.ceil((most * 1.05) / step) * step;
  return {
    at: (value) => pad + (value / last) * (100 - 2 * pad),
    ticks: Array.from({ length: Math.round(last / step) + 1 }, (_, i) => i * step),
  };
}

/** A place in a drawing, as an attribute. */
export const pct = (value: number): string => `${String(Math.round(value * 100) / 100)}%`;
