import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReservoir } from './reservoir.js';

const keysOf = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 60 });

describe('createReservoir', () => {
  it('keeps the items with the lowest keys, of equal ones the first', () => {
    fc.assert(
      fc.property(keysOf, fc.integer({ min: 0, max: 20 }), fc.nat(25), (keys, capacity, size) => {
        const reservoir = createReservoir<number>(capacity);
        keys.forEach((key, i) => reservoir.offer(key, () => i));
        const sorted = keys.map((key, i) => ({ key, i })).toSorted((a, b) => a.key - b.key || a.i - b.i);
        expect(reservoir.lowest(size)).toEqual(sorted.slice(0, Math.min(size, capacity)).map(({ i }) => i));
      }),
    );
  });

  it('makes only what it keeps: in a rising order of keys the first few', () => {
    let made = 0;
    const reservoir = createReservoir<number>(3);
    for (let key = 0; key < 1000; key++) reservoir.offer(key, () => ++made);
    expect(made).toBe(3);
  });

  it('holds a smaller sample in a larger one', () => {
    const reservoir = createReservoir<number>(10);
    for (let i = 0; i < 100; i++) reservoir.offer((i * 37) % 101, () => i);
    expect(reservoir.lowest(10).slice(0, 4)).toEqual(reservoir.lowest(4));
  });
});
