import { type RunFacts, summarise } from './aggregate/summarise.js';
import { createCounting } from './aggregate/counting.js';
import { emptyTally, mergeTallies, type Tally } from './aggregate/tally.js';
import { type CheckResult, createRecordCheck } from './evaluate/check-record.js';
import { explainRecord, type RuleExplanation } from './evaluate/explain-record.js';
import { createJudge } from './evaluate/judge.js';
import { RecordFacts } from './facts/record-facts.js';
import { checkCounted, checkPack, columnsOf, dayOf, isCells, rowOf } from './checker-arguments.js';
import { MarkercheckError } from './model/errors.js';
import { type Cells, type CrimeRecord, FIELD_NAMES, type FieldName } from './model/fields.js';
import type { Pack } from './model/pack.js';
import type { Policy } from './model/policy.js';
import type { RunSummary } from './model/run.js';
import { absentColumns } from './normalise/cells.js';
import { type CompiledPack, compilePack } from './rules/compile.js';
import { runFactsOf } from './run-facts.js';

export interface CheckerOptions {
  /** The day as at which records are judged, `YYYY-MM-DD`: the library has no clock. */
  readonly asAt: string;
  readonly policy?: Policy;
  /** The columns that the extract has. @default all fields */
  readonly columns?: Iterable<FieldName>;
}

/** A record by its fields, or as the row of cells that a mapper gives. */
export type RecordInput = CrimeRecord | Cells;

/** Counts record after record. */
export interface Counter {
  /** All that was counted so far. */
  readonly tally: Tally;
  /**
   * Judges a record and counts what it gives.
   * @throws {MarkercheckError} `RECORD_INVALID`; `COLUMNS_DIFFER` for a record without a column of the checker.
   */
  readonly add: (record: RecordInput) => void;
}

/** A pack made ready for records of the same columns, under one policy. Whatever it gives depends on its arguments alone. */
export interface Checker {
  readonly pack: Pack;
  readonly asAt: string;
  /** The columns that the extract has. */
  readonly columns: ReadonlySet<FieldName>;
  /**
   * Judges one record.
   * @throws {MarkercheckError} `RECORD_INVALID` on a name that is no field or a value that is not text.
   */
  readonly check: (record: RecordInput) => CheckResult;
  /**
   * What every rule says of one record in words, clause by clause; of rules that are off, what they would say.
   * @throws {MarkercheckError} `RECORD_INVALID`.
   */
  readonly explain: (record: RecordInput) => readonly RuleExplanation[];
  /** A counter of records, for those that come one by one. */
  readonly counter: () => Counter;
  /**
   * Counts records. Tallies of checkers with the same pack, policy and columns merge: see `mergeTallies`.
   * @throws {MarkercheckError} `RECORD_INVALID`; `COLUMNS_DIFFER` for a record without a column of the checker.
   */
  readonly tally: (records: Iterable<RecordInput>) => Tally;
  /**
   * The summary of records, or of a tally: what `summary.json` holds. `run` says what the library cannot know,
   * such as the inputs' digests.
   * @throws {MarkercheckError} What `tally` throws; `TALLIES_DIFFER` for a tally of another pack, policy or columns.
   */
  readonly summarise: (counted: Iterable<RecordInput> | Tally, run?: Partial<RunFacts>) => RunSummary;
}

/** So many sets of columns are kept ready: records that each lack others must not fill the memory. */
const KEPT = 32;

/**
 * Makes a checker: pure, typed, and the same on every machine.
 * @throws {MarkercheckError} `PACK_INVALID`, `POLICY_INVALID` or `ARGUMENT_INVALID`.
 */
export function createChecker(pack: Pack, options: CheckerOptions): Checker {
  checkPack(pack);
  const day = dayOf(options);
  const { asAt, policy = {} } = options;
  const columns = columnsOf(options.columns ?? FIELD_NAMES);
  const compiled = compilePack(pack, { policy, columns });
  const ready = readyFor(compiled);
  const { facts } = ready;
  const judgeQuickly = createJudge(compiled);
  const others = new Map<string, Ready>();

  /** The columns of the checker that a record says do not exist. */
  function lackedBy(record: RecordInput): readonly FieldName[] {
    return isCells(record) ? [] : absentColumns(record).filter((name) => columns.has(name));
  }

  /** The pack made ready without some of the columns. */
  function without(absent: readonly FieldName[]): Ready {
    const key = absent.join();
    let other = others.get(key);
    if (other === undefined) {
      const left = [...columns].filter((name) => !absent.includes(name));
      other = readyFor(compilePack(pack, { policy, columns: left }));
      if (others.size >= KEPT) others.clear();
      others.set(key, other);
    }
    return other;
  }

  /** The pack made ready for the record's columns, with its facts loaded. */
  function readyOn(record: RecordInput): Ready {
    const cells = rowOf(record);
    const absent = lackedBy(record);
    const of = absent.length === 0 ? ready : without(absent);
    of.facts.load(cells);
    return of;
  }

  function counter(): Counter {
    const counting = createCounting(compiled, day);
    return {
      get tally() {
        return counting.tally();
      },
      add: (record) => {
        const cells = rowOf(record);
        const absent = lackedBy(record);
        if (absent.length > 0) {
          const problem =
            'A record lacks columns that the checker has: name the columns there are when you make it.';
          throw new MarkercheckError('COLUMNS_DIFFER', problem, absent);
        }
        facts.load(cells);
        counting.add(facts, judgeQuickly(facts));
      },
    };
  }

  function tallyOf(records: Iterable<RecordInput>): Tally {
    const counted = counter();
    for (const record of records) counted.add(record);
    return counted.tally;
  }

  return {
    pack,
    asAt,
    columns,
    check: (record) => {
      const of = readyOn(record);
      return of.check(of.facts);
    },
    explain: (record) => {
      const of = readyOn(record);
      return explainRecord(of.compiled, of.facts);
    },
    counter,
    tally: tallyOf,
    summarise: (counted, run) => {
      const of = checkCounted(counted);
      // Adding nothing to a tally shows whether it is one of this checker.
      const tally = Symbol.iterator in of ? tallyOf(of) : mergeTallies(emptyTally(compiled), of);
      return summarise(tally, compiled, { ...runFactsOf(options), ...run });
    },
  };
}

/** A pack compiled for some columns, and what judges records by it. */
interface Ready {
  readonly compiled: CompiledPack;
  readonly facts: RecordFacts;
  readonly check: (facts: RecordFacts) => CheckResult;
}

function readyFor(compiled: CompiledPack): Ready {
  const facts = new RecordFacts(compiled.surroundings, compiled.rules.length);
  return { compiled, facts, check: createRecordCheck(compiled) };
}
