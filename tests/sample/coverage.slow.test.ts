import { describe, expect, it } from 'vitest';
import { drawSample } from '../../packages/core/src/sample/draw-sample.js';
import type { SampleManifest } from '../../packages/core/src/sample/manifest.js';
import type { Answers } from '../../packages/core/src/sample/questions.js';
import { scoreFigures } from '../../packages/core/src/sample/score/figures.js';
import { knownRates, rateName } from './known-rates.js';
import { syntheticMonth } from './month.js';
import { redrawer } from './redraw.js';
import { type ScriptedReviewer, shouldAnswer } from './scripted-review.js';

/**
 * How often the 95% intervals of a score hold the truth, over seeded cycles of drawing and reviewing one
 * month. With fewer than about 5 records of the rarer kind in the sample so few counts are possible that no
 * interval can keep to 93 to 97%: there the test only holds that it does not fall far short. When this was
 * written, the figures with enough were held in 94.1 to 96.0% of the cycles, and the others in 94.3 to 95.8%.
 */
const CYCLES = 2000;
const ENOUGH = 5;

const month = syntheticMonth();
const { pack, records, truth, asAt } = month;
const REVIEWER: ScriptedReviewer = { name: 'erring', errors: 0.07, untold: 0 };

const answersOf = (manifest: SampleManifest) =>
  manifest.items.map((record) => {
    const of = (marker: 'CSA' | 'CSE'): Answers => ({
      shouldBeSet: shouldAnswer(REVIEWER, record.crimeReference, marker, truth),
      isSet: truth.get(record.crimeReference)![marker].is ? 'yes' : 'no',
    });
    return {
      record,
      by: new Map(),
      answers: new Map([
        ['CSA', of('CSA')],
        ['CSE', of('CSE')],
      ] as const),
    };
  });

interface Coverage {
  cycles: number;
  held: number;
  /** Reviewed records of the rarer kind. */
  rarer: number;
}

describe.each([
  ['found and passed', ['found']],
  ['simple', []],
] as const)('the intervals of a score, %s', (_, by) => {
  const drawn = drawSample(records, { pack, asAt, seed: 0, size: 1_000_000, by });
  const known = knownRates(drawn, month, REVIEWER);
  const redraw = redrawer({ ...drawn, domains: { ...drawn.domains, teams: [] } });
  const coverage = new Map<string, Coverage>();

  it('hold the truth in 93 to 97% of the cycles', () => {
    for (let seed = 0; seed < CYCLES; seed++) {
      const manifest = redraw({ seed });
      for (const figure of scoreFigures(manifest, answersOf(manifest))) {
        const name = rateName(figure);
        const rate = known.get(name);
        if (rate === undefined || figure.low === null || figure.high === null) continue;
        const of = coverage.get(name) ?? { cycles: 0, held: 0, rarer: 0 };
        of.cycles++;
        of.rarer += figure.reviewed * Math.min(rate, 1 - rate);
        if (figure.low <= rate + 1e-12 && rate <= figure.high + 1e-12) of.held++;
        coverage.set(name, of);
      }
    }
    let enough = 0;
    for (const [name, { cycles, held, rarer }] of coverage) {
      if (cycles < CYCLES) continue;
      const isEnough = rarer / cycles >= ENOUGH;
      if (isEnough) enough++;
      expect(held / cycles, name).toBeGreaterThanOrEqual(isEnough ? 0.93 : 0.9);
      if (isEnough) expect(held / cycles, name).toBeLessThanOrEqual(0.97);
    }
    expect(enough).toBeGreaterThanOrEqual(8);
  });
});
