import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readExchange } from '../../packages/core/src/compare/read-exchange.js';
import { AGE_BANDS } from '../../packages/core/src/model/cell.js';
import type { CellSummary } from '../../packages/core/src/model/run.js';
import { shareRun } from '../../packages/core/src/share/share-run.js';
import { attack } from './attacker.js';
import { publishedBlocks } from './published.js';
import { cell, PACK, runOf } from './runs.js';

const MEASURES = [
  'csa-by-title',
  'csa-by-age',
  'cse-by-title',
  'csa-correctness',
  'cse-correctness',
  'record-coherence',
];
const CLASSES = ['17B', '19D', '19E', '22B', '71', null];
const MONTHS = [
  '2024-11',
  '2024-12',
  '2025-01',
  '2025-04',
  '2025-05',
  '2025-06',
  '2025-11',
  '2026-01',
  '2026-02',
  '2026-10',
];

/** Counts as they come: many large, some 0, and many small ones. */
const count = fc.oneof(
  { weight: 4, arbitrary: fc.nat(60) },
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 6 }) },
);

const anyCell = fc
  .record({
    month: fc.constantFrom(...MONTHS),
    offenceClass: fc.constantFrom(...CLASSES),
    ageBand: fc.constantFrom(...AGE_BANDS),
    maturity: fc.constantFrom('28-90' as const, '91+' as const, '91+' as const, '0-27' as const),
    measure: fc.constantFrom(...MEASURES),
    counts: fc.tuple(count, count, count),
  })
  .filter(({ counts: [met, breached, undetermined] }) => met + breached + undetermined > 0)
  .map(cell);

const anyCells = fc.array(anyCell, { minLength: 1, maxLength: 120 });
const threshold = fc.constantFrom(3, 5, 5, 10);

const share = (cells: readonly CellSummary[], least: number) =>
  shareRun(runOf({ cells }), PACK, { marking: 'OFFICIAL', threshold: least, force: 'E23000036' });

const isSmall = (value: number, least: number): boolean => value > 0 && value < least;

