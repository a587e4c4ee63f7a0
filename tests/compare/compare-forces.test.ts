import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareForces } from '../../packages/core/src/compare/compare-forces.js';
import type { CompareOptions } from '../../packages/core/src/compare/options.js';
import type { Exchange } from '../../packages/core/src/compare/exchange.js';
import { FORCES } from '../../packages/core/src/compare/forces.js';
import { comparisonCsv } from '../../packages/core/src/report/comparison/csv.js';
import { renderComparison } from '../../packages/core/src/report/comparison/render-comparison.js';
import type { CellSummary } from '../../packages/core/src/model/run.js';
import { shareRun } from '../../packages/core/src/share/share-run.js';
import { newcombeDifference } from '../../packages/core/src/statistics/newcombe-difference.js';
import { wilsonInterval } from '../../packages/core/src/statistics/wilson-interval.js';
import { cell, type CellSpec, PACK, type RunSpec, runOf } from './runs.js';

const [AS, DC, DO] = ['E23000036', 'E23000035', 'E23000039'];

function fileOf(
  force: string,
  cells: readonly Omit<CellSpec, 'force'>[],
  spec: Omit<RunSpec, 'cells'> = {},
): Exchange {
  return shareRun(runOf({ ...spec, cells: cells.map((of) => cell({ ...of, force })) }), PACK, {
    marking: 'OFFICIAL',
    force,
  });
}

const simple = (force: string, counts: CellSpec['counts'], spec: Omit<RunSpec, 'cells'> = {}) =>
  fileOf(force, [{ counts }], spec);

function measure(files: readonly Exchange[], options: CompareOptions = {}, id = 'csa-by-title') {
  return compareForces(files, options).measures.find((of) => of.id === id)!;
}

describe('figures', () => {
  const files = [simple(AS, [60, 40, 10]), simple(DC, [90, 10, 0]), simple(DO, [180, 20, 0])];

  it('are rates with their interval, floor and ceiling', () => {
    const [own] = measure(files).forces;
    expect(own).toMatchObject({
      code: AS,
      total: {
        state: 'told',
        eligible: 110,
        met: 60,
        breached: 40,
        undetermined: 10,
        rate: 0.6,
        floor: 60 / 110,
        ceiling: 70 / 110,
      },
    });
    expect(own?.total).toMatchObject(wilsonInterval(60, 100));
  });

  it('stand against the other forces together, with the interval of the difference', () => {
    const [own] = measure(files).forces;
    expect(own?.others.figure).toMatchObject({ met: 270, breached: 30, rate: 0.9 });
    expect(own?.others.difference).toEqual(newcombeDifference(60, 100, 270, 300));
    expect(own?.others).toMatchObject({ differs: 'lower', beyondChance: true });
  });

  it('differ only where floor to ceiling do not overlap', () => {
    const untold = [simple(AS, [60, 10, 40]), simple(DC, [90, 20, 0]), simple(DO, [180, 40, 0])];
    const [own] = measure(untold).forces;
    expect(own?.total.rate).toBeGreaterThan(0.8);
    expect(own?.others.differs).toBe('no');
    expect(own?.others.untoldMore).toBe(true);
  });

  it('say that a difference is not more than chance gives', () => {
    const near = [simple(AS, [17, 8, 0]), simple(DC, [18, 7, 0])];
    expect(measure(near).forces[0]?.others).toMatchObject({ differs: 'lower', beyondChance: false });
    expect(compareForces(near).standsOut).toEqual([]);
  });

  it('stand in the order of the names, without a rank', () => {
    const comparison = compareForces(files);
    expect(comparison.forces.map(({ short }) => short)).toEqual([
      'Avon and Somerset',
      'Devon & Cornwall',
      'Dorset',
    ]);
    expect(JSON.stringify(comparison)).not.toMatch(/rank|league/i);
  });

  it('are hidden with their rate, interval and difference where a count is small, and the range stays honest', () => {
    const [own, other] = measure([simple(AS, [97, 3, 0]), simple(DC, [60, 40, 0])]).forces;
    expect(own?.total).toMatchObject({
      state: 'size',
      eligible: 100,
      met: null,
      rate: null,
      low: null,
      floor: null,
      few: 'not-met',
    });
    expect(own?.total.range).toEqual({ low: 0.96, high: 1 });
    expect(own?.others.difference).toBeNull();
    expect(own?.others).toMatchObject({ differs: 'higher', beyondChance: true });
    expect(other?.others.difference).toBeNull();
    expect(other?.others).toMatchObject({ differs: 'lower' });
  });

  it('are not 0 where there is no record', () => {
    const [own] = measure(
      [
        fileOf(AS, [{ counts: [50, 50, 0] }, { measure: 'cse-by-title', counts: [40, 0, 0] }]),
        simple(DC, [60, 40, 0]),
      ],
      {},
      'cse-by-title',
    ).forces;
    const none = measure(
      [
        fileOf(AS, [{ counts: [50, 50, 0] }, { measure: 'cse-by-title', counts: [40, 0, 0] }]),
        simple(DC, [60, 40, 0]),
      ],
      {},
      'cse-by-title',
    ).forces[1];
    expect(own?.total.rate).toBe(1);
    expect(none?.total).toMatchObject({ state: 'no-data', eligible: null, met: null, rate: null });
    expect(none?.others.differs).toBe('cannot-be-told');
  });

  it('are of settled records, unless the others are wanted too', () => {
    const both = [AS, DC].map((force) =>
      fileOf(force, [{ counts: [60, 40, 0] }, { maturity: '0-27', month: '2026-12', counts: [10, 90, 0] }]),
    );
    expect(measure(both).forces[0]?.total.rate).toBe(0.6);
    expect(measure(both, { withUnsettled: true }).forces[0]?.total.rate).toBe(0.35);
  });
});

