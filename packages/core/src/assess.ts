import { addRecord, emptyTally, type Tally } from './aggregate/tally.js';
import { findingOf, undeterminedOf } from './evaluate/finding.js';
import { judge } from './evaluate/judge.js';
import { RecordFacts } from './facts/record-facts.js';
import type { Cells } from './model/fields.js';
import type { Finding, Undetermined } from './model/finding.js';
import { BREACHED, UNDETERMINED } from './model/outcome.js';
import type { Severity } from './model/rule.js';
import type { Day } from './normalise/date.js';
import type { CompiledPack } from './rules/compile.js';

/** Receives what is said of single records, in the order of the extract and then of the rules' ids. */
export interface RecordSink {
  readonly finding: (finding: Finding, row: number) => void;
  readonly undetermined: (undetermined: Undetermined, row: number) => void;
}

/** Judges record after record, adds each to a tally and hands on what it says. */
export interface Assessor {
  readonly tally: Tally;
  /** Findings handed on, by severity. */
  readonly findings: Readonly<Record<Severity, number>>;
  readonly add: (cells: Cells, row: number, sink: RecordSink) => void;
}

export function createAssessor(compiled: CompiledPack, asAt: Day): Assessor {
  const record = new RecordFacts(compiled.surroundings, compiled.rules.length);
  const tally = emptyTally(compiled);
  const findings: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const shown = compiled.rules.filter((rule) => rule.state === 'on');
  return {
    tally,
    findings,
    add: (cells, row, sink) => {
      record.load(cells);
      judge(compiled, record);
      addRecord(tally, compiled, record, asAt);
      for (const rule of shown) {
        const outcome = record.outcomes[rule.index];
        if (outcome === BREACHED) {
          const finding = findingOf(rule, record, compiled.policy.parameters);
          findings[finding.severity]++;
          sink.finding(finding, row);
        } else if (outcome === UNDETERMINED) {
          sink.undetermined(undeterminedOf(rule, record), row);
        }
      }
    },
  };
}
