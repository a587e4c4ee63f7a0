import type { WaiverIndex } from './baseline/waivers.js';
import { createCounting } from './aggregate/counting.js';
import type { Tally } from './aggregate/tally.js';
import { createFinder, undeterminedOf } from './evaluate/finding.js';
import { type Identity, PLAIN } from './evaluate/identity.js';
import { createJudge } from './evaluate/judge.js';
import { RecordFacts } from './facts/record-facts.js';
import type { Cells } from './model/fields.js';
import type { LazyRecord } from './model/lazy-record.js';
import type { Finding, Undetermined } from './model/finding.js';
import { BREACHED, UNDETERMINED } from './model/outcome.js';
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
  /** The findings that are waived. @default none */
  readonly waivers?: WaiverIndex;
}

/** Judges record after record, adds each to a tally and hands on what it says. */
export interface Assessor {
  /** All that was counted so far. */
  readonly tally: Tally;
  /** How many records were judged so far. */
  readonly records: number;
  readonly add: (cells: Cells, row: number, sink: RecordSink) => void;
  /** The same with a record that is there until the next one comes. */
  readonly addRecord: (record: LazyRecord, row: number, sink: RecordSink) => void;
  /** Gives what was counted since the last time, which is no longer a part of the tally. */
  readonly take: () => Tally;
  /** Adds what was counted elsewhere. */
  readonly absorb: (tally: Tally) => void;
}

const NONE: ReadonlySet<number> = new Set();

export function createAssessor(compiled: CompiledPack, asAt: Day, options: AssessorOptions = {}): Assessor {
  const { identity = PLAIN, waivers } = options;
  const judge = createJudge(compiled);
  const facts = new RecordFacts(compiled.surroundings, compiled.rules.length);
  const counting = createCounting(compiled, asAt);
  const findingOf = createFinder(compiled, identity);
  const on = compiled.rules.filter((rule) => rule.state === 'on');
  function waivedHere(): ReadonlySet<number> {
    const rules = waivers?.waivedRules(facts.text('crimeReference'));
    if (rules === undefined) return NONE;
    return new Set(on.filter(({ rule }) => rules.has(rule.id)).map(({ index }) => index));
  }

  function addLoaded(record: RecordFacts, row: number, sink: RecordSink): void {
    const plan = judge(record);
    const waived = waivedHere();
    counting.add(record, plan, waived);
    sink.record?.(
      record.text('force'),
      identity.reference(record.text('force'), record.text('crimeReference')),
    );
    for (const rule of plan.spoken) {
      const outcome = record.outcomes[rule.index];
      if (outcome === BREACHED) {
        const finding = findingOf(rule, record);
        const isWaived = waived.has(rule.index);
        if (isWaived) waivers?.use(rule.rule.id, record.text('crimeReference'));
        sink.finding(finding, row, isWaived);
      } else if (outcome === UNDETERMINED) {
        sink.undetermined(undeterminedOf(rule, record, identity), row);
      }
    }
  }

  return {
    get tally() {
      return counting.tally();
    },
    get records() {
      return counting.records();
    },
    take: counting.take,
    absorb: counting.absorb,
    add: (cells, row, sink) => addLoaded(facts.load(cells), row, sink),
    addRecord: (lazy, row, sink) => addLoaded(facts.loadRecord(lazy), row, sink),
  };
}
