import { createAssessor, type RecordSink } from './assess.js';
import type { CheckOptions } from './check.js';
import type { Tally } from './aggregate/tally.js';
import type { ByteEncoding } from './decode/encoding.js';
import type { CsvPlace } from './read/byte-feed.js';
import { createMapping } from './map/create-mapping.js';
import { createRecords } from './map/records.js';
import { MarkercheckError } from './model/errors.js';
import type { Finding, Undetermined } from './model/finding.js';
import { parseDate } from './normalise/date.js';
import { createRangeReader, type RangeReading } from './read/csv/byte-range.js';
import type { InputNotice, TextPlace } from './read/reader.js';
import { createTextRangeReader } from './read/text-range.js';
import { compilePack } from './rules/compile.js';

/** Something that is said of a record, and its row. */
export type Located<T> = readonly [item: T, row: number];

/** What a range check is made with: a whole check's options, and what only ranges have. */
export interface RangeCheckOptions extends Omit<CheckOptions, 'checkKeys'> {
  /** Whether every record is told by its key, for whoever compares runs. @default false */
  readonly tellsRecords?: boolean;
}

/** What a range of a file says, as plain data. Rows are counted from the first record of the range, which is 1. */
export interface RangeResult extends RangeReading {
  readonly firstKey: string;
  readonly lastKey: string;
  readonly findings: readonly (readonly [finding: Finding, row: number, isWaived: boolean])[];
  /** The waivers that were needed. */
  readonly waived: readonly (readonly [rule: string, crimeReference: string])[];
  /** Force and crime reference of every record, as outputs name it, one behind the other; empty where they are not told. */
  readonly names: string;
  readonly undetermined: readonly Located<Undetermined>[];
  readonly notices: readonly Omit<InputNotice, 'file'>[];
}

/** The check of ranges of one file, by whoever has not read what stands before them. */
export interface RangeCheck {
  /** Reads the records that begin behind the block's first byte and before `limit`; the first of them is a guess. */
  readonly read: (block: Uint8Array, limit: number, encoding: ByteEncoding) => RangeResult;
  /** Says of the range that was read longest ago whether it counts. */
  readonly settle: (counts: boolean) => void;
  /** What the ranges that count add up to. */
  readonly tally: () => Tally;
}

/** Stands between names: no cell holds one. */
export const BETWEEN_NAMES = '\u0000';

/**
 * Makes a check of ranges of a file: the same rows, records, outcomes and counts as a check of the whole
 * file. `place` is what the check of the file's head found out.
 */
export function createRangeCheck(
  options: RangeCheckOptions,
  place: Pick<CsvPlace, 'columns' | 'headerCells' | 'delimiter'> | TextPlace,
): RangeCheck {
  const asAt = parseDate(options.asAt);
  if (asAt === null)
    throw new MarkercheckError('ARGUMENT_INVALID', `${options.asAt} is not a date (YYYY-MM-DD).`);
  // What is wrong with the header is said by whoever reads it.
  const mapping = createMapping(options.profile, place.columns, () => undefined, options.tables);
  const compiled = compilePack(options.pack, { policy: options.policy ?? {}, columns: mapping.columns });
  const { waivers } = options;
  const counted = createAssessor(compiled, asAt, {
    ...options,
    ...(waivers === undefined
      ? {}
      : { waivers: { ...waivers, use: (...of: [string, string]) => void waived.push(of) } }),
  });
  const open: Tally[] = [];
  let findings: RangeResult['findings'][number][] = [];
  let waived: RangeResult['waived'][number][] = [];
  let names: string[] = [];
  let undetermined: Located<Undetermined>[] = [];
  let notices: Omit<InputNotice, 'file'>[] = [];
  const sink: RecordSink = {
    finding: (...of) => void findings.push(of),
    undetermined: (of, at) => void undetermined.push([of, at]),
    ...(options.tellsRecords === true ? { record: (...of) => void names.push(...of) } : {}),
  };

  const records = createRecords(options.profile, place.columns, mapping, {
    notice: (notice) => void notices.push(notice),
    record: (record, row) => counted.addRecord(record, row, sink),
  });
  const { lazy, takeKeys } = records;
  if (lazy === undefined || takeKeys === undefined)
    throw new MarkercheckError('PROFILE_MISFIT', 'Ranges are read of extracts whose rows are records.');
  const reader =
    'boundary' in place
      ? createTextRangeReader(place, records.add)
      : createRangeReader(place, mapping.reads, lazy);

  return {
    read: (block, limit, encoding) => {
      [findings, waived, names, undetermined, notices] = [[], [], [], [], []];
      const reading = reader.read(block, limit, encoding);
      open.push(counted.take());
      return {
        ...reading,
        ...takeKeys(),
        findings,
        waived,
        names: names.join(BETWEEN_NAMES),
        undetermined,
        notices,
      };
    },
    settle: (counts) => {
      const tally = open.shift();
      if (counts && tally !== undefined) counted.absorb(tally);
    },
    tally: () => counted.tally,
  };
}
