import type { FieldName } from '../../model/fields.js';
import type { FieldSource } from '../profile.js';

/**
 * `sure`: the name says so and the values agree. `likely`: one of them alone, to be looked at.
 * `question`: only a person can say. `unused`: no field is read from the column.
 */
export type Confidence = 'sure' | 'likely' | 'question' | 'unused';

/** What a column may be for a field. */
export interface FieldProposal {
  readonly field: FieldName;
  /** The columns it is read from. */
  readonly columns: readonly string[];
  readonly source: FieldSource;
  readonly confidence: Confidence;
  readonly reasons: readonly string[];
}

/** How a field would be read from a column whose name fits: what the values say to it. */
export interface Content {
  readonly source: FieldSource;
  /** Whether the values speak for it; `null` where there are none. */
  readonly agrees: boolean | null;
  readonly isQuestion: boolean;
  /** Whether it is to be looked at although name and values say so. */
  readonly isUnsure?: boolean;
  readonly reason: string;
}
