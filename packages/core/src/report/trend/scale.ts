/** Where a value stands in a drawing. */
export interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

const STEPS = [1, 2, 2.5, 5, 10];

/** A round step that parts a range into about this many. */
function roundStep(range: number, parts: number): number {
  const rough = range / parts;
  const size = 10 ** Math.floor(Math.log10(rough));
  return size * (STEPS.find((step) => step * size >= rough) ?? 10);
}

/** A scale from `bottom` up to `top` (in the drawing) with round ticks around all the values, within `bounds`. */
export function valueScale(
  values: readonly number[],
  {
    bottom,
    top,
    bounds,
    parts,
  }: {
    readonly bottom: number;
    readonly top: number;
    readonly bounds: readonly [number, number];
    /** About how many parts the ticks make. */
    readonly parts: number;
  },
): Scale {
  const [least, most] = bounds;
  const clamped = values.map((value) => Math.min(most, Math.max(least, value)));
  const low = Math.min(...clamped);
  const high = Math.max(...clamped);
  const step = roundStep(
    high > low ? high - low : Math.max(Math.abs(high) / 10, Math.min(1, most) / 10),
    parts,
  );
  const first = Math.max(least, Math.floor(low / step) * step);
  const last = Math.min(most, Math.max(Math.ceil(high / step) * step, first + step));
  const ticks = Array.from({ length: Math.round((last - first) / step) + 1 }, (_, i) => first + i * step);
  const span = last - first || 1;
  const inside = (value: number) => Math.min(last, Math.max(first, value));
  return { at: (value) => bottom + ((inside(value) - first) / span) * (top - bottom), ticks };
}
