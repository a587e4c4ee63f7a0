import { describe, expect, it } from 'vitest';
import { byarInterval } from './byar-interval.js';
import { clopperPearsonInterval } from './clopper-pearson-interval.js';
import { cohenKappa } from './cohen-kappa.js';
import { estimateOverdispersion } from './estimate-overdispersion.js';
import { funnelLimits } from './funnel-limits.js';
import { funnelPosition } from './funnel-position.js';
import type { FunnelZone } from './funnel-zone.js';
import { gwetAc1 } from './gwet-ac1.js';
import type { Interval } from './interval.js';
import { newcombeDifference } from './newcombe-difference.js';
import { normalCriticalValue } from './normal-quantile.js';
import { overdispersedFunnelLimits } from './overdispersed-funnel-limits.js';
import { percentAgreement } from './percent-agreement.js';
import { sampleSize } from './sample-size.js';
import { wilsonInterval } from './wilson-interval.js';
import { xmr } from './xmr.js';

type Values = Readonly<Record<string, unknown>>;

interface Check {
  readonly id: string;
  readonly method: string;
  readonly input: Values;
  readonly expected: Values;
  readonly tolerance: number | string;
}

// A specifier in a variable keeps the file, which is outside this package, out of the type checker's reach.
const file = '../../../../fixtures/statistics/stats-checks.json';
const { default: published } = (await import(/* @vite-ignore */ file, {
  with: { type: 'json' },
})) as { readonly default: { readonly checks: readonly Check[] } };

/** Methods of the file that are no part of this library, each with the reason. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'dqmi-composite':
    'NHS maturity index: a worked example of coverage against validity, which no command computes',
  'dqmi-item': 'as dqmi-composite',
  'small-count-suppression':
    'disclosure control is not a statistic: it is tested where tables are suppressed',
};

/** Expected fields that are not compared, each with the reason. */
const FIELDS_LEFT_OUT: Readonly<Record<string, string>> = {
  brennan_prediger: 'a coefficient this library does not offer',
  scott_pi: 'a coefficient this library does not offer',
};

/** Fields printed with fewer digits than the tolerance of their check. */
const FIELD_TOLERANCE: Readonly<Record<string, number>> = {
  kappa_ci: 0.0005,
  ac1_ci: 0.0005,
};

const UKHSA_CLASS: Readonly<Record<FunnelZone, string>> = {
  'below-99.8': 'Low (0.001)',
  'below-95': 'Low (0.025)',
  within: 'Not significant',
  'above-95': 'High (0.025)',
  'above-99.8': 'High (0.001)',
};

const RUNNERS: Readonly<Record<string, (input: Values) => Values>> = {
  wilson: (input) =>
    proportionLimits(input, (confidence) =>
      wilsonInterval(number(input, 'x'), number(input, 'n'), confidence),
    ),

  'clopper-pearson': (input) =>
    proportionLimits(input, (confidence) =>
      clopperPearsonInterval(number(input, 'x'), number(input, 'n'), confidence),
    ),

  'byar-poisson': (input) => bounds(byarInterval(number(input, 'x'), number(input, 'confidence'))),

  'newcombe-difference': (input) =>
    bounds(
      newcombeDifference(
        number(input, 'x1'),
        number(input, 'n1'),
        number(input, 'x2'),
        number(input, 'n2'),
        number(input, 'confidence'),
      ),
    ),

  'funnel-proportion-limits': (input) => {
    const p0 = number(input, 'baseline_percent') / 100;
    return percent(atBothLevels((confidence) => funnelLimits(p0, number(input, 'n'), confidence)));
  },

  'funnel-classification': (input) => {
    const units = input['units'] as readonly { x: number; n: number }[];
    const p0 = number(input, 'baseline');
    return {
      classes: units.map(({ x, n }) => UKHSA_CLASS[funnelPosition(x / n, n, p0).zone]),
    };
  },

  // Ten units, which the public function refuses: the arithmetic behind it is what the check is of.
  // Its limits were made with z rounded to 6 decimals, so they are asked for at the confidence of those z.
  'funnel-overdispersion': (input) => {
    const xs = numbers(input, 'x');
    const ns = numbers(input, 'n');
    const units = xs.map((x, i) => ({ x, n: ns[i] ?? Number.NaN }));
    const pbar = sum(xs) / sum(ns);
    const found = estimateOverdispersion(units, pbar, number(input, 'winsorise'));
    const limits = (n: number, tau2: number) =>
      [1.959964, 3.090232].flatMap((z) => {
        const confidence = confidenceOf(z);
        const limit = overdispersedFunnelLimits(pbar, n, tau2, confidence);
        return [limit.low, limit.high];
      });
    return {
      pbar: found.baseline,
      target_transformed: Math.asin(Math.sqrt(found.baseline)),
      z: found.scores,
      phi: found.phi,
      tau2: found.tau2,
      limits_od: { 50: limits(50, found.tau2), 100: limits(100, found.tau2) },
      limits_unadjusted_arcsine: { 100: limits(100, 0) },
    };
  },

  xmr: (input) => {
    const { mean, low, high } = xmr(numbers(input, 'y'), {
      screenMovingRanges: input['screen_outlier_moving_ranges'] === true,
    });
    return { mean, lpl: low, upl: high };
  },

  'kappa-and-ac1': (input) => {
    const table = input['table'] as readonly (readonly number[])[];
    const kappa = cohenKappa(table);
    const ac1 = gwetAc1(table);
    return {
      percent_agreement: percentAgreement(table).estimate,
      cohen_kappa: kappa.estimate,
      gwet_ac1: ac1.estimate,
      kappa_se: kappa.standardError,
      ac1_se: ac1.standardError,
      kappa_ci: [kappa.low, kappa.high],
      ac1_ci: [ac1.low, ac1.high],
    };
  },

  'sample-size-fpc': (input) => {
    // The published table takes chi-squared as 3.841; ours is the exact 3.8414588 of the same confidence.
    expect(number(input, 'chi2')).toBeCloseTo(3.8414588, 3);
    return {
      n: sampleSize({
        population: number(input, 'N'),
        margin: number(input, 'd'),
        confidence: 0.95,
        proportion: number(input, 'p'),
      }),
    };
  },

  'implied-simple-random-n': (input) => ({
    implied_n: sampleSize({
      population: Infinity,
      margin: number(input, 'half_width95'),
      confidence: 0.95,
      proportion: number(input, 'p'),
    }),
  }),
};

