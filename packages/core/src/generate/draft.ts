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
export interface Draft extends Days, Victim {
  readonly record: MutableRecord;
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
  readonly asAt: Day;
}

/** A sexual offence against a child by its title. */
export function isByTitle(entry: OffenceEntry | null): boolean {
  return entry?.category === 'child-sexual-by-definition';
}

/** A sexual offence whose victim may be a child. */
export function isAgeDependent(entry: OffenceEntry | null): boolean {
  return entry?.category === 'sexual-age-dependent';
}

export function isSexual({ entry }: Draft): boolean {
  return isByTitle(entry) || isAgeDependent(entry);
}

const DECOYS = ['71', '71/00', '71/01', '71/17', '88A', '88/01', '88/02'];

/** An offence whose "victim" may not be the child: no rule holds an age or a sex against it. */
export function isProxy(entry: OffenceEntry | null): boolean {
  return entry !== null && (entry.image || DECOYS.includes(entry.code));
}

export function isChild({ ageFrom }: Draft): boolean {
  return ageFrom !== null && ageFrom < 18;
}

export function isAdult({ ageFrom }: Draft): boolean {
  return ageFrom !== null && ageFrom >= 18;
}

/** A complainant who was an adult when reporting, by the date of birth. */
export function wasAdultAtReport({ ageReported }: Draft): boolean {
  return ageReported !== null && ageReported >= 18;
}

export function hasLocal({ local }: Draft, kind: LocalKind): boolean {
  return local.some((marker) => marker.kind === kind);
}

/** Every suspect has an ethnicity and a nationality; true for none. */
export function areDescribed(suspects: readonly Suspect[]): boolean {
  return suspects.every(({ ethnicity, nationality }) => ethnicity !== '' && nationality !== '');
}

/** Neither exploitation by a group nor a suspect of whom too little is known: CSE may be added without another fault. */
export function hasRoomForMarker({ suspects }: Draft): boolean {
  return suspects.length < 2 && areDescribed(suspects);
}
