import { emptyFlagColumn } from './empty-flag-column.js';
import type { ExtractCheck } from './extract-check.js';
import { flagRateBreak } from './flag-rate-break.js';
import { mutualExclusion } from './mutual-exclusion.js';
import {
  ageAtReportSuspected,
  ageUnknownShare,
  bydefCoverage,
  codeReadable,
  csaNonsexualShare,
  cseShare,
  iiocShare,
  notLiveFlagged,
} from './shares.js';

/** The checks on a whole extract that the code knows; the pack gives them their severity and parameters. */
export const EXTRACT_CHECKS: readonly ExtractCheck<unknown>[] = [
  flagRateBreak,
  emptyFlagColumn,
  mutualExclusion,
  ageAtReportSuspected,
  ageUnknownShare,
  bydefCoverage,
  codeReadable,
  csaNonsexualShare,
  cseShare,
  iiocShare,
  notLiveFlagged,
] as readonly ExtractCheck<unknown>[];
