import { describe, expect, it } from 'vitest';
import * as library from '../../packages/core/src/index.js';
import { compareForces } from '../../packages/core/src/compare/compare-forces.js';
import { FORCES } from '../../packages/core/src/compare/forces.js';
import { AGE_BANDS } from '../../packages/core/src/model/cell.js';
import type { CellSummary } from '../../packages/core/src/model/run.js';
import { shareRun } from '../../packages/core/src/share/share-run.js';
import * as statistics from '../../packages/core/src/statistics/index.js';
import { cell, PACK, runOf } from './runs.js';

const MONTHS = Array.from(
  { length: 120 },
  (_, i) => `${String(2017 + Math.floor(i / 12))}-${String((i % 12) + 1).padStart(2, '0')}`,
);
const CLASSES = ['17B', '19D', '19E', '20B', '21', '22B', '23', '71', '86', '88A'];
const MEASURES = [
  'csa-by-title',
  'csa-by-age',
  'cse-by-title',
  'csa-correctness',
  'cse-correctness',
  'record-coherence',
];

function tenYears(force: string, seed: number): readonly CellSummary[] {
  return MEASURES.flatMap((measure, m) =>
    MONTHS.flatMap((month, i) =>
      CLASSES.map((offenceClass, c) =>
        cell({
          force,
          month,
          offenceClass,
          measure,
          ageBand: AGE_BANDS[(i + c + m) % 5]!,
          maturity: '91+',
          counts: [9 + ((seed * 7 + i * 3 + c * 5) % 23), (seed + i * c) % 4, (i + c) % 9 === 0 ? 1 : 0],
        }),
      ),
    ),
  );
}

describe('scale', () => {
  it('compares 43 forces over 120 months in under 2 seconds', { timeout: 120_000 }, () => {
    const forces = FORCES.filter(({ territorial }) => territorial);
    const three = [0, 1, 2].map((i) =>
      shareRun(runOf({ cells: tenYears('E23000036', i) }), PACK, { marking: 'X' }),
    );
    const files = forces.map(({ code, name }, i) => ({ ...three[i % 3]!, force: { code, name } }));
    const start = performance.now();
    const comparison = compareForces(files);
    const milliseconds = performance.now() - start;
    expect(comparison.forces).toHaveLength(43);
    expect(comparison.measures[0]?.forces[0]?.time?.points.length).toBeGreaterThanOrEqual(40);
    expect(milliseconds).toBeLessThan(2000);
  });
});

describe('the library', () => {
  it('exports every statistic', () => {
    expect(Object.keys(statistics).filter((name) => !(name in library))).toEqual([]);
  });

  it('exports sharing, comparing and splitting', () => {
    for (const name of [
      'shareRun',
      'compareForces',
      'compareOverTime',
      'decomposeChange',
      'readExchange',
      'findForce',
    ])
      expect(library).toHaveProperty(name);
  });
});
