import { expect, it } from 'vitest';
import { MarkercheckError } from '../model/errors.js';
import {
  byarInterval,
  clopperPearsonInterval,
  cohenKappa,
  directlyStandardisedRate,
  funnelLimits,
  funnelPosition,
  funnelZone,
  gwetAc1,
  newcombeDifference,
  normalCriticalValue,
  normalQuantile,
  overdispersedFunnelLimits,
  overdispersion,
  percentAgreement,
  sampleSize,
  stratifiedEstimate,
  studentCriticalValue,
  wilsonInterval,
  xmr,
} from './index.js';

const twentyUnits = Array.from({ length: 20 }, () => ({ x: 1, n: 2 }));
const request = { population: 100, margin: 0.05 };

const REFUSALS: readonly (readonly [string, string, () => unknown])[] = [
  [
    'ARGUMENT_INVALID',
    'x must be a whole number from 0 to n (got 31, n is 29)',
    () => wilsonInterval(31, 29, 0.95),
  ],
  [
    'ARGUMENT_INVALID',
    'x must be a whole number from 0 to n (got -1, n is 29)',
    () => wilsonInterval(-1, 29, 0.95),
  ],
  [
    'ARGUMENT_INVALID',
    'x must be a whole number from 0 to n (got 1.5, n is 29)',
    () => clopperPearsonInterval(1.5, 29, 0.95),
  ],
  [
    'ARGUMENT_INVALID',
    'x must be a whole number from 0 to n (got NaN, n is 29)',
    () => wilsonInterval(Number.NaN, 29, 0.95),
  ],
  [
    'ARGUMENT_INVALID',
    'x must be a whole number from 0 to n (got a string, n is 29)',
    () => wilsonInterval('3' as unknown as number, 29, 0.95),
  ],
  ['ARGUMENT_INVALID', 'n must be a whole number of at least 1 (got 0)', () => wilsonInterval(0, 0, 0.95)],
  [
    'ARGUMENT_INVALID',
    'n must be a whole number of at least 1 (got Infinity)',
    () => clopperPearsonInterval(0, Infinity, 0.95),
  ],
  [
    'ARGUMENT_INVALID',
    'confidence must be a number between 0 and 1, both excluded, such as 0.95 (got 95)',
    () => wilsonInterval(1, 29, 95),
  ],
  [
    'ARGUMENT_INVALID',
    'confidence must be a number between 0 and 1, both excluded, such as 0.95 (got 1)',
    () => clopperPearsonInterval(1, 29, 1),
  ],
  [
    'ARGUMENT_INVALID',
    'confidence must be a number between 0 and 1, both excluded, such as 0.95 (got 0)',
    () => byarInterval(1, 0),
  ],
  [
    'ARGUMENT_INVALID',
    'confidence must be a number between 0 and 1, both excluded, such as 0.95 (got NaN)',
    () => normalCriticalValue(Number.NaN),
  ],
  ['ARGUMENT_INVALID', 'x must be a whole number of at least 0 (got -2)', () => byarInterval(-2, 0.95)],
  [
    'ARGUMENT_INVALID',
    'denominator must be a number above 0 (got 0)',
    () => byarInterval(2, 0.95, { denominator: 0 }),
  ],
  [
    'ARGUMENT_INVALID',
    'multiplier must be a number above 0 (got Infinity)',
    () => byarInterval(2, 0.95, { multiplier: Infinity }),
  ],
  [
    'ARGUMENT_INVALID',
    'x2 must be a whole number from 0 to n2 (got 8, n2 is 7)',
    () => newcombeDifference(6, 7, 8, 7, 0.95),
  ],
  [
    'ARGUMENT_INVALID',
    'n1 must be a whole number of at least 1 (got 0)',
    () => newcombeDifference(0, 0, 2, 7, 0.95),
  ],
  ['ARGUMENT_INVALID', 'p must be a number between 0 and 1, both excluded (got 1)', () => normalQuantile(1)],
  ['ARGUMENT_INVALID', 'degrees must be a number above 0 (got 0)', () => studentCriticalValue(0, 0.95)],
  ['ARGUMENT_INVALID', 'p0 must be a number from 0 to 1 (got 80.6)', () => funnelLimits(80.6, 10, 0.95)],
  [
    'ARGUMENT_INVALID',
    'n must be a whole number of at least 1 (got 2.5)',
    () => funnelLimits(0.8, 2.5, 0.95),
  ],
  [
    'ARGUMENT_INVALID',
    'p0 must be a number between 0 and 1, both excluded (got 1)',
    () => funnelPosition(0.5, 10, 1),
  ],
  [
    'ARGUMENT_INVALID',
    'proportion must be a number from 0 to 1 (got 1.2)',
    () => funnelPosition(1.2, 10, 0.5),
  ],
  ['ARGUMENT_INVALID', 'z must be a number (got NaN)', () => funnelZone(Number.NaN)],
  [
    'ARGUMENT_INVALID',
    'tau2 must be a number of at least 0 (got -0.1)',
    () => overdispersedFunnelLimits(0.5, 10, -0.1),
  ],
  [
    'TOO_FEW_UNITS',
    'units must number at least 20 for overdispersion to be estimated (got 19)',
    () => overdispersion(twentyUnits.slice(1)),
  ],
  [
    'ARGUMENT_INVALID',
    'units[19].x must be a whole number from 0 to units[19].n (got 3, units[19].n is 2)',
    () => overdispersion([...twentyUnits.slice(1), { x: 3, n: 2 }]),
  ],
  [
    'ARGUMENT_INVALID',
    'winsorise must be a number from 0 to under 0.5 (got 0.5)',
    () => overdispersion(twentyUnits, { winsorise: 0.5 }),
  ],
  [
    'ARGUMENT_INVALID',
    'baseline must be a number from 0 to 1 (got 2)',
    () => overdispersion(twentyUnits, { baseline: 2 }),
  ],
  ['TOO_FEW_UNITS', 'values must number at least 2 for a moving range (got 1)', () => xmr([1])],
  ['ARGUMENT_INVALID', 'values[1] must be a finite number (got NaN)', () => xmr([1, Number.NaN, 2])],
  [
    'ARGUMENT_INVALID',
    'rebaseAt[0] must be a whole number from 2 to 2, leaving 2 values a phase (got 1)',
    () => xmr([1, 2, 3, 4], { rebaseAt: [1] }),
  ],
  [
    'ARGUMENT_INVALID',
    'rebaseAt[1] must be a whole number from 4 to 4, leaving 2 values a phase (got 3)',
    () => xmr([1, 2, 3, 4, 5, 6], { rebaseAt: [2, 3] }),
  ],
  [
    'EMPTY_STRATUM',
    'strata[1].n must be at least 1: an empty stratum has no rate to standardise (got 0)',
    () =>
      directlyStandardisedRate([
        { x: 1, n: 2, weight: 1 },
        { x: 0, n: 0, weight: 1 },
      ]),
  ],
  ['ARGUMENT_INVALID', 'strata must hold at least 1 stratum (got 0)', () => directlyStandardisedRate([])],
  [
    'ARGUMENT_INVALID',
    'strata[0].weight must be a number above 0 (got 0)',
    () => directlyStandardisedRate([{ x: 1, n: 2, weight: 0 }]),
  ],
  [
    'ARGUMENT_INVALID',
    'strata[0].x must be a whole number from 0 to strata[0].n (got 3, strata[0].n is 2)',
    () => directlyStandardisedRate([{ x: 3, n: 2, weight: 1 }]),
  ],
  ['ARGUMENT_INVALID', 'strata must hold at least 1 stratum (got 0)', () => stratifiedEstimate([])],
  [
    'EMPTY_STRATUM',
    'strata[0].n must be at least 1: nothing is known of a stratum with no reviewed record (got 0)',
    () => stratifiedEstimate([{ population: 9, n: 0, x: 0 }]),
  ],
  [
    'TOO_FEW_UNITS',
    'strata[0].n must be at least 2 for an interval, or the whole stratum (got 1 of 9)',
    () => stratifiedEstimate([{ population: 9, n: 1, x: 0 }]),
  ],
  [
    'ARGUMENT_INVALID',
    'strata[0].n must be at most strata[0].population (got 10, the population is 9)',
    () => stratifiedEstimate([{ population: 9, n: 10, x: 0 }]),
  ],
  [
    'ARGUMENT_INVALID',
    'strata[0].population must be a whole number of at least 1 (got 0)',
    () => stratifiedEstimate([{ population: 0, n: 0, x: 0 }]),
  ],
  [
    'ARGUMENT_INVALID',
    'population must be a whole number of at least 1 (got 0)',
    () => sampleSize({ ...request, population: 0 }),
  ],
  [
    'ARGUMENT_INVALID',
    'margin must be a number between 0 and 1, both excluded (got 5)',
    () => sampleSize({ ...request, margin: 5 }),
  ],
  [
    'ARGUMENT_INVALID',
    'proportion must be a number between 0 and 1, both excluded (got 0)',
    () => sampleSize({ ...request, proportion: 0 }),
  ],
  [
    'ARGUMENT_INVALID',
    'confidence must be a number between 0 and 1, both excluded, such as 0.95 (got 95)',
    () => sampleSize({ ...request, confidence: 95 }),
  ],
  [
    'ARGUMENT_INVALID',
    'rounding must be "nearest" or "up" (got a string)',
    () => sampleSize({ ...request, rounding: 'down' as unknown as 'up' }),
  ],
  ['ARGUMENT_INVALID', 'table must be square, with at least 2 answers (got 1 row)', () => cohenKappa([[4]])],
  ['ARGUMENT_INVALID', 'table must be square, with at least 2 answers (got 0 rows)', () => gwetAc1([])],
  [
    'ARGUMENT_INVALID',
    'table[1] must be a row of 2 counts, the table being square (got 3)',
    () =>
      gwetAc1([
        [1, 2],
        [3, 4, 5],
      ]),
  ],
  [
    'ARGUMENT_INVALID',
    'table[0][1] must be a whole number of at least 0 (got -1)',
    () =>
      percentAgreement([
        [1, -1],
        [0, 2],
      ]),
  ],
  [
    'TOO_FEW_UNITS',
    'table must count at least 2 records (got 1)',
    () =>
      cohenKappa([
        [1, 0],
        [0, 0],
      ]),
  ],
  [
    'UNDEFINED_ESTIMATE',
    'table must hold more than one answer for kappa: both reviewers gave the same answer throughout',
    () =>
      cohenKappa([
        [0, 0],
        [0, 7],
      ]),
  ],
];

it.each(REFUSALS)('%s: %s', (code, message, refused) => {
  expect(refused).toThrow(MarkercheckError);
  expect(refused).toThrow(expect.objectContaining({ code, message }) as Error);
});
