import { describe, expect, it } from 'vitest';
import { normalCriticalValue } from './normal-quantile.js';
import { studentCriticalValue } from './student-critical-value.js';

// Computed to 17 digits by bisection in 30-digit arithmetic.
const REFERENCE: readonly (readonly [number, number, number])[] = [
  [1, 0.95, 12.706204736174693],
  [2, 0.95, 4.3026527297494618],
  [5, 0.99, 4.0321429835552272],
  [29, 0.95, 2.0452296421327039],
  [99, 0.95, 1.9842169515864171],
  [1000, 0.998, 3.0984021639129226],
];

describe('studentCriticalValue', () => {
  it.each(REFERENCE)('of %d degrees at %d is %d', (degrees, confidence, t) => {
    expect(Math.abs(studentCriticalValue(degrees, confidence) / t - 1)).toBeLessThan(1e-13);
  });

  it('has closed forms at 1 and 2 degrees', () => {
    for (const confidence of [0.1, 0.5, 0.9, 0.95, 0.999]) {
      const cauchy = Math.tan((Math.PI * confidence) / 2);
      const two = confidence * Math.sqrt(2 / (1 - confidence * confidence));
      expect(studentCriticalValue(1, confidence) / cauchy).toBeCloseTo(1, 11);
      expect(studentCriticalValue(2, confidence) / two).toBeCloseTo(1, 11);
    }
  });

  it('comes down to the normal value', () => {
    expect(studentCriticalValue(1e7, 0.95)).toBeCloseTo(normalCriticalValue(0.95), 6);
  });
});
