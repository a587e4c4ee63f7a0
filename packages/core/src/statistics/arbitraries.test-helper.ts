import fc from 'fast-check';

/** x out of n, n up to 500. */
export const countOf = fc
  .integer({ min: 1, max: 500 })
  .chain((n) => fc.record({ x: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));

const thousandths = fc.integer({ min: 500, max: 999 });

/** A confidence from 0.5 to 0.999. */
export const confidence = thousandths.map((t) => t / 1000);

/** Two confidences, the lower one first, far enough apart for rounding not to matter. */
export const confidences = fc
  .uniqueArray(thousandths, { minLength: 2, maxLength: 2 })
  .map(([a = 500, b = 501]): readonly [number, number] =>
    a < b ? [a / 1000, b / 1000] : [b / 1000, a / 1000],
  );
