import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dependencyOrder } from './order.js';

describe('dependencyOrder', () => {
  it.each([
    [[], []],
    [
      [[], [], []],
      [0, 1, 2],
    ],
    [
      [[2], [0], []],
      [2, 0, 1],
    ],
    [
      [[1, 2], [2], []],
      [2, 1, 0],
    ],
  ])('orders %j as %j', (references, order) => {
    expect(dependencyOrder(references)).toEqual({ order });
  });

  it.each([
    [[[0]], [0, 0]],
    [
      [[1], [0]],
      [0, 1, 0],
    ],
    [
      [[], [2], [3], [1]],
      [1, 2, 3, 1],
    ],
    [
      [[1], [2], [1]],
      [1, 2, 1],
    ],
  ])('finds the circle of %j', (references, cycle) => {
    expect(dependencyOrder(references)).toEqual({ cycle });
  });

  it('puts every node after all that it refers to', () => {
    // References to lower numbers alone have no circle; the numbers are then shuffled.
    const acyclic = fc.integer({ min: 1, max: 12 }).chain((size) =>
      fc.tuple(
        fc.tuple(
          ...Array.from({ length: size }, (_, node) =>
            fc.subarray(Array.from({ length: node }, (_u, i) => i)),
          ),
        ),
        fc.shuffledSubarray(
          Array.from({ length: size }, (_, i) => i),
          { minLength: size },
        ),
      ),
    );
    fc.assert(
      fc.property(acyclic, ([lower, names]) => {
        const references: number[][] = names.map(() => []);
        lower.forEach((others, node) => {
          references[names[node]!] = others.map((other) => names[other]!);
        });
        const result = dependencyOrder(references);
        const order = 'order' in result ? result.order : [];
        expect(order.toSorted((a, b) => a - b)).toEqual(names.toSorted((a, b) => a - b));
        references.forEach((others, node) => {
          for (const other of others) expect(order.indexOf(other)).toBeLessThan(order.indexOf(node));
        });
      }),
    );
  });
});
