/** A reviewed decision that a finding is in order: "correctly not flagged". */
export interface Waiver {
  readonly rule: string;
  readonly crimeReference: string;
  readonly reason: string;
  /** A role or an account, not a name. */
  readonly decidedBy: string;
  /** `YYYY-MM-DD` */
  readonly decidedOn: string;
  /** The last day on which it waives, `YYYY-MM-DD`. */
  readonly expiresOn: string;
  /** The row of the waivers file, the header being 1. */
  readonly row: number;
}

/** A line of the waivers file that does not waive, and why. */
export interface WaiverFault {
  readonly row: number;
  readonly problem: string;
}

/** What became of the waivers in a run: counts, and the rows that a person should look at. */
export interface WaiverReport {
  readonly read: number;
  readonly used: number;
  readonly expired: readonly number[];
  /** Waivers in force that no finding needed. */
  readonly unused: readonly number[];
  /** Waivers in use that end within four weeks. */
  readonly expiringSoon: readonly number[];
  readonly malformed: readonly WaiverFault[];
}
