import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareForces } from '../../packages/core/src/compare/compare-forces.js';
import { AGE_BANDS } from '../../packages/core/src/model/cell.js';
import type { CellSummary } from '../../packages/core/src/model/run.js';
import { comparisonCsv, comparisonJson } from '../../packages/core/src/report/comparison/csv.js';
import { renderComparison } from '../../packages/core/src/report/comparison/render-comparison.js';
import { shareRun } from '../../packages/core/src/share/share-run.js';
import { attack, type Published, type Sum } from './attacker.js';
import { type SeenFigure, seenInCsv, seenInHtml, seenInJson } from './formats.js';
import { cell, PACK, runOf } from './runs.js';

const FORCES = ['E23000036', 'E23000035', 'E23000039'] as const;
const THRESHOLD = 5;

const count = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 5, max: 90 }) },
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 6 }) },
);
const anyCells = fc.array(
  fc
    .record({
      force: fc.constantFrom(...FORCES),
      month: fc.constantFrom('2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-10'),
      offenceClass: fc.constantFrom('17B', '19E', '22B', '71'),
      ageBand: fc.constantFrom(...AGE_BANDS),
      maturity: fc.constant('91+' as const),
      measure: fc.constantFrom('csa-by-title', 'csa-by-age'),
      counts: fc.tuple(count, count, count).filter(([a, b, c]) => a + b + c > 0),
    })
    .map(cell),
  { minLength: 20, maxLength: 140 },
);

const KEYS = ['eligible', 'met', 'breached', 'undetermined'] as const;
const PARTS = { class: ['class'], 'age-band': ['age-band'], time: ['month', 'quarter'] } as const;

function isIn(figure: SeenFigure, of: CellSummary): boolean {
  if (of.force !== figure.force || of.measure !== figure.measure) return false;
  const month = of.month ?? '';
  const quarter = `${month.slice(0, 4)}-Q${String(Math.ceil(Number(month.slice(5)) / 3))}`;
  switch (figure.part) {
    case 'total':
      return true;
    case 'class':
      return figure.key === of.offenceClass;
    case 'age-band':
      return figure.key === of.ageBand;
    case 'class-and-age':
      return figure.key === `${String(of.offenceClass)} ${of.ageBand}`;
    case 'month':
      return figure.key === month;
    default:
      return figure.key === quarter;
  }
}

function truthOf(
  figure: SeenFigure,
  cells: readonly CellSummary[],
): Readonly<Record<(typeof KEYS)[number], number>> {
  const own = cells.filter((of) => isIn(figure, of));
  const sum = (key: 'met' | 'breached' | 'undetermined') => own.reduce((total, of) => total + of[key], 0);
  const [met, breached, undetermined] = [sum('met'), sum('breached'), sum('undetermined')];
  return { eligible: met + breached + undetermined, met, breached, undetermined };
}

/** What an attacker can write down of one force and measure: the figures, and which of them add up to which. */
function publishedOf(
  figures: readonly SeenFigure[],
  cells: readonly CellSummary[],
): { published: Published; truth: Map<string, number> } {
  const counts = new Map<string, number | null>();
  const truth = new Map<string, number>();
  const sums: Sum[] = [];
  const least = new Map<string, number>();
  const nameOf = ({ part, key }: SeenFigure): string => `${part}|${key}`;
  for (const figure of figures) {
    const real = truthOf(figure, cells);
    for (const key of KEYS) {
      counts.set(`${nameOf(figure)}/${key}`, figure[key]);
      truth.set(`${nameOf(figure)}/${key}`, real[key]);
    }
    // A month that the output lists as no data has no record, and that is no secret.
    if (real.eligible > 0) least.set(`${nameOf(figure)}/eligible`, 1);
    else for (const key of KEYS) counts.set(`${nameOf(figure)}/${key}`, 0);
    sums.push({
      total: `${nameOf(figure)}/eligible`,
      parts: ['met', 'breached', 'undetermined'].map((key) => `${nameOf(figure)}/${key}`),
    });
  }
  const total = figures.find(({ part }) => part === 'total');
  const addUp = (of: SeenFigure | undefined, parts: readonly SeenFigure[]): void => {
    if (of === undefined || parts.length === 0) return;
    for (const key of KEYS)
      sums.push({ total: `${nameOf(of)}/${key}`, parts: parts.map((part) => `${nameOf(part)}/${key}`) });
  };
  for (const kinds of Object.values(PARTS))
    addUp(
      total,
      figures.filter(({ part }) => (kinds as readonly string[]).includes(part)),
    );
  const strata = figures.filter(({ part }) => part === 'class-and-age');
  for (const of of figures.filter(({ part }) => part === 'class'))
    addUp(
      of,
      strata.filter(({ key }) => key.startsWith(`${of.key} `)),
    );
  for (const of of figures.filter(({ part }) => part === 'age-band'))
    addUp(
      of,
      strata.filter(({ key }) => key.endsWith(` ${of.key}`)),
    );
  return { published: { counts, sums, least }, truth };
}

