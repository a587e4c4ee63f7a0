import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordFacts } from '../facts/record-facts.js';
import { mapCanonical } from '../map/canonical.js';
import { RowRecord } from '../map/row-record.js';
import { type Cells, FIELD_NAMES } from '../model/fields.js';
import type { LazyRecord } from '../model/lazy-record.js';
import type { Policy } from '../model/policy.js';
import { cellsOf } from '../normalise/cells.js';
import { TextRow, Tokens } from '../read/tokens.js';
import { compilePack } from '../rules/compile.js';
import { loadPack } from '../rules/load.js';
import { createJudge, judge } from './judge.js';
import { alike, records } from './records.test-helper.js';

const pack = loadPack();
const allOn = { rules: Object.fromEntries(pack.rules.map((rule) => [rule.id, 'on'])) } as Policy;

/** Records as a CSV with all fields gives them: cells that come again have tokens. */
function lazyRecords(): (cells: Cells) => LazyRecord {
  const mapping = mapCanonical(FIELD_NAMES, () => undefined);
  const tokens = new Tokens();
  const row = new TextRow(tokens, FIELD_NAMES.length, FIELD_NAMES.keys());
  const record = new RowRecord(mapping, FIELD_NAMES.length, tokens);
  return (cells) => record.load(row.load(cells.map((cell) => cell ?? '')));
}

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
    const [lazy, judgeLazily, lazyRecord] = [facts(), createJudge(compiled), lazyRecords()];
    fc.assert(
      fc.property(fc.oneof(records, alike), (record) => {
        judge(compiled, plain.load(cellsOf(record)));
        judgePlanned(planned.load(cellsOf(record)));
        expect([...planned.outcomes]).toEqual([...plain.outcomes]);
        judgeLazily(lazy.loadRecord(lazyRecord(cellsOf(record))));
        expect([...lazy.outcomes]).toEqual([...plain.outcomes]);
      }),
      { numRuns: 3000 },
    );
  });
});
