import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordFacts } from '../facts/record-facts.js';
import { FIELD_NAMES } from '../model/fields.js';
import type { Policy } from '../model/policy.js';
import { cellsOf } from '../normalise/cells.js';
import { compilePack } from '../rules/compile.js';
import { loadPack } from '../rules/load.js';
import { createJudge, judge } from './judge.js';
import { alike, records } from './records.test-helper.js';

const pack = loadPack();
const allOn = { rules: Object.fromEntries(pack.rules.map((rule) => [rule.id, 'on'])) } as Policy;

describe('the planned judgement', () => {
  it.each([
    { name: 'every rule on', policy: allOn, columns: FIELD_NAMES },
    { name: 'the pack as it comes', policy: {}, columns: FIELD_NAMES },
    { name: 'no CSE column', policy: allOn, columns: FIELD_NAMES.filter((name) => name !== 'CSE') },
  ])('gives the outcomes of the plain one with $name', ({ policy, columns }) => {
    const compiled = compilePack(pack, { policy, columns });
    const facts = () => new RecordFacts(compiled.surroundings, compiled.rules.length);
    const [plain, planned] = [facts(), facts()];
    const judgePlanned = createJudge(compiled);
    fc.assert(
      fc.property(fc.oneof(records, alike), (record) => {
        judge(compiled, plain.load(cellsOf(record)));
        judgePlanned(planned.load(cellsOf(record)));
        expect([...planned.outcomes]).toEqual([...plain.outcomes]);
      }),
      { numRuns: 3000 },
    );
  });
});
