import { describe, expect, it } from 'vitest';
import { stratifiedEstimate } from '../../statistics/stratified-estimate.js';
import { type Cell, shareOf } from './share.js';
import type { Verdict } from './verdict.js';

const EITHER: Verdict = { lowest: 'no', highest: 'yes' };
const times = (count: number, verdict: Verdict): Verdict[] => new Array<Verdict>(count).fill(verdict);
const cell = (population: number, ...verdicts: Verdict[][]): Cell => ({
  population,
  verdicts: verdicts.flat(),
});
const share = (...cells: Cell[]) => shareOf(cells, 0.95);

describe('shareOf', () => {
  it('weighs each part by the records that it stands for', () => {
    // Worked by hand: 0.1 * 5/20 + 0.9 * 27/30 = 0.835.
    const found = share(
      cell(100, times(5, 'yes'), times(15, 'no')),
      cell(900, times(27, 'yes'), times(3, 'no')),
    );
    expect(found).toMatchObject({
      population: 1000,
      reviewed: 50,
      yes: 32,
      untold: 0,
      unanswered: 0,
      refused: null,
    });
    expect(found.estimate).toBeCloseTo(0.835, 12);
    const plain = stratifiedEstimate([
      { population: 100, n: 20, x: 5 },
      { population: 900, n: 30, x: 27 },
    ]);
    expect(found.low).toBeCloseTo(plain.low, 12);
    expect(found.high).toBeCloseTo(plain.high, 12);
    expect([found.floor, found.ceiling]).toEqual([found.estimate, found.estimate]);
  });

  it('leaves out records that the rate is not of', () => {
    const found = share(cell(200, times(6, 'yes'), times(2, 'no'), times(12, 'outside')));
    expect(found).toMatchObject({ population: 200, reviewed: 8 });
    expect(found.estimate).toBeCloseTo(0.75, 12);
  });

  it('counts what cannot be told in no rate, and both ways in floor and ceiling', () => {
    const found = share(cell(100, times(12, 'yes'), times(4, 'no'), times(4, EITHER)));
    expect(found).toMatchObject({ estimate: 0.75, untold: 4, reviewed: 16 });
    expect(found.floor).toBeCloseTo(0.6, 12);
    expect(found.ceiling).toBeCloseTo(0.8, 12);
  });

  it('counts records without an answer as not reviewed', () => {
    const found = share(cell(100, times(8, 'yes'), times(2, 'no'), times(10, null)));
    expect(found).toMatchObject({ estimate: 0.8, reviewed: 10, unanswered: 10 });
  });

  it('is exact where every record was reviewed, however few', () => {
    expect(share(cell(3, times(2, 'yes'), times(1, 'no')))).toMatchObject({
      low: 2 / 3,
      high: 2 / 3,
      refused: null,
    });
  });

  it.each([
    ['none', share(cell(50))],
    ['three', share(cell(50, times(2, 'yes'), times(1, 'no')))],
    ['none of the kind', share(cell(50, times(20, 'outside')))],
  ])('refuses a figure of fewer than 5 records: %s', (_, found) => {
    expect(found).toMatchObject({ estimate: null, low: null, high: null, floor: null, ceiling: null });
    expect(found.refused?.because).toBe('too-few');
  });

  it('says what size would do', () => {
    // 10 points on 1,000 records: 88. If 1 reviewed record in 4 is of the kind, 250 records are, and 70 of these do.
    expect(share(cell(1000)).refused?.need).toBe(88);
    expect(share(cell(1000, times(3, 'yes'), times(9, 'outside'))).refused?.need).toBe(280);
    expect(share(cell(4, times(1, 'yes'))).refused?.need).toBe(4);
  });

  it('widens the interval by strata without a basis, counted either way', () => {
    const known = cell(950, times(40, 'yes'), times(10, 'no'));
    const alone = share(known);
    const found = share(known, cell(50, times(1, 'yes'), times(5, null)));
    expect(found.estimate).toBe(alone.estimate);
    expect(found.low).toBeCloseTo(0.95 * alone.low!, 12);
    expect(found.high).toBeCloseTo(0.95 * alone.high! + 0.05, 12);
  });

  it('refuses a figure where such strata are more than a tenth', () => {
    const found = share(cell(850, times(40, 'yes'), times(10, 'no')), cell(150, times(1, 'yes')));
    expect(found).toMatchObject({ estimate: null, refused: { because: 'uncovered', need: 1 } });
  });

  it('holds estimate, floor and ceiling in order', () => {
    const cells = [
      cell(900, times(3, 'yes'), times(30, 'no'), times(5, { lowest: 'no', highest: 'outside' })),
      cell(100, times(20, 'yes'), times(2, 'no'), times(30, { lowest: 'outside', highest: 'yes' })),
    ];
    const { floor, low, estimate, high, ceiling } = share(...cells);
    expect(floor!).toBeLessThanOrEqual(estimate!);
    expect(ceiling!).toBeGreaterThanOrEqual(estimate!);
    expect(low!).toBeLessThanOrEqual(estimate!);
    expect(high!).toBeGreaterThanOrEqual(estimate!);
  });
});
