import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RecordFacts } from '../facts/record-facts.js';
import { cellsOf } from '../normalise/cells.js';
import { compilePack } from '../rules/compile.js';
import { loadPack } from '../rules/load.js';
import { clausesOf } from './clauses.js';
import { explain } from './explain.js';
import { records } from './records.test-helper.js';
import { statementsOf } from './statement.js';

it('says of record after record what each clause says of it', () => {
  const compiled = compilePack(loadPack());
  const facts = new RecordFacts(compiled.surroundings, compiled.rules.length);
  const rules = compiled.rules.map((rule) => ({ said: statementsOf(rule), tell: clausesOf(rule) }));
  fc.assert(
    fc.property(records, (record) => {
      facts.load(cellsOf(record));
      for (const { said, tell } of rules) {
        expect(tell(facts)).toEqual({
          when: said.when.map((clause) => explain(clause, facts)),
          require: explain(said.require, facts),
        });
      }
    }),
    { numRuns: 300 },
  );
});
