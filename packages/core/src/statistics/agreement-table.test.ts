import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgreementTable } from './agreement-table.js';
import { cohenKappa } from './cohen-kappa.js';
import { gwetAc1 } from './gwet-ac1.js';
import { percentAgreement } from './percent-agreement.js';
import { studentCriticalValue } from './student-critical-value.js';
import { wilsonInterval } from './wilson-interval.js';

const table = fc.integer({ min: 2, max: 5 }).chain((size) => {
  const row = fc.array(fc.nat(40), { minLength: size, maxLength: size });
  return fc.array(row, { minLength: size, maxLength: size });
});

/** A table in which both reviewers gave at least two answers. */
const mixed = table.filter((rows) => rows.flat().filter((count) => count > 0).length > 1);

type Coefficient = (cells: AgreementTable) => number;

/** By pairing the first answer of each record with the second answer of every record. */
const kappaByCounting: Coefficient = (cells) => {
  const records = cells.flatMap((row, k) => row.map((count, l) => ({ count, k, l })));
  const n = records.reduce((sum, { count }) => sum + count, 0);
  const agreed = records.reduce((sum, { count, k, l }) => sum + (k === l ? count : 0), 0) / n;
  const chance =
    records.reduce(
      (sum, a) => sum + records.reduce((of, b) => of + (a.k === b.l ? a.count * b.count : 0), 0),
      0,
    ) /
    (n * n);
  return (agreed - chance) / (1 - chance);
};

const ac1ByCounting: Coefficient = (cells) => {
  const n = cells.flat().reduce((a, b) => a + b, 0);
  const answers = cells.map(() => 0);
  let agreed = 0;
  cells.forEach((row, k) => {
    row.forEach((count, l) => {
      if (k === l) agreed += count;
      answers[k] = (answers[k] ?? 0) + count;
      answers[l] = (answers[l] ?? 0) + count;
    });
  });
  const chance = answers.reduce((sum, a) => sum + (a / (2 * n)) * (1 - a / (2 * n)), 0) / (cells.length - 1);
  return (agreed / n - chance) / (1 - chance);
};

/** The delta method with derivatives taken by nudging each cell. */
function errorByNudging(coefficient: Coefficient, counts: AgreementTable): number {
  const n = counts.flat().reduce((a, b) => a + b, 0);
  const shares = counts.map((row) => row.map((count) => count / n));
  const nudged = (k: number, l: number, by: number) =>
    coefficient(shares.map((row, i) => row.map((share, j) => (i === k && j === l ? share + by : share))));
  const slopes = shares.map((row, k) => row.map((_, l) => (nudged(k, l, 1e-6) - nudged(k, l, -1e-6)) / 2e-6));
  const over = (of: (slope: number) => number) =>
    shares
      .flatMap((row, k) => row.map((share, l) => share * of(slopes[k]?.[l] ?? 0)))
      .reduce((a, b) => a + b, 0);
  return Math.sqrt(Math.max(0, over((s) => s * s) - over((s) => s) ** 2) / n);
}

function transposed(counts: AgreementTable): AgreementTable {
  return counts.map((_, l) => counts.map((row) => row[l] ?? 0));
}

describe.each([
  ['cohenKappa', cohenKappa, kappaByCounting],
  ['gwetAc1', gwetAc1, ac1ByCounting],
] as const)('%s', (_, coefficient, byCounting) => {
  it('is what counting gives', () => {
    fc.assert(
      fc.property(mixed, (counts) => {
        fc.pre(Number.isFinite(byCounting(counts)));
        expect(coefficient(counts).estimate).toBeCloseTo(byCounting(counts), 11);
      }),
    );
  });

  it('has the standard error of the delta method', () => {
    fc.assert(
      fc.property(mixed, (counts) => {
        const { standardError, chanceAgreement } = coefficient(counts);
        fc.pre(chanceAgreement < 0.9);
        expect(Math.abs(standardError - errorByNudging(byCounting, counts))).toBeLessThan(1e-5);
      }),
    );
  });

  it('knows no order of reviewers or answers', () => {
    fc.assert(
      fc.property(mixed, (counts) => {
        const plain = coefficient(counts);
        const turned = coefficient(counts.toReversed().map((row) => row.toReversed()));
        const swapped = coefficient(transposed(counts));
        for (const other of [turned, swapped]) {
          expect(other.estimate).toBeCloseTo(plain.estimate, 11);
          expect(other.standardError).toBeCloseTo(plain.standardError, 11);
        }
      }),
    );
  });

  it('is 1 just where the reviewers never differ', () => {
    const same = coefficient([
      [30, 0],
      [0, 12],
    ]);
    expect(same).toMatchObject({ estimate: 1, standardError: 0, low: 1, high: 1, agreement: 1 });
    expect(
      coefficient([
        [30, 1],
        [0, 12],
      ]).estimate,
    ).toBeLessThan(1);
  });

  it("holds the estimate within limits from -1 to 1 that Student's t sets", () => {
    fc.assert(
      fc.property(mixed, (counts) => {
        const { estimate, standardError, low, high } = coefficient(counts, 0.9);
        const n = counts.flat().reduce((a, b) => a + b, 0);
        const reach = studentCriticalValue(n - 1, 0.9) * standardError;
        expect(low).toBeCloseTo(Math.max(-1, estimate - reach), 12);
        expect(high).toBeCloseTo(Math.min(1, estimate + reach), 12);
      }),
    );
  });
});

describe('limits', () => {
  it('stop at -1 and 1', () => {
    const opposed = [
      [0, 3],
      [3, 1],
    ];
    expect(cohenKappa(opposed).estimate).toBeCloseTo(-0.75, 12);
    expect(cohenKappa(opposed).low).toBe(-1);
    const close = [
      [30, 1],
      [0, 12],
    ];
    expect(gwetAc1(close).high).toBe(1);
  });
});

describe('rare answers', () => {
  const rare = [
    [118, 5],
    [2, 0],
  ];

  it('make kappa low and leave AC1 near the plain agreement', () => {
    expect(cohenKappa(rare).estimate).toBeLessThan(0);
    expect(gwetAc1(rare).estimate).toBeGreaterThan(0.9);
    expect(percentAgreement(rare).estimate).toBe(118 / 125);
  });

  it('leave AC1 defined where kappa is not', () => {
    expect(
      gwetAc1([
        [50, 0],
        [0, 0],
      ]),
    ).toMatchObject({ estimate: 1, chanceAgreement: 0 });
  });
});

describe('percentAgreement', () => {
  it("is Wilson's interval of the diagonal", () => {
    fc.assert(
      fc.property(mixed, (counts) => {
        const agreed = counts.reduce((sum, row, k) => sum + (row[k] ?? 0), 0);
        const n = counts.flat().reduce((a, b) => a + b, 0);
        const { estimate, low, high } = percentAgreement(counts);
        expect(estimate).toBe(agreed / n);
        expect({ low, high }).toEqual(wilsonInterval(agreed, n));
      }),
    );
  });
});
