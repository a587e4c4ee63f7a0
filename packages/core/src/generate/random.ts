import { uniformInt, xoroshiro128plus } from '../vendor/pure-rand.js';

const TWO_32 = 0x1_0000_0000;
const TWO_31 = 0x8000_0000;
/** The first draws of neighbouring seeds are alike. */
const WARM_UP = 32;

/** Chance from a seed: the same seed gives the same draws on every machine. */
export interface Random {
  /** A whole number, both ends included. */
  readonly between: (lowest: number, highest: number) => number;
  /** True in this share of the draws: 0 is never, 1 is always. */
  readonly chance: (share: number) => boolean;
  /** One of a list that is not empty. */
  readonly pick: <T>(items: readonly T[]) => T;
}

export function createRandom(seed: number): Random {
  const source = xoroshiro128plus(seed);
  for (let i = 0; i < WARM_UP; i++) source.next();
  const between = (lowest: number, highest: number) => uniformInt(source, lowest, highest);
  return {
    between,
    chance: (share) => source.next() + TWO_31 < share * TWO_32,
    pick: <T>(items: readonly T[]) => items[between(0, items.length - 1)] as T,
  };
}

/** Each item as often as its weight says, so that one draw picks by weight. */
export function spread<T extends { readonly weight: number }>(items: readonly T[]): readonly T[] {
  return items.flatMap((item) => new Array<T>(item.weight).fill(item));
}