describe('like with like', () => {
  const base = simple(AS, [60, 40, 0]);
  const withoutLocal = [
    'offenceCode',
    'victimBornOn',
    'CSA',
    'CSE',
    'recordedOn',
    'offenceFrom',
    'victimType',
  ] as const;

  it.each([
    ['what an empty cell means', simple(DC, [60, 40, 0], { blank: 'unknown' }), ['blank']],
    ['the day of the run', simple(DC, [60, 40, 0], { asAt: '2026-12-30' }), ['as-at']],
    ['the months', fileOf(DC, [{ month: '2026-09', counts: [60, 40, 0] }]), ['period']],
    [
      'a rule that is off',
      simple(DC, [60, 40, 0], { policy: { rules: { 'CSA-IIOC-MISSING': 'off' } } }),
      ['rules:CSA-IIOC-MISSING'],
    ],
    [
      'a severity',
      simple(DC, [60, 40, 0], { policy: { rules: { 'CSA-IIOC-MISSING': 'info' } } }),
      ['policy'],
    ],
    [
      'a parameter',
      simple(DC, [60, 40, 0], { policy: { parameters: { lateAfterDays: 7 } } }),
      ['parameters:lateAfterDays'],
    ],
    ['an extract that was not read whole', { ...simple(DC, [60, 40, 0]), complete: false }, ['complete']],
    [
      'another edition of the rules',
      { ...simple(DC, [60, 40, 0]), pack: { ...base.pack, edition: '2' } },
      ['pack'],
    ],
  ])('refuses %s, and names it', (_, other, ids) => {
    expect(() => compareForces([base, other])).toThrow(
      expect.objectContaining({ code: 'TALLIES_DIFFER' }) as Error,
    );
    expect(() => compareForces([base, other])).toThrow(
      /Avon and Somerset[^]*Devon & Cornwall|Devon & Cornwall[^]*Avon and Somerset/,
    );
    expect(compareForces([base, other], { allowDifferences: true }).differences.map(({ id }) => id)).toEqual(
      ids,
    );
  });

  it('names every difference at once', () => {
    const other = simple(DC, [60, 40, 0], { blank: 'unknown', asAt: '2026-12-30', columns: withoutLocal });
    expect(() => compareForces([base, other])).toThrow(/empty marker[^]*localMarkers[^]*as at which/);
  });

  it('labels the figures that a difference touches, and no others', () => {
    const other = simple(DC, [60, 40, 0], { policy: { rules: { 'CSE-AS-CCE': 'off' } } });
    const comparison = compareForces([base, other], { allowDifferences: true });
    const labelled = comparison.measures
      .filter(({ differences }) => differences.length > 0)
      .map(({ id }) => id);
    expect(labelled).toEqual(['cse-correctness']);
    expect(comparison.rules.find(({ id }) => id === 'CSE-AS-CCE')?.differences).toEqual(['rules:CSE-AS-CCE']);
    const html = [
      ...renderComparison({ comparison, pack: PACK, tool: { name: 'markercheck', version: '0' } }),
    ].join('');
    expect(html).toContain('Not like with like');
    expect([...comparisonCsv(comparison)].join('')).toContain('rules:CSE-AS-CCE');
  });
});

