import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { XmrSignal } from './xmr-signals.js';
import { xmr } from './xmr.js';

const series = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 40 });

/** The rules once more, each as a window that the value stands in. */
function signalsByWindows(values: readonly number[], mean: number, high: number): string[] {
  const near = (side: number) => (y: number | undefined) =>
    side * ((y ?? mean) - mean) > ((high - mean) * 2) / 3 + 1e-9;
  const inWindow = (i: number, width: number, holds: (window: readonly number[]) => boolean) =>
    values.some((_, from) => {
      const window = values.slice(from, from + width);
      return window.length === width && from <= i && i < from + width && holds(window);
    });
  const rising = (side: number) => (window: readonly number[]) =>
    window.slice(1).every((y, k) => side * (y - (window[k] ?? y)) > 0);
  const oneSide = (side: number) => (window: readonly number[]) =>
    window.every((y) => side * (y - mean) > 1e-9);
  return values.flatMap((y, i) => {
    const sides = [1, -1];
    const found: string[] = [];
    if (Math.abs(y - mean) > high - mean + 1e-9) found.push(`${String(i)} outside-limits`);
    if (sides.some((side) => inWindow(i, 7, oneSide(side)))) found.push(`${String(i)} seven-one-side`);
    if (sides.some((side) => inWindow(i, 7, rising(side)))) found.push(`${String(i)} seven-point-trend`);
    if (sides.some((side) => near(side)(y) && inWindow(i, 3, (w) => w.filter(near(side)).length >= 2)))
      found.push(`${String(i)} two-of-three-near-limits`);
    return found;
  });
}

function named(signals: readonly XmrSignal[]): string[] {
  return signals.map(({ index, rule }) => `${String(index)} ${rule}`);
}

function ofRule(
  signals: readonly XmrSignal[],
  rule: XmrSignal['rule'],
): readonly (readonly [number, string])[] {
  return signals.filter((s) => s.rule === rule).map(({ index, direction }) => [index, direction]);
}

const WITH_OUTLIER = [4, 6, 3, 7, 5, 4, 7, 3, 20, 6, 4, 5, 7, 3, 6];

