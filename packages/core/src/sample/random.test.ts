import { describe, expect, it } from 'vitest';
import { sampleRandom, shuffled } from './random.js';

const keys = (seed: number, purpose = 'draw', count = 4) => {
  const random = sampleRandom(seed, purpose);
  return Array.from({ length: count }, () => random.key());
};

/** Written down once: samples that are under review must be drawn again by every later version. */
const GOLDEN = [2981663221992967, 3522074722943522, 3457763471572026, 2472959583991750];

describe('sampleRandom', () => {
  it('gives the same numbers on every machine', () => {
    expect(keys(20261101)).toEqual(GOLDEN);
  });

  it('gives neighbouring seeds, and each purpose, numbers of their own', () => {
    const first = new Set<number>();
    for (let seed = 0; seed < 1000; seed++) first.add(keys(seed, 'draw', 1)[0]!);
    first.add(keys(0, 'order', 1)[0]!);
    expect(first.size).toBe(1001);
  });

  it('spreads the first numbers of neighbouring seeds evenly', () => {
    const tenths = new Array<number>(10).fill(0);
    for (let seed = 0; seed < 5000; seed++) {
      const tenth = Math.floor((keys(seed, 'draw', 1)[0]! / 2 ** 53) * 10);
      tenths[tenth] = tenths[tenth]! + 1;
    }
    // Five standard deviations about 500.
    for (const count of tenths) expect(Math.abs(count - 500)).toBeLessThan(5 * Math.sqrt(450));
  });
});

describe('shuffled', () => {
  it('keeps every item, in an order of its own', () => {
    const items = [...'abcdefghij'];
    const mixed = shuffled(items, sampleRandom(1, 'order'));
    expect([...mixed].sort()).toEqual(items);
    expect(mixed).not.toEqual(items);
    expect(shuffled(items, sampleRandom(1, 'order'))).toEqual(mixed);
  });

  it('gives each order as often', () => {
    const counts = new Map<string, number>();
    const random = sampleRandom(5, 'order');
    for (let i = 0; i < 6000; i++) {
      const order = shuffled(['a', 'b', 'c'], random).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(5 * Math.sqrt(833));
  });
});
