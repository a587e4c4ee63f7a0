import type { Outcome } from './rule.js';

/** Outcomes as numbers, for the loop over records; `NOT_ASSESSED` is no outcome but the lack of one. */
export const NOT_APPLICABLE = 0;
export const UNDETERMINED = 1;
export const MET = 2;
export const BREACHED = 3;
export const NOT_ASSESSED = 4;

export type OutcomeCode = 0 | 1 | 2 | 3 | 4;

export const OUTCOME_NAMES: readonly (Outcome | 'not-assessed')[] = [
  'not-applicable',
  'undetermined',
  'met',
  'breached',
  'not-assessed',
];
