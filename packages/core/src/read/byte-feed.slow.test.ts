import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readBytes } from './byte-feed.test-helper.js';
import { hostileCsv } from './hostile-csv.test-helper.js';

it('reading bytes and reading text are the same on 100,000 generated and damaged inputs', () => {
  const steps = fc.integer({ min: 1, max: 4000 });
  const starts = fc.integer({ min: 1, max: 2500 });
  let rows = 0;
  fc.assert(
    fc.property(hostileCsv, steps, starts, (bytes, step, start) => {
      const asText = readBytes(bytes, 0);
      rows += asText.rows.length;
      expect(readBytes(bytes, start, step)).toEqual(asText);
    }),
    { numRuns: 100_000 },
  );
  expect(rows).toBeGreaterThan(1_000_000);
}, 1_200_000);
