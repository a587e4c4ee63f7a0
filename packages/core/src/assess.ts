import { RecordFacts } from './facts/record-facts.js';
import { addRecord, emptyTally, type Tally } from './aggregate/tally.js';
import type { Cells } from './model/fields.js';
import type { Finding, Undetermined } from './model/finding.js';
import { BREACHED, UNDETERMINED } from './model/outcome.js';
import type { Day } from './normalise/date.js';
import type { CompiledPack } from './rules/compile.js';
import { findingOf, undeterminedOf } from './evaluate/finding.js';
import { judge } from './evaluate/judge.js';

/** Receives what is said of single records, in the order of the extract and then of the rules' ids. */
export interface RecordSink {
  readonly finding: (finding: Finding, row: number) => void;
  readonly undetermined: (undetermined: Undetermined, row: number) => void;
}

/** Judges record after record, adds each to a tally and hands on its findings. */
export interface Assessor {
  readonly tally: Tally;
  readonly record: RecordFacts;
  readonly add: (cells: Cells, row: number, sink: RecordSink) => void;
}

export function createAssessor(compiled: CompiledPack, asAt: Day): Assessor {
  const record = new RecordFacts(compiled.surroundings, compiled.rules.length);
  const tally = emptyTally(compiled);
  const shown = compiled.rules.filter((rule) => rule.state === 'on');
  return {
    tally,
    record,
    add: (cells, row, sink) => {
      record.load(cells);
      judge(compiled, record);
      addRecord(tally, compiled, record, asAt);
      for (const rule of shown) {
        const outcome = record.outcomes[rule.index];
        if (outcome === BREACHED) sink.finding(findingOf(rule, record, compiled.policy.parameters), row);
        else if (outcome === UNDETERMINED) sink.undetermined(undeterminedOf(rule, record), row);
      }
    },
  };
}
