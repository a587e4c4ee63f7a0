import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidence, confidences, countOf } from './arbitraries.test-helper.js';
import { newcombeDifference } from './newcombe-difference.js';

describe('newcombeDifference', () => {
  it('holds the difference and stays within -1 and 1', () => {
    fc.assert(
      fc.property(countOf, countOf, confidence, (a, b, level) => {
        const { difference, low, high } = newcombeDifference(a.x, a.n, b.x, b.n, level);
        expect(difference).toBe(a.x / a.n - b.x / b.n);
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(low).toBeLessThanOrEqual(difference);
        expect(high).toBeGreaterThanOrEqual(difference);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('widens with confidence', () => {
    fc.assert(
      fc.property(countOf, countOf, confidences, (a, b, [less, more]) => {
        const inner = newcombeDifference(a.x, a.n, b.x, b.n, less);
        const outer = newcombeDifference(a.x, a.n, b.x, b.n, more);
        expect(outer.low).toBeLessThanOrEqual(inner.low);
        expect(outer.high).toBeGreaterThanOrEqual(inner.high);
      }),
    );
  });

  it('changes sign when the groups change places, or found and not found do', () => {
    fc.assert(
      fc.property(countOf, countOf, confidence, (a, b, level) => {
        const { low, high } = newcombeDifference(a.x, a.n, b.x, b.n, level);
        const swapped = newcombeDifference(b.x, b.n, a.x, a.n, level);
        expect(swapped.low).toBeCloseTo(-high, 12);
        expect(swapped.high).toBeCloseTo(-low, 12);
        const mirrored = newcombeDifference(a.n - a.x, a.n, b.n - b.x, b.n, level);
        expect(mirrored.low).toBeCloseTo(-high, 12);
        expect(mirrored.high).toBeCloseTo(-low, 12);
      }),
    );
  });
});
