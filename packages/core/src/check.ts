import { type RunFacts, summarise } from './aggregate/summarise.js';
import { type Assessor, type AssessorOptions, createAssessor, type RecordSink } from './assess.js';
import { type Extract, type ExtractOptions, openLazyExtract } from './extract.js';
import { createRepeatWatch } from './map/keys.js';
import type { Mapping } from './map/mapping.js';
import { markersFileUse } from './map/unmatched-markers.js';
import { MarkercheckError } from './model/errors.js';
import type { Pack } from './model/pack.js';
import type { Policy } from './model/policy.js';
import type { RunSummary } from './model/run.js';
import { parseDate } from './normalise/date.js';
import type { InputNotice } from './read/reader.js';
import { type CompiledPack, compilePack } from './rules/compile.js';
import { runFactsOf } from './run-facts.js';

export interface CheckOptions extends ExtractOptions, AssessorOptions {
  readonly pack: Pack;
  readonly policy?: Policy;
  /** The day as at which records are judged, `YYYY-MM-DD`. */
  readonly asAt: string;
  /** Whether a crime reference that stood anywhere before is said; memory then grows with the records. @default false */
  readonly checkKeys?: boolean;
}

/** Receives what a check says as it goes: findings and holes of each file, and what could not be read. */
export interface CheckSink {
  readonly file: (name: string) => RecordSink;
  readonly notice: (notice: InputNotice) => void;
}

export interface CheckState {
  readonly compiled: CompiledPack;
  readonly assessor: Assessor;
}

/** The check of one or more files that have the same columns. */
export interface Check {
  /** Throws `COLUMNS_DIFFER` beside what `openExtract` throws, when the header is read. */
  readonly open: (file: string) => Extract;
  /** What was compiled and counted so far; for no columns at all before the first header is read. */
  readonly state: () => CheckState;
  /**
   * The summary of what was counted so far: what `summary.json` holds. `run` says what the library cannot know,
   * such as the inputs and whether they were read to their end.
   */
  readonly summarise: (run?: Partial<RunFacts>) => RunSummary;
}

function sameColumns(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size === right.size && [...left].every((column) => right.has(column));
}

/**
 * Makes a check: bytes → text → rows → canonical records → outcomes → tally and findings.
 * @throws {MarkercheckError} `ARGUMENT_INVALID`, `PACK_INVALID` or `POLICY_INVALID`, before any record is read.
 */
export function createCheck(options: CheckOptions, sink: CheckSink): Check {
  const { pack, policy = {} } = options;
  const asAt = parseDate(options.asAt);
  if (asAt === null)
    throw new MarkercheckError('ARGUMENT_INVALID', `${options.asAt} is not a date (YYYY-MM-DD).`);
  const day = asAt;
  const nothing = compilePack(pack, { policy, columns: [] });
  const watchRepeats = options.checkKeys === true ? createRepeatWatch(sink.notice) : null;
  let state: CheckState | null = null;

  function assessorFor(mapping: Mapping, file: string): Assessor {
    if (state === null) {
      const compiled = compilePack(pack, { policy, columns: mapping.columns });
      state = { compiled, assessor: createAssessor(compiled, day, options) };
    } else if (!sameColumns(state.compiled.surroundings.columns, mapping.columns)) {
      throw new MarkercheckError(
        'COLUMNS_DIFFER',
        `${file} has other columns than the files before it: check them apart.`,
      );
    }
    return state.assessor;
  }

  const soFar = (): CheckState => state ?? { compiled: nothing, assessor: createAssessor(nothing, day) };

  return {
    state: soFar,
    summarise: (run) => {
      const { compiled, assessor } = soFar();
      const markers = options.tables?.markers;
      const markersFile = markers === undefined ? null : markersFileUse(markers);
      return summarise(assessor.tally, compiled, { ...runFactsOf(options), markersFile, ...run });
    },
    open: (file) => {
      const records = sink.file(file);
      let assessor: Assessor | null = null;
      return openLazyExtract(file, options, {
        notice: sink.notice,
        mapping: (mapping) => (assessor = assessorFor(mapping, file)),
        record: (record, row) => {
          watchRepeats?.(record, row, file);
          assessor?.addRecord(record, row, records);
        },
      });
    },
  };
}
