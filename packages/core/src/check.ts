import { createDecoder, type DecodingReport, type Encoding } from './decode/decoder.js';
import { type Assessor, createAssessor, type RecordSink } from './assess.js';
import { createInspector } from './map/inspect.js';
import { createKeyWatch } from './map/keys.js';
import { createMapping } from './map/create-mapping.js';
import type { Mapping } from './map/mapping.js';
import type { Profile } from './map/profile.js';
import { MarkercheckError } from './model/errors.js';
import type { Pack } from './model/pack.js';
import type { Policy } from './model/policy.js';
import { type Day, parseDate } from './normalise/date.js';
import { createCsvReader } from './read/csv/csv-reader.js';
import type { InputNotice, ReadingReport } from './read/reader.js';
import { type CompiledPack, compilePack } from './rules/compile.js';

export interface CheckOptions {
  readonly pack: Pack;
  readonly policy?: Policy;
  /** Which column is which field. @default the header has the canonical names */
  readonly profile?: Profile;
  /** The day as at which records are judged, `YYYY-MM-DD`. */
  readonly asAt: string;
  /** @default the profile's, else detected */
  readonly encoding?: Encoding;
}

/** Receives what a check says as it goes: findings and holes with their place, and what could not be read. */
export interface CheckSink {
  readonly file: (name: string) => RecordSink;
  readonly notice: (notice: InputNotice) => void;
}

/** What became of one file. */
export interface FileReport extends ReadingReport, DecodingReport {}

export interface FileCheck {
  readonly write: (bytes: Uint8Array) => void;
  readonly end: () => FileReport;
}

/** The check of one or more files that have the same columns: from bytes to a tally, findings and notices. */
export interface Check {
  readonly open: (name: string) => FileCheck;
  /** What was compiled and counted; `null` before the first header. */
  readonly state: () => { readonly compiled: CompiledPack; readonly assessor: Assessor } | null;
}

function sameColumns(left: Iterable<string>, right: Iterable<string>): boolean {
  return [...left].sort().join() === [...right].sort().join();
}

/**
 * Makes a check: bytes → text → rows → canonical records → outcomes → tally and findings.
 * @throws {MarkercheckError} `ARGUMENT_INVALID`, `PACK_INVALID`, `POLICY_INVALID`; while a file is
 * written also `PROFILE_INVALID`, `PROFILE_MISFIT` and `COLUMNS_DIFFER`.
 */
export function createCheck(options: CheckOptions, sink: CheckSink): Check {
  const { pack, policy = {}, profile } = options;
  const asAt: Day | null = parseDate(options.asAt);
  if (asAt === null) throw new MarkercheckError('ARGUMENT_INVALID', `asAt: ${options.asAt} is not a date (YYYY-MM-DD).`);
  // A pack or a policy that is wrong is said before any record is read.
  compilePack(pack, { policy });
  let state: { readonly compiled: CompiledPack; readonly assessor: Assessor } | null = null;

  function assessorFor(mapping: Mapping, file: string): Assessor {
    if (state === null) {
      const compiled = compilePack(pack, { policy, columns: mapping.columns });
      state = { compiled, assessor: createAssessor(compiled, asAt as Day) };
    } else if (!sameColumns(state.compiled.surroundings.columns, mapping.columns)) {
      throw new MarkercheckError('COLUMNS_DIFFER', `${file} has other columns than the files before it: check them apart.`);
    }
    return state.assessor;
  }

  return {
    state: () => state,
    open: (file) => {
      const decoder = createDecoder(options.encoding ?? profile?.encoding ?? 'auto');
      const notice = (of: Omit<InputNotice, 'file'>): void => sink.notice({ file, ...of });
      const records = sink.file(file);
      const keys = createKeyWatch(notice);
      let takeRow: (row: readonly string[], number: number) => void = () => undefined;
      const reader = createCsvReader(
        {
          notice,
          header: (columns) => {
            const mapping = createMapping(profile, columns, notice);
            const assessor = assessorFor(mapping, file);
            const inspect = createInspector(mapping, notice);
            takeRow = (row, number) => {
              const cells = mapping.toCells(row);
              keys(cells, number);
              inspect(row, cells, number);
              assessor.add(cells, number, records);
            };
          },
          row: (row, number) => takeRow(row, number),
        },
        profile?.delimiter === undefined ? {} : { delimiter: profile.delimiter },
      );
      return {
        write: (bytes) => reader.write(decoder.write(bytes)),
        end: () => {
          reader.write(decoder.end());
          return { ...reader.end(), ...decoder.report() };
        },
      };
    },
  };
}
