import type { FieldName } from '../model/fields.js';
import type { OffenceEntry } from '../model/pack.js';
import type { Day } from '../normalise/date.js';
import type { ScenarioName } from './tables/scenarios.js';
import type { LocalKind, Topic } from './tables/texts.js';

/** A record under construction: every canonical field as text. */
export type MutableRecord = { -readonly [F in FieldName]: string };

export interface Suspect {
  readonly age: string;
  readonly ethnicity: string;
  readonly nationality: string;
}

export interface LocalMarker {
  readonly kind: LocalKind;
  readonly text: string;
}

/** The days of an offence. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
  readonly reported: Day;
  readonly recorded: Day;
}

export interface Victim {
  /** Whether the victim is a person. */
  readonly person: boolean;
  /** `null` where the record gives an age alone, or nothing. */
  readonly born: Day | null;
  readonly ageFrom: number | null;
  readonly ageTo: number | null;
  readonly ageReported: number | null;
  readonly sex: string;
}

/**
 * A correct record with what its maker knows of it. Faults are chosen by this knowledge, never by
 * asking a rule: that is what makes the expectation independent of the checker.
 */
export interface Draft {
  readonly record: MutableRecord;
  readonly days: Days;
  readonly victim: Victim;
  readonly scenario: ScenarioName | 'ordinary';
  readonly topic: Topic;
  readonly live: boolean;
  /** The row of the offence list that holds for the record, `null` if none does. */
  readonly entry: OffenceEntry | null;
  readonly offenceClass: string;
  readonly csa: boolean;
  readonly cse: boolean;
  readonly suspects: readonly Suspect[];
  readonly local: readonly LocalMarker[];
  /** No date of the record is later. */
  readonly asAt: Day;
}
