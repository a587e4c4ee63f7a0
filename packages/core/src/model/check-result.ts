import type { Marker } from './markers.js';
import type { Severity } from './rule.js';

export type CheckState = 'raised' | 'ok' | 'shown' | 'too-few' | 'not-assessed';

/** What a check on a whole extract says. It never changes an outcome or a count. */
export interface CheckResult {
  readonly id: string;
  readonly severity: Severity;
  readonly state: CheckState;
  readonly numerator: number;
  readonly denominator: number;
  /** numerator / denominator; `null` for 0. */
  readonly figure: number | null;
  readonly marker?: Marker;
  readonly force?: string;
  /** `YYYY-MM` */
  readonly month?: string;
  /** The columns it needs and the extract lacks. */
  readonly lacking?: readonly string[];
}