describe('xmr', () => {
  it('finds what windows find', () => {
    fc.assert(
      fc.property(series, (values) => {
        const { mean, high, signals } = xmr(values);
        expect(named(signals)).toEqual(signalsByWindows(values, mean, high));
      }),
      { numRuns: 500 },
    );
  });

  it('finds what windows find in series that drift', () => {
    const drifting = fc
      .array(fc.integer({ min: -2, max: 3 }), { minLength: 8, maxLength: 40 })
      .map((steps) => steps.map((_, i) => steps.slice(0, i + 1).reduce((a, b) => a + b, 0)));
    fc.assert(
      fc.property(drifting, (values) => {
        const { mean, high, signals } = xmr(values);
        expect(named(signals)).toEqual(signalsByWindows(values, mean, high));
      }),
      { numRuns: 500 },
    );
  });

  it('moves with a shift and stretches with a scale, signals unchanged', () => {
    const shift = fc.integer({ min: -10_000, max: 10_000 });
    const scale = fc.double({ min: 0.001, max: 1000, noNaN: true });
    fc.assert(
      fc.property(series, shift, scale, (values, by, times) => {
        const plain = xmr(values);
        const moved = xmr(values.map((y) => times * y + by));
        const size = Math.abs(by) + times * 100;
        expect(Math.abs(moved.mean - (times * plain.mean + by))).toBeLessThan(1e-9 * size);
        expect(Math.abs(moved.low - (times * plain.low + by))).toBeLessThan(1e-9 * size);
        expect(Math.abs(moved.high - (times * plain.high + by))).toBeLessThan(1e-9 * size);
        if (times > 0.1) expect(moved.signals).toEqual(plain.signals);
      }),
    );
  });

  it('turns upside down with its values', () => {
    fc.assert(
      fc.property(series, (values) => {
        const plain = xmr(values);
        const mirrored = xmr(values.map((y) => -y));
        expect(mirrored.low).toBeCloseTo(-plain.high, 10);
        const flipped = { up: 'down', down: 'up' } as const;
        expect(mirrored.signals).toEqual(
          plain.signals.map((s) => ({ ...s, direction: flipped[s.direction] })),
        );
      }),
    );
  });

  it('names the point outside the limits', () => {
    expect(xmr(WITH_OUTLIER).signals).toEqual([{ index: 8, rule: 'outside-limits', direction: 'up' }]);
  });

  it('wants seven on one side, and a value on the mean breaks the run', () => {
    const run = ofRule(xmr([0, 0, 0, 0, 0, 0, 0, 9, 9, 9, 9, 9, 9, 9]).signals, 'seven-one-side');
    expect(run).toHaveLength(14);
    const broken = [1, 1, 1, 0, 1, 1, 1, -1, -1, -1, 0, -1, -1, -1];
    expect(ofRule(xmr(broken).signals, 'seven-one-side')).toEqual([]);
  });

  it('wants seven points strictly rising, and a tie breaks the trend', () => {
    const rising = [5, 1, 2, 3, 4, 5, 6, 7, 2, 5, 3, 5];
    expect(ofRule(xmr(rising).signals, 'seven-point-trend')).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((i) => [i, 'up']),
    );
    expect(ofRule(xmr([5, 1, 2, 3, 3, 5, 6, 7, 2, 5, 3, 5]).signals, 'seven-point-trend')).toEqual([]);
    expect(ofRule(xmr([5, 1, 2, 3, 4, 5, 6, 2, 5, 3]).signals, 'seven-point-trend')).toEqual([]);
  });

  it('lists two of three near the limits, the third being anywhere', () => {
    const values = [4, 6, 3, 7, 5, 4, 7, 3, 5, 12, 4, 12, 4, 5, 7, 3, 6, 5, 4, 6, 5, 4];
    const { mean, high, signals } = xmr(values);
    expect(mean).toBe(5.5);
    expect(high).toBeGreaterThan(12);
    expect(mean + (2 / 3) * (high - mean)).toBeLessThan(12);
    expect(signals).toEqual([
      { index: 9, rule: 'two-of-three-near-limits', direction: 'up' },
      { index: 11, rule: 'two-of-three-near-limits', direction: 'up' },
    ]);
  });

  it('finds nothing in a series that stands still, however it is rounded', () => {
    expect(xmr(Array.from({ length: 30 }, () => 0.1))).toMatchObject({
      mean: 0.1,
      low: 0.1,
      high: 0.1,
      signals: [],
    });
  });

  it('takes no difference for movement that rounding makes', () => {
    const sum = 0.1 + 0.2;
    expect(sum).not.toBe(0.3);
    const values = [sum, sum, sum, sum, sum, sum, sum, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3];
    expect(xmr(values).signals).toEqual([]);
  });

  it('screens moving ranges from 3.267 times their mean', () => {
    // Nine steps of 1 and one of a size that is this many times the mean of the ten.
    const withStep = (ratio: number) => {
      const step = (9 * ratio) / (10 - ratio);
      return [0, 1, 0, 1, 0, 1, 0, 1, 1 + step, step, 1 + step];
    };
    const reach = (values: readonly number[]) => {
      const { mean, high } = xmr(values);
      return (high - mean) / 2.66;
    };
    expect(reach(withStep(3.28))).toBeCloseTo(1, 12);
    expect(reach(withStep(3.25))).toBeCloseTo((9 + (9 * 3.25) / 6.75) / 10, 12);
  });

  it('counts a turning point to the trend that it begins', () => {
    const peak = [1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1];
    const trend = ofRule(xmr(peak).signals, 'seven-point-trend');
    expect(trend.map(([, direction]) => direction)).toEqual([
      ...Array.from({ length: 6 }, () => 'up'),
      ...Array.from({ length: 7 }, () => 'down'),
    ]);
  });

  it('does not screen the only step away', () => {
    const { low, high } = xmr([0, 0, 0, 0, 0, 0, 0, 0, 10]);
    expect(high - low).toBeCloseTo(2 * 2.66 * (10 / 8), 12);
  });

  it('judges each phase by itself after a rebase', () => {
    const before = [5, 7, 6, 5, 7, 6, 5, 7];
    const after = [50, 52, 51, 49, 50, 52, 51, 49, 50];
    const chart = xmr([...before, ...after], { rebaseAt: [before.length] });
    const first = xmr(before);
    const second = xmr(after);
    expect(chart.phases).toEqual([
      { start: 0, count: 8, mean: first.mean, low: first.low, high: first.high },
      { start: 8, count: 9, mean: second.mean, low: second.low, high: second.high },
    ]);
    expect(chart).toMatchObject({ mean: second.mean, low: second.low, high: second.high });
    expect(chart.signals).toEqual([]);
    expect(xmr([...before, ...after]).signals).not.toEqual([]);
  });

  it('counts indices over the whole series', () => {
    const { signals } = xmr([1, 2, 1, 2, ...WITH_OUTLIER], { rebaseAt: [4] });
    expect(signals).toEqual([{ index: 12, rule: 'outside-limits', direction: 'up' }]);
  });
});
