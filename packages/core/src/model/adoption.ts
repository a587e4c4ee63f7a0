export const ADOPTION_ANSWERS = ['yes', 'no', 'differs'] as const;
/** What the registrar says of a reading: it is so; it is not so; it is so in part, as a note says. */
export type AdoptionAnswer = (typeof ADOPTION_ANSWERS)[number];

/** The registrar's answer to one reading that our sources support but do not state. */
export interface AdoptedReading {
  readonly rule: string;
  readonly answer: AdoptionAnswer;
  /** Where the counting rules say so. */
  readonly paragraph: string;
  /** The edition of the counting rules that was looked at. */
  readonly edition: string;
  /** A role or an account, not a name. */
  readonly role: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly note: string;
  /** The row of the adoption sheet, the header being 1. */
  readonly row: number;
}

/** A line of the adoption sheet that does not count, and why. */
export interface AdoptionFault {
  readonly row: number;
  readonly problem: string;
}

export interface Adoption {
  readonly readings: readonly AdoptedReading[];
  readonly malformed: readonly AdoptionFault[];
}

/** What the registrar has adopted of a pack, for the summary of a run. */
export interface AdoptionSummary {
  readonly confirmed: number;
  /** The readings of the pack that need an answer. */
  readonly of: number;
  /** The editions that the answers name, with commas between; `null` where there are none. */
  readonly edition: string | null;
  /** Rules whose reading differs. */
  readonly differing: readonly string[];
  /** Rules that are off because their reading is not so. */
  readonly off: readonly string[];
  readonly malformed: readonly AdoptionFault[];
  /** The same where the same answers were given against the same editions: who gave them when does not matter. */
  readonly digest: string;
}
