// For the worker threads of @markercheck/cli, which are made and released with this package. Nobody else's: it
// is in no report of the interface, and may change with any version.
export {
  createRangeCheck,
  type Located,
  type RangeCheck,
  type RangeCheckOptions,
  type RangeResult,
} from './range-check.js';
export { type Joined, joinRange, joinTally, type RangeSink } from './range-join.js';
export type { RangeReading } from './read/csv/byte-range.js';
