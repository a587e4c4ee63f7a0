/** How far something compressed may expand. */
export interface ExpansionLimits {
  /** So many bytes may come out of however few. */
  readonly free: number;
  /** Beyond them, so many bytes out of one. */
  readonly ratio: number;
  /** In all. */
  readonly most: number;
}

const MIB = 1024 * 1024;

/** Records compress 5 to 30 times, the most repetitive extract about 100 times; zeros over 1,000 times. */
export const EXPANSION_LIMITS: ExpansionLimits = { free: 64 * MIB, ratio: 500, most: 64 * 1024 * MIB };

export function isBomb(expanded: number, compressed: number, { free, ratio }: ExpansionLimits): boolean {
  return expanded > free && expanded > compressed * ratio;
}

/** Why no more is to be expanded, or `null`: what came out is more than any extract would give. */
export function expansionFault(
  expanded: number,
  compressed: number,
  limits: ExpansionLimits = EXPANSION_LIMITS,
): string | null {
  if (isBomb(expanded, compressed, limits)) {
    return `it expands to more than ${limits.ratio} times its size, as no extract does: it was taken for a decompression bomb`;
  }
  if (expanded > limits.most) {
    return `it expands to more than ${Math.floor(limits.most / MIB)} MiB; unpack it first`;
  }
  return null;
}
