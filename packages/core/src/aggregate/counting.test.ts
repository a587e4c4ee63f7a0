import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createJudge, judge } from '../evaluate/judge.js';
import { alike } from '../evaluate/records.test-helper.js';
import { RecordFacts } from '../facts/record-facts.js';
import type { Policy } from '../model/policy.js';
import { cellsOf } from '../normalise/cells.js';
import { compilePack } from '../rules/compile.js';
import { loadPack } from '../rules/load.js';
import { EXTRACT_CHECKS } from './checks/index.js';
import { createCounting } from './counting.js';
import { addOutcomes, emptyTally } from './tally.js';

const pack = loadPack();
const allOn = { rules: Object.fromEntries(pack.rules.map((rule) => [rule.id, 'on'])) } as Policy;
const compiled = compilePack(pack, { policy: allOn });
const AS_AT = 20_254;

it('counts what is counted by plan as what is counted record by record', () => {
  const [plain, planned] = [0, 1].map(() => new RecordFacts(compiled.surroundings, compiled.rules.length));
  const every = compiled.order.map((rule) => ({
    rule,
    outcome: null,
    applies: rule.applies.decide,
    require: rule.require.decide,
  }));
  const judgePlanned = createJudge(compiled);
  const counting = createCounting(compiled, AS_AT);
  const tally = emptyTally(compiled);
  fc.assert(
    fc.property(fc.array(alike, { minLength: 1, maxLength: 20 }), (list) => {
      for (const record of list) {
        judge(compiled, plain!.load(cellsOf(record)));
        addOutcomes(tally, compiled, plain!, { rules: every }, AS_AT);
        EXTRACT_CHECKS.forEach((check, i) => check.add(tally.checks[i], plain!));
        counting.add(planned!, judgePlanned(planned!.load(cellsOf(record))));
      }
      expect(counting.tally()).toEqual(tally);
      expect(counting.records()).toBe(tally.records);
    }),
    { numRuns: 300 },
  );
});