function number(input: Values, name: string): number {
  const value = input[name];
  if (typeof value !== 'number') throw new Error(`${name} is no number`);
  return value;
}

function numbers(input: Values, name: string): readonly number[] {
  return input[name] as readonly number[];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function confidenceOf(z: number): number {
  let [low, high] = [0.5, 0.9999];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (normalCriticalValue(middle) < z) low = middle;
    else high = middle;
  }
  return low;
}

function bounds({ low, high }: Interval): Values {
  return { lower: low, upper: high };
}

function proportionLimits(input: Values, limits: (confidence: number) => Interval): Values {
  return Array.isArray(input['confidence'])
    ? atBothLevels(limits)
    : bounds(limits(number(input, 'confidence')));
}

function atBothLevels(limits: (confidence: number) => Interval): Readonly<Record<string, number>> {
  const usual = limits(0.95);
  const strict = limits(0.998);
  return {
    lower95: usual.low,
    upper95: usual.high,
    lower998: strict.low,
    upper998: strict.high,
  };
}

function percent(values: Readonly<Record<string, number>>): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, 100 * value]));
}

function expectClose(got: unknown, wanted: unknown, tolerance: number): void {
  if (typeof wanted === 'number') {
    expect(Math.abs((got as number) - wanted)).toBeLessThanOrEqual(tolerance);
    return;
  }
  if (typeof wanted !== 'object' || wanted === null) {
    expect(got).toBe(wanted);
    return;
  }
  expect(Object.keys(got as object)).toEqual(Object.keys(wanted));
  for (const [key, value] of Object.entries(wanted)) {
    expectClose((got as Values)[key], value, tolerance);
  }
}

function toleranceOf({ tolerance }: Check, field: string): number {
  if (typeof tolerance === 'number') {
    return Math.max(tolerance, FIELD_TOLERANCE[field] ?? 0);
  }
  return { exact: 0, '±1': 1 }[tolerance] ?? Number.NaN;
}

describe('published checks', () => {
  const included = published.checks.filter(({ method }) => !(method in LEFT_OUT));

  it('are all run or left out for a reason', () => {
    const methods = new Set(published.checks.map(({ method }) => method));
    expect([...methods].toSorted()).toEqual([...Object.keys(RUNNERS), ...Object.keys(LEFT_OUT)].toSorted());
    expect(included.length).toBeGreaterThan(0);
  });

  it.each(included)('$id ($method)', (check) => {
    const runner = RUNNERS[check.method];
    if (!runner) throw new Error(`no implementation of ${check.method}`);
    const got = runner(check.input);
    const fields = Object.keys(check.expected).filter((field) => !(field in FIELDS_LEFT_OUT));
    expect(Object.keys(got).toSorted()).toEqual(fields.toSorted());
    for (const field of fields) {
      expectClose(got[field], check.expected[field], toleranceOf(check, field));
    }
  });
});
