import type { TruthName } from './truth.js';

/** One clause of a rule with its truth on a record, and its parts where it joins several. */
export interface Clause {
  readonly clause: string;
  readonly truth: TruthName;
  readonly parts?: readonly Clause[];
}
