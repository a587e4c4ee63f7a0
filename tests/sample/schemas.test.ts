import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { drawSample } from '../../packages/core/src/sample/draw-sample.js';
import { readGrades } from '../../packages/core/src/sample/score/grades.js';
import { scoreSample } from '../../packages/core/src/sample/score/score.js';
import { ROOT } from '../support/cli.js';
import { syntheticMonth } from './month.js';
import { fillReview } from './scripted-review.js';

const month = syntheticMonth(3000);
const { pack, records, truth, asAt } = month;

function validator(name: string) {
  const file = path.join(ROOT, 'packages/core/src/sample', name);
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(file, 'utf8')) as object,
  );
  // As it is written: what is undefined is not in a file.
  return (value: unknown) => {
    validate(JSON.parse(JSON.stringify(value)));
    return validate.errors ?? [];
  };
}

describe('the schemas of a sample', () => {
  const first = drawSample(records, { pack, asAt, seed: 1, size: 30 });
  const manifests = [
    first,
    drawSample(records, { pack, asAt, seed: 2, by: ['rule', 'month'], blind: true, exclude: [first] }),
    drawSample(records, { pack, asAt, seed: 3, by: [], frame: 'all', rules: ['UNKNOWN-CODE'], double: 0.3 }),
    {
      ...first,
      run: {
        ...first.run,
        tool: { name: 'markercheck', version: '0.1.0' },
        profile: { name: 'canonical', digest: 'a'.repeat(64), blank: 'not-set' },
        inputs: [{ name: 'extract.csv', bytes: 1, sha256: 'b'.repeat(64), records: 1 }],
      },
    },
  ];

  it('describe every manifest', () => {
    const faults = validator('sample-manifest.schema.json');
    for (const manifest of manifests) expect(faults(manifest)).toEqual([]);
    expect(faults({ ...first, more: 1 })).not.toEqual([]);
  });

  it('describe every score', () => {
    const faults = validator('sample-score.schema.json');
    const grades = readGrades({ accuracy: [{ grade: 'Good', from: 0 }] });
    for (const manifest of manifests) {
      const reviewer = { name: 'x', errors: 0.1, untold: 0.1 };
      const a = fillReview(manifest, 'A', reviewer, truth);
      const b = { ...fillReview(manifest, 'B', { ...reviewer, name: 'y' }, truth) };
      expect(faults(scoreSample({ manifest, reviews: [a, b], grades }))).toEqual([]);
      expect(
        faults(scoreSample({ manifest, reviews: [{ ...a, text: `${a.text}\r\nspoilt,line` }] })),
      ).toEqual([]);
    }
  });
});
