import type { Check } from './check.js';
import type { RecordSink } from './assess.js';
import type { Extract } from './extract.js';
import { BETWEEN_NAMES, type RangeResult } from './range-check.js';
import type { InputNotice } from './read/reader.js';

/** A reading that is put together of ranges, in their order. */
export interface Joined {
  readonly extract: Extract;
  /** How far the extract was written or passed by, in bytes from the start of the file. */
  readonly at: number;
}

/** Receives what ranges say, as if their records had been read here. */
export interface RangeSink extends RecordSink {
  readonly notice: (notice: Omit<InputNotice, 'file'>) => void;
  /** Every waiver that was needed. */
  readonly waived?: (rule: string, crimeReference: string) => void;
}

function tellRecords(names: string, record: NonNullable<RecordSink['record']>): void {
  const all = names.split(BETWEEN_NAMES);
  for (let i = 0; i + 1 < all.length; i += 2) record(all[i] ?? '', all[i + 1] ?? '');
}

/**
 * Takes over what was read of a range whose block begins at byte `from`, if all of it is certain and its first
 * record begins where the records before it end. Gives how far the extract then is; `null` if the range
 * does not fit, so that it has to be written to the extract.
 */
export function joinRange(
  { extract, at }: Joined,
  from: number,
  result: RangeResult,
  sink: RangeSink,
): number | null {
  const place = extract.place?.() ?? null;
  if (place === null || !result.isCertain || from + result.start !== at - place.open) return null;
  extract.passBy?.(result);
  if (sink.record !== undefined) tellRecords(result.names, sink.record);
  for (const [rule, crimeReference] of result.waived) sink.waived?.(rule, crimeReference);
  for (const [finding, row, isWaived] of result.findings) sink.finding(finding, place.row + row, isWaived);
  for (const [undetermined, row] of result.undetermined) sink.undetermined(undetermined, place.row + row);
  for (const notice of result.notices) {
    sink.notice({ ...notice, row: notice.row === null ? null : place.row + notice.row });
  }
  return from + result.end;
}

/** Adds what the ranges that were taken over count to a check. */
export function joinTally(check: Check, tally: ReturnType<Check['state']>['assessor']['tally']): void {
  check.state().assessor.absorb(tally);
}
