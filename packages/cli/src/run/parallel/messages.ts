import type { RangePlace, WaiverFile } from '@markercheck/core';
import type { RangeCheck, RangeCheckOptions, RangeResult } from '@markercheck/core/internal';

/** What a worker is made with: plain data, which can be sent. */
export interface WorkerSetup {
  readonly path: string;
  readonly place: RangePlace;
  readonly options: Pick<
    RangeCheckOptions,
    'pack' | 'policy' | 'asAt' | 'profile' | 'tables' | 'tellsRecords'
  >;
  /** The key of the pseudonyms; `null` where there are none. */
  readonly key: Uint8Array | null;
  readonly waivers: WaiverFile | null;
}

/** What a worker is asked: to read a range, whether one it read counts, or what those that count add up to. */
export type Request =
  | {
      readonly ask: 'read';
      readonly index: number;
      readonly from: number;
      readonly to: number;
      readonly encoding: RangePlace['encoding'];
    }
  | { readonly ask: 'settle'; readonly counts: boolean }
  | { readonly ask: 'tally' };

export type Answer =
  | { readonly say: 'range'; readonly index: number; readonly result: RangeResult }
  | { readonly say: 'tally'; readonly tally: Tally };

export type Tally = ReturnType<RangeCheck['tally']>;
