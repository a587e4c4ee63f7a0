export const EVENT_KINDS = ['training', 'action-plan', 'inspection', 'system', 'law', 'rules'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Something that happened, to be drawn on a trend. */
export interface TrendEvent {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly label: string;
  readonly kind: EventKind;
}

/** What two runs that are not to be drawn as one line differ in. */
export type Basis = 'pack' | 'policy' | 'blank' | 'rules';

export type PeriodUnit = 'month' | 'quarter';

/** A run of the history that a trend does not draw on. */
export interface LeftOutRun {
  readonly asAt: string;
  readonly why: 'not-checked' | 'incomplete' | 'alert';
}