describe('who is compared', () => {
  it('leaves railway police out of every figure, and says so', () => {
    const btp = fileOf('BTP', [{ counts: [500, 500, 0] }]);
    const comparison = compareForces([simple(AS, [60, 40, 0]), simple(DC, [60, 40, 0]), btp]);
    expect(comparison.notCompared).toEqual([{ name: 'British Transport Police', why: 'not-territorial' }]);
    expect(comparison.measures[0]?.together.eligible).toBe(200);
  });

  it('says which expected force sent nothing', () => {
    const comparison = compareForces([simple(AS, [60, 40, 0]), simple(DC, [60, 40, 0])], {
      expected: [DO, AS],
    });
    expect(comparison.notCompared).toEqual([{ name: 'Dorset Police', why: 'no-file' }]);
    expect(comparison.standsOut).toContainEqual({ kind: 'no-file', name: 'Dorset Police' });
  });

  it('refuses a force that is there twice, and a force alone', () => {
    expect(() => compareForces([simple(AS, [60, 40, 0]), simple(AS, [60, 40, 0])])).toThrow('twice');
    expect(() => compareForces([simple(AS, [60, 40, 0])])).toThrow('not two forces');
  });

  it('names whom it left out, where too few are left', () => {
    const files = [simple(AS, [60, 40, 0]), fileOf('BTP', [{ counts: [500, 500, 0] }])];
    expect(() => compareForces(files)).toThrow(
      expect.objectContaining({
        faults: [expect.stringMatching(/^British Transport Police: it polices no area/)],
      }),
    );
  });
});

describe('over months', () => {
  const months = (size: number, from = 1, to = 12) =>
    Array.from({ length: to - from + 1 }, (_, i) => ({
      month: `2026-${String(from + i).padStart(2, '0')}`,
      maturity: '91+' as const,
      counts: [size - 5, 5, 0] as const,
    }));

  it('months of 20 and more stay months, smaller ones become quarters', () => {
    const [large, small] = measure([fileOf(AS, months(40)), fileOf(DC, months(15))]).forces;
    expect(large?.time).toMatchObject({ unit: 'month' });
    expect(large?.time?.points).toHaveLength(12);
    expect(small?.time).toMatchObject({ unit: 'quarter' });
    expect(small?.time?.points.map(({ figure }) => figure.eligible)).toEqual([45, 45, 45, 45]);
  });

  it('a month without a record is no data, named, and ends a phase', () => {
    const gap = [...months(40, 1, 5), ...months(40, 8, 12)];
    const files = [fileOf(AS, gap), fileOf(DC, months(40))];
    const [own] = measure(files).forces;
    expect(own?.missingMonths).toEqual(['2026-06', '2026-07']);
    expect(own?.time?.points[5]?.figure.state).toBe('no-data');
    expect(own?.time?.phases.map(({ start, count }) => [start, count])).toEqual([
      [0, 5],
      [7, 5],
    ]);
    expect(compareForces(files).standsOut).toContainEqual({
      kind: 'no-months',
      code: AS,
      measure: 'csa-by-title',
      months: ['2026-06', '2026-07'],
    });
  });

  it('a known change begins a new phase, and a break that nobody named stands out', () => {
    const broken = [
      ...months(100, 1, 6),
      ...months(100, 7, 12).map((of) => ({ ...of, counts: [40, 60, 0] as const })),
    ];
    const files = [fileOf(AS, broken), fileOf(DC, months(100))];
    const shifts = (options: CompareOptions) =>
      compareForces(files, options).standsOut.filter(({ kind }) => kind === 'shift');
    expect(shifts({})).toMatchObject([{ code: AS, measure: 'csa-by-title', direction: 'down' }]);
    expect(shifts({ rebase: { [AS]: ['2026-07'] } })).toEqual([]);
    expect(measure(files, { rebase: { [AS]: ['2026-07'] } }).forces[0]?.time?.rebased).toEqual(['2026-07']);
  });
});

