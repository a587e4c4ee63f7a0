/** How files are compared. */
export interface CompareOptions {
  /** Also records made under 28 days before the run, and those without a date. @default false */
  readonly withUnsettled?: boolean;
  /** Compares files that are not alike, and labels every figure that is touched. @default false */
  readonly allowDifferences?: boolean;
  /** Stated baselines of the funnel, by measure, from 0 to 1. @default the rate of the forces together */
  readonly baselines?: Readonly<Record<string, number>>;
  /** Months in which a known change of system or rules falls, by the code of the force. @default none */
  readonly rebase?: Readonly<Record<string, readonly string[]>>;
  /** Codes of forces that should be there: one without a file is said. @default none */
  readonly expected?: readonly string[];
}
