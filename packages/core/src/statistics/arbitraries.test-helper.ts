import fc from "fast-check";

/** x out of n, n up to 500. */
export const countOf = fc
  .integer({ min: 1, max: 500 })
  .chain((n) => fc.record({ x: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));

/** A confidence from 0.5 to 0.999. */
export const confidence = fc.double({ min: 0.5, max: 0.999, noNaN: true });

/** Two confidences, the lower one first. */
export const confidences = fc
  .tuple(confidence, confidence)
  .map(([a, b]): [number, number] => (a < b ? [a, b] : [b, a]));
