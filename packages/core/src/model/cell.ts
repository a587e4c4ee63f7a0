/** The bands of the victim's age at the start of the offence: below 13, consent, and adulthood part them. */
export const AGE_BANDS = ['0-9', '10-12', '13-15', '16-17', '18+', 'unknown'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** How old a record is as at the run, in days since it was recorded: young records are still being completed. */
export const MATURITIES = ['0-27', '28-90', '91+', 'unknown'] as const;
export type Maturity = (typeof MATURITIES)[number];

/** What a record is counted under. */
export interface CellKey {
  readonly force: string;
  /** The month of `recordedOn`, `YYYY-MM`. */
  readonly month: string | null;
  readonly offenceClass: string | null;
  readonly ageBand: AgeBand;
  readonly maturity: Maturity;
}
