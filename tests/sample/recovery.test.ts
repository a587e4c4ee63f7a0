import { describe, expect, it } from 'vitest';
import { drawSample } from '../../packages/core/src/sample/draw-sample.js';
import { scoreSample } from '../../packages/core/src/sample/score/score.js';
import { syntheticMonth } from './month.js';
import { fillReview, PERFECT } from './scripted-review.js';

const { pack, records, truth, asAt } = syntheticMonth();

describe('x', () => {
  it('y', () => {
    let t = performance.now();
    const manifest = drawSample(records, { pack, asAt, seed: 1 });
    console.log('draw', performance.now() - t);
    t = performance.now();
    const all = drawSample(records, { pack, asAt, seed: 1, size: 1e6 });
    console.log('all', performance.now() - t, all.items.length);
    t = performance.now();
    const score = scoreSample({ manifest, reviews: [fillReview(manifest, 'A', PERFECT, truth)] });
    console.log('score', performance.now() - t);
    t = performance.now();
    const exact = scoreSample({ manifest: all, reviews: [fillReview(all, 'A', PERFECT, truth)] });
    console.log('score', performance.now() - t);
    console.log(JSON.stringify(score.strata));
    for (const f of score.figures) {
      const e = exact.figures.find(
        (g) => g.scope === f.scope && g.name === f.name && g.marker === f.marker && g.measure === f.measure,
      )!;
      const r = (x: number | null) => (x === null ? null : Math.round(x * 1000) / 10);
      console.log(
        f.scope,
        f.name,
        f.marker,
        f.measure,
        'N',
        f.population,
        'n',
        f.reviewed,
        f.yes,
        '|',
        r(f.estimate),
        r(f.low),
        r(f.high),
        f.refused ? JSON.stringify(f.refused) : '',
        '| exact',
        r(e.estimate),
        r(e.low),
        r(e.high),
        f.low !== null && e.estimate !== null && (e.estimate < f.low || e.estimate > f.high!) ? 'MISS' : '',
      );
    }
    console.log(score.reviews.malformed.slice(0, 3), score.wrong.length, score.differences.length);
    expect(1).toBe(1);
  });
});
