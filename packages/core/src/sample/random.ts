import { sha256, utf8ToBytes } from '../vendor/hashes.js';
import { uniformInt, xoroshiro128plusFromState } from '../vendor/pure-rand.js';

/** The highest seed: 32 bits, which a person can copy and every machine holds exactly. */
export const HIGHEST_SEED = 0xffff_ffff;

/** Chance from a seed: the same draws on every machine. */
export interface SampleRandom {
  /** A whole number of 53 bits: two records hardly ever have the same. */
  readonly key: () => number;
  /** A whole number from 0 up to and without the limit. */
  readonly below: (limit: number) => number;
}

/**
 * A stream of chance of its own for each purpose, so that a question asked for one more rule changes no
 * draw. The state is a digest: neighbouring seeds of the generator's own seeding give alike first draws.
 */
export function sampleRandom(seed: number, purpose: string): SampleRandom {
  const view = new DataView(sha256(utf8ToBytes(`markercheck sample ${String(seed)} ${purpose}`)).buffer);
  const source = xoroshiro128plusFromState([0, 4, 8, 12].map((at) => view.getInt32(at)));
  return {
    key: () => {
      const high = source.next() >>> 6;
      const low = source.next() >>> 5;
      return high * 0x800_0000 + low;
    },
    below: (limit) => uniformInt(source, 0, limit - 1),
  };
}

/** A copy of the items in an order by lot (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], random: SampleRandom): readonly T[] {
  const copy = [...items];
  for (let last = copy.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    const [a, b] = [copy[last] as T, copy[other] as T];
    copy[last] = b;
    copy[other] = a;
  }
  return copy;
}