describe('standardised', () => {
  const mix = (young: CellSpec['counts'], old: CellSpec['counts']) => [
    { ageBand: '10-12' as const, counts: young },
    { ageBand: '13-15' as const, counts: old },
  ];

  it('takes the mix out of the difference', () => {
    const { forces, standardisedOver } = measure([
      fileOf(AS, mix([90, 10, 0], [450, 450, 0])),
      fileOf(DC, mix([810, 90, 0], [50, 50, 0])),
    ]);
    expect(standardisedOver).toMatchObject({ share: 1 });
    const rates = forces.map(({ standardised }) =>
      standardised.refused === null ? standardised.rate : null,
    );
    expect(rates[0]).toBeCloseTo(0.7, 10);
    expect(rates[1]).toBeCloseTo(0.7, 10);
    expect(forces.map(({ total }) => total.rate)).toEqual([0.54, 0.86]);
  });

  it('refuses an empty stratum with words', () => {
    const files = [
      fileOf(AS, mix([90, 10, 0], [450, 450, 0])),
      fileOf(DC, mix([810, 90, 0], [50, 50, 0])),
      fileOf(DO, [{ ageBand: '13-15', counts: [50, 50, 0] }]),
    ];
    const dorset = measure(files).forces.find(({ code }) => code === DO);
    expect(dorset?.standardised.refused).toMatch(/no record that can be judged in .*10-12/);
  });
});

describe('the funnel', () => {
  it('is drawn about the rate of all together, or about what is stated', () => {
    const files = [simple(AS, [60, 40, 0]), simple(DC, [360, 40, 0])];
    expect(measure(files).baseline).toEqual({ rate: 0.84, stated: false, within: null });
    expect(measure(files).forces[0]?.funnel?.zone).toBe('below-99.8');
    expect(measure(files, { baselines: { 'csa-by-title': 0.6 } }).forces[0]?.funnel?.zone).toBe('within');
  });

  it('is widened for overdispersion only from 20 forces on', () => {
    const many = FORCES.filter(({ territorial }) => territorial)
      .slice(0, 24)
      .map(({ code }, i) => simple(code, [80 + (i % 7) * 15, 40, 0]));
    expect(measure(many.slice(0, 19)).overdispersion).toEqual({ adjusted: false, units: 19 });
    expect(measure(many).overdispersion).toMatchObject({ adjusted: true, units: 24 });
  });
});

describe('the order of the files', { timeout: 60_000 }, () => {
  const counts = fc.tuple(fc.nat(80), fc.nat(80), fc.nat(20)).filter(([a, b, c]) => a + b + c > 0);
  const cells: fc.Arbitrary<readonly CellSummary[]> = fc
    .array(
      fc.record({
        month: fc.constantFrom('2026-01', '2026-02', '2026-06'),
        offenceClass: fc.constantFrom('19E', '71', '22B'),
        ageBand: fc.constantFrom('10-12' as const, '13-15' as const),
        measure: fc.constantFrom('csa-by-title', 'csa-by-age'),
        counts,
      }),
      { minLength: 2, maxLength: 30 },
    )
    .map((all) => all.map(cell));

  it('changes nothing, to the last byte', () => {
    fc.assert(
      fc.property(
        fc.tuple(cells, cells, cells),
        fc.constantFrom([0, 1, 2], [2, 0, 1], [1, 0, 2], [2, 1, 0]),
        (of, order) => {
          const files = of.map((own, i) =>
            shareRun(runOf({ cells: own.map((c) => ({ ...c, force: [AS, DC, DO][i]! })) }), PACK, {
              marking: 'X',
              force: [AS, DC, DO][i]!,
              period: { from: '2026-01', to: '2026-06' },
            }),
          );
          const outputs = (all: readonly Exchange[]) => {
            const comparison = compareForces(all);
            return [
              JSON.stringify(comparison),
              [...comparisonCsv(comparison)].join(''),
              [...renderComparison({ comparison, pack: PACK, tool: { name: 'm', version: '0' } })].join(''),
            ];
          };
          expect(outputs(order.map((i) => files[i]!))).toEqual(outputs(files));
        },
      ),
      { numRuns: 20 },
    );
  });
});
