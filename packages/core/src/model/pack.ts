import type { ConditionData, Rule, Severity } from './rule.js';

/** A row of the offence list; empty cells of the CSV are `null`. */
export interface OffenceEntry {
  readonly code: string;
  readonly level: 'class' | 'subcode';
  readonly parent: string | null;
  readonly label: string;
  readonly group: string;
  readonly category: string;
  readonly victimMin: number | null;
  readonly victimMax: number | null;
  readonly victimSex: string | null;
  readonly suspectMin: number | null;
  readonly suspectMax: number | null;
  readonly image: boolean;
  readonly exploitation: boolean;
  readonly adultRelative: boolean;
  readonly legacy: boolean;
  readonly container: boolean;
  readonly lawTo: string | null;
  readonly confidence: 'high' | 'medium' | 'low';
}

/** How the offence list is read where a row alone does not say it. */
export interface OffenceReading {
  /** The numbers of the classes in scope: a code of theirs that is not listed is unknown, not outside. */
  readonly watched: readonly number[];
  /** Codes whose category is unknown between several. */
  readonly mixed: Readonly<Record<string, readonly string[]>>;
  /** Codes of offences whose "victim" may be a decoy. */
  readonly decoys: readonly string[];
  /** Categories whose victim may be born on the day of the record. */
  readonly newborn: readonly string[];
}

export interface Measure {
  readonly id: string;
  readonly title: string;
  /** How the measure is said as a headline; a measure without one is never a headline. */
  readonly headline?: string;
  /** Only records where this is true; two-valued. */
  readonly where?: ConditionData;
  readonly rules?: readonly string[];
  /** The measures this one is made of, in place of rules. */
  readonly of?: readonly string[];
}

export interface ExtractCheckData {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly parameters: Readonly<Record<string, number>>;
  readonly action: string;
  readonly source: string;
}

export interface ParameterData {
  readonly type: 'date' | 'days';
  readonly default: string | number | null;
  readonly about: string;
}

export interface Source {
  readonly title: string;
  readonly date: string | null;
  readonly url: string | null;
  /** The number of the source in the requirements page. */
  readonly reference: string | null;
}

/** A set of rules and code lists with an edition and a digest. */
export interface Pack {
  readonly id: string;
  readonly edition: string;
  readonly title: string;
  readonly about: string;
  /** SHA-256, in hex, of the pack's canonical JSON without this key. */
  readonly digest: string;
  readonly parameters: Readonly<Record<string, ParameterData>>;
  readonly offences: OffenceReading & { readonly entries: readonly OffenceEntry[] };
  /** Lists of terms, each of lower-case words separated by one space. */
  readonly terms: Readonly<Record<string, readonly string[]>>;
  /** Kinds of local marker, each with its synonyms in upper case. */
  readonly localMarkers: Readonly<Record<string, readonly string[]>>;
  readonly sources: Readonly<Record<string, Source>>;
  readonly measures: readonly Measure[];
  readonly checks: readonly ExtractCheckData[];
  readonly rules: readonly Rule[];
  /** By rule, a digest of the rule and of the lists that it reads: it changes when the rule judges otherwise. */
  readonly revisions: Readonly<Record<string, string>>;
}
