import type { Check } from './check.js';
import type { RecordSink } from './assess.js';
import type { Extract } from './extract.js';
import type { RangeResult } from './range-check.js';
import type { InputNotice } from './read/reader.js';

/** A reading that is put together of ranges, in their order. */
export interface Joined {
  readonly extract: Extract;
  /** How far the extract was written or passed by, in bytes from the start of the file. */
  readonly at: number;
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
  sink: RecordSink & { readonly notice: (notice: Omit<InputNotice, 'file'>) => void },
): number | null {
  const place = extract.place?.() ?? null;
  if (place === null || !result.isCertain || from + result.start !== at - place.open) return null;
  extract.passBy?.(result);
  for (const [finding, row] of result.findings) sink.finding(finding, place.row + row, false);
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