describe('what a run shares', { timeout: 60_000 }, () => {
  it('tells no count from 1 to one below the threshold, and nothing that is not true', () => {
    fc.assert(
      fc.property(anyCells, threshold, (cells, least) => {
        for (const { published, truth } of publishedBlocks(share(cells, least), cells)) {
          for (const [name, told] of published.counts) {
            if (told === null) continue;
            expect(told, name).toBe(truth.get(name));
            expect(isSmall(told, least), `${name} is ${String(told)}`).toBe(false);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lets nobody work out a suppressed count from the totals', () => {
    fc.assert(
      fc.property(anyCells, threshold, (cells, least) => {
        for (const { measure, maturity, published, truth } of publishedBlocks(share(cells, least), cells)) {
          for (const [name, { low, high }] of attack(published)) {
            const value = truth.get(name) ?? 0;
            const at = `${measure} ${maturity} ${name}: ${String(low)} to ${String(high)}, truly ${String(value)}`;
            expect(value, at).toBeGreaterThanOrEqual(low);
            expect(value, at).toBeLessThanOrEqual(high);
            // That a table tells less of a cell than its total does is no secret, but its size would be one.
            if (value > 0 && name.endsWith('/eligible')) expect(high - low, at).toBeGreaterThan(0);
            // A small count can be anything from "none or one" to the threshold, or as wide an interval.
            if (isSmall(value, least)) expect(high - low, at).toBeGreaterThanOrEqual(least - 2);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('adds up: it is an exchange file that can be read', () => {
    fc.assert(
      fc.property(anyCells, threshold, (cells, least) => {
        const exchange = share(cells, least);
        expect(readExchange(JSON.parse(JSON.stringify(exchange)))).toEqual(exchange);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same whatever the order of the cells', () => {
    fc.assert(
      fc.property(anyCells, fc.infiniteStream(fc.nat()), (cells, order) => {
        const shuffled = cells
          .map((of) => ({ of, at: order.next().value as number }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ of }) => of);
        expect(share(shuffled, 5)).toEqual(share(cells, 5));
      }),
      { numRuns: 25 },
    );
  });
});

describe('the total of a measure', () => {
  const total = (counts: readonly [number, number, number]) =>
    share([cell({ counts })], 5).measures['csa-by-title']?.settled;

  it.each([
    [
      'is told whole where no count is small',
      [70, 10, 0],
      { eligible: 80, met: 70, breached: 10, undetermined: 0 },
      null,
    ],
    [
      'keeps what meets it where only the rest is small by parts',
      [70, 3, 8],
      { eligible: 81, met: 70, breached: null, undetermined: null },
      null,
    ],
    [
      'keeps its size where all but a few meet it',
      [70, 3, 0],
      { eligible: 73, met: null, breached: null, undetermined: null },
      'not-met',
    ],
    [
      'keeps its size where few meet it',
      [3, 40, 0],
      { eligible: 43, met: null, breached: null, undetermined: null },
      'met',
    ],
    [
      'tells nothing where both sides are small',
      [4, 4, 0],
      { eligible: null, met: null, breached: null, undetermined: null },
      null,
    ],
    [
      'tells nothing of a small total',
      [4, 0, 0],
      { eligible: null, met: null, breached: null, undetermined: null },
      null,
    ],
  ] as const)('%s', (_, counts, told, few) => {
    expect(total(counts)).toMatchObject({ total: told, few });
  });
});

describe('whose records are shared', () => {
  const cells = (...forces: readonly string[]) => forces.map((force) => cell({ force, counts: [70, 10, 0] }));
  const options = { marking: 'OFFICIAL' };

  it('knows a force by its code and its names', () => {
    for (const force of ['E23000035', 'Devon & Cornwall Police', 'devon and cornwall'])
      expect(shareRun(runOf({ cells: cells(force) }), PACK, options).force.code).toBe('E23000035');
  });

  it('refuses to guess', () => {
    expect(() => shareRun(runOf({ cells: cells('') }), PACK, options)).toThrow('Name the force');
    expect(() => shareRun(runOf({ cells: cells('E23000099', 'Jo Bloggs') }), PACK, options)).toThrow(
      'its records name no force that is known (E23000099). Name the force.',
    );
    expect(() => shareRun(runOf({ cells: cells('E23000035', 'E23000036') }), PACK, options)).toThrow(
      'Avon and Somerset Constabulary',
    );
    expect(() =>
      shareRun(runOf({ cells: cells('E23000035') }), PACK, { ...options, force: 'Devonshire' }),
    ).toThrow('Devonshire');
  });

  it('takes records without a force as those of the force that is named', () => {
    expect(shareRun(runOf({ cells: cells('') }), PACK, { ...options, force: 'Dorset' })).toMatchObject({
      force: { code: 'E23000039' },
      leftOut: [],
      measures: { 'csa-by-title': { settled: { total: { eligible: 80 } } } },
    });
  });

  it('leaves out and names railway police and what is no force, and does not pass its text on', () => {
    const all = [
      ...cells('E23000039'),
      ...cells('BTP', 'Action Fraud').map((of) => ({ ...of, measure: 'marker-compliance' })),
    ];
    const exchange = shareRun(runOf({ cells: all }), PACK, options);
    expect(exchange.leftOut).toEqual([
      { force: 'British Transport Police', about: 80 },
      { force: null, about: 80 },
    ]);
    expect(exchange.measures['csa-by-title']?.settled?.total.eligible).toBe(80);
    expect(JSON.stringify(exchange)).not.toContain('Action Fraud');
    expect(Object.values(exchange.rules).every(({ about }) => about === null)).toBe(true);
  });

  it('leaves months outside the stated period out', () => {
    const months = ['2025-12', '2026-01', '2026-02'].map((month) => cell({ month, counts: [70, 10, 0] }));
    const exchange = shareRun(runOf({ cells: months }), PACK, {
      ...options,
      period: { from: '2026-01', to: '2026-03' },
    });
    expect(exchange.period).toEqual({ from: '2026-01', to: '2026-03', stated: true });
    expect(exchange.measures['csa-by-title']?.settled?.total.eligible).toBe(160);
  });
});

describe('what is refused', () => {
  const run = runOf({ cells: [cell({ counts: [70, 10, 0] })] });
  it.each([
    ['no marking', run, { marking: ' ' }, 'marking'],
    ['a threshold under which a count could only be 1', run, { marking: 'X', threshold: 2 }, '3 or more'],
    ['a period backwards', run, { marking: 'X', period: { from: '2026-02', to: '2026-01' } }, 'YYYY-MM'],
    [
      'a run of other rules',
      { ...run, pack: { ...run.pack, digest: 'f'.repeat(64) } },
      { marking: 'X' },
      'Check the extract again',
    ],
    [
      'a run that was not checked',
      { ...run, notChecked: 'no record could be read' },
      { marking: 'X' },
      'NOT CHECKED',
    ],
  ])('%s', (_, summary, options, words) => {
    expect(() => shareRun(summary, PACK, options)).toThrow(words);
  });
});

describe('what is shared of rules', () => {
  const rules = { 'CSA-BYDEF-MISSING': { met: 63, breached: 14, undetermined: 3 } };

  it('is rounded so that under the threshold is one step', () => {
    const exchange = shareRun(runOf({ cells: [cell({ counts: [63, 40, 0] })], rules }), PACK, {
      marking: 'X',
    });
    expect(exchange.rules['CSA-BYDEF-MISSING']?.about).toEqual({ met: 60, breached: 10, undetermined: 0 });
  });

  it('is withheld where the exact measure would tell a small one', () => {
    const few = { met: 40, breached: 4, undetermined: 0 };
    const small = { ...rules, 'CSA-IIOC-MISSING': few, 'CSE-WITHOUT-CSA': few };
    const exchange = shareRun(runOf({ cells: [cell({ counts: [63, 22, 0] })], rules: small }), PACK, {
      marking: 'X',
    });
    expect(exchange.rules['CSA-IIOC-MISSING']?.about).toBeNull();
    expect(exchange.rules['CSA-BYDEF-MISSING']?.about).toBeNull();
    expect(exchange.rules['OFFENCE-DATE-DEFAULTED']?.about).not.toBeNull();
  });

  it('leaves measures that are made of others out: a total beside its parts would tell a hidden part', () => {
    const { measures } = shareRun(runOf({ cells: [cell({ counts: [63, 18, 0] })] }), PACK, { marking: 'X' });
    expect(Object.keys(measures)).toEqual(MEASURES);
  });
});