function checkSeen(seen: readonly SeenFigure[], cells: readonly CellSummary[]): void {
  for (const force of FORCES) {
    for (const measure of ['csa-by-title', 'csa-by-age']) {
      const own = seen.filter((of) => of.force === force && of.measure === measure);
      for (const figure of own) {
        const real = truthOf(figure, cells);
        for (const key of KEYS) {
          if (figure[key] === null) continue;
          expect(figure[key]).toBe(real[key]);
          expect(
            figure[key] === 0 || figure[key] >= THRESHOLD,
            `${figure.part} ${figure.key} ${key} ${String(figure[key])}`,
          ).toBe(true);
        }
        // With the size of a cell, a rate or a limit would tell its counts.
        if (figure.met === null || figure.breached === null) {
          const beside = Object.keys(figure.others).filter(
            (name) => !(name === 'floor' && figure.met !== null),
          );
          expect(beside, `${figure.part} ${figure.key}`).toEqual([]);
        }
      }
      const { published, truth } = publishedOf(own, cells);
      for (const [name, { low, high }] of attack(published)) {
        const value = truth.get(name) ?? 0;
        const at = `${force} ${measure} ${name}: ${String(low)} to ${String(high)}, truly ${String(value)}`;
        expect(value >= low && value <= high, at).toBe(true);
        if (value > 0 && value < THRESHOLD) expect(high - low, at).toBeGreaterThanOrEqual(THRESHOLD - 2);
      }
    }
  }
}

function outputs(cells: readonly CellSummary[]) {
  const files = FORCES.map((force) =>
    shareRun(runOf({ cells: cells.filter((of) => of.force === force) }), PACK, {
      marking: 'X',
      force,
      period: { from: '2025-11', to: '2026-10' },
    }),
  );
  const comparison = compareForces(files);
  return {
    comparison,
    csv: [...comparisonCsv(comparison)].join(''),
    json: comparisonJson(comparison),
    html: [...renderComparison({ comparison, pack: PACK, tool: { name: 'markercheck', version: '0' } })].join(
      '',
    ),
  };
}

describe('an attacker with every output of a comparison', { timeout: 60_000 }, () => {
  it.each([
    ['comparison.csv', (of: ReturnType<typeof outputs>) => seenInCsv(of.csv)],
    ['comparison.json', (of: ReturnType<typeof outputs>) => seenInJson(of.json)],
    ['comparison.html', (of: ReturnType<typeof outputs>) => seenInHtml(of.html, of.comparison)],
  ])('finds no small count in %s, and can work none out', (_, seen) => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        checkSeen(seen(outputs(cells)), cells);
      }),
      { numRuns: 20 },
    );
  });

  it('would find one if it were there: the attack itself works', () => {
    const counts = new Map<string, number | null>([
      ['total', 20],
      ['a', 12],
      ['b', 5],
      ['c', null],
    ]);
    expect(attack({ counts, sums: [{ total: 'total', parts: ['a', 'b', 'c'] }] }).get('c')).toEqual({
      low: 3,
      high: 3,
    });
    const two = new Map<string, number | null>([
      ['total', 20],
      ['a', 18],
      ['b', null],
      ['c', null],
    ]);
    expect(
      attack({
        counts: two,
        sums: [{ total: 'total', parts: ['a', 'b', 'c'] }],
        least: new Map([
          ['b', 1],
          ['c', 1],
        ]),
      }).get('c'),
    ).toEqual({ low: 1, high: 1 });
  });
});
