import { addRecord, emptyTally, type Tally } from './aggregate/tally.js';
import { findingOf, undeterminedOf } from './evaluate/finding.js';
import { type Identity, PLAIN } from './evaluate/identity.js';
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
  readonly finding: (finding: Finding, row: number, isWaived: boolean) => void;
  readonly undetermined: (undetermined: Undetermined, row: number) => void;
  /** Every record that was read, by its key as outputs name it. */
  readonly record?: (force: string, crimeReference: string) => void;
}

export interface AssessorOptions {
  /** How records are named in outputs. @default crime references as they are */
  readonly identity?: Identity;
  /** The rules whose findings on a record are waived. @default none */
  readonly waivedRules?: (crimeReference: string) => ReadonlySet<string> | undefined;
}

/** Judges record after record, adds each to a tally and hands on what it says. */
export interface Assessor {
  readonly tally: Tally;
  /** Findings handed on that are not waived, by severity. */
  readonly findings: Readonly<Record<Severity, number>>;
  readonly add: (cells: Cells, row: number, sink: RecordSink) => void;
}

const NONE: ReadonlySet<number> = new Set();

export function createAssessor(compiled: CompiledPack, asAt: Day, options: AssessorOptions = {}): Assessor {
  const { identity = PLAIN, waivedRules } = options;
  const record = new RecordFacts(compiled.surroundings, compiled.rules.length);
  const tally = emptyTally(compiled);
  const findings: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const shown = compiled.rules.filter((rule) => rule.state === 'on');

  function waivedHere(): ReadonlySet<number> {
    const rules = waivedRules?.(record.text('crimeReference'));
    if (rules === undefined) return NONE;
    return new Set(shown.filter(({ rule }) => rules.has(rule.id)).map(({ index }) => index));
  }

  return {
    tally,
    findings,
    add: (cells, row, sink) => {
      record.load(cells);
      judge(compiled, record);
      const waived = waivedHere();
      addRecord(tally, compiled, record, asAt, waived);
      sink.record?.(record.text('force'), identity.reference(record.text('force'), record.text('crimeReference')));
      for (const rule of shown) {
        const outcome = record.outcomes[rule.index];
        if (outcome === BREACHED) {
          const finding = findingOf(rule, record, compiled.policy.parameters, identity);
          const isWaived = waived.has(rule.index);
          if (!isWaived) findings[finding.severity]++;
          sink.finding(finding, row, isWaived);
        } else if (outcome === UNDETERMINED) {
          sink.undetermined(undeterminedOf(rule, record, identity), row);
        }
      }
    },
  };
}
