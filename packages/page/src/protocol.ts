import type { RunSummary } from '@markercheck/core';

/** What the page asks of the worker; files are handed over as they are, and read there piece by piece. */
export type Request =
  | { readonly kind: 'look'; readonly file: File }
  | { readonly kind: 'verify'; readonly profile: unknown }
  | {
      readonly kind: 'check';
      readonly files: readonly File[];
      /** The files that the profile names. */
      readonly companions: readonly File[];
      /** `null`: the columns have the canonical names. */
      readonly profile: unknown;
      readonly asAt: string;
    };

/** What a question in a proposed profile can be answered with. */
export type Control =
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  /** Which of these codes mean that a marker is set; the others mean that it is not. */
  | { readonly kind: 'codes'; readonly codes: readonly string[] }
  | { readonly kind: 'text' };

export interface Option {
  readonly label: string;
  readonly answer: Answer;
}

/** What an answer makes of the place that asks. */
export type Answer =
  | { readonly kind: 'set'; readonly value: unknown }
  /** Removes the place, and what is then empty around it. */
  | { readonly kind: 'remove' }
  | { readonly kind: 'codes'; readonly set: readonly string[]; readonly notSet: readonly string[] };

export interface PageQuestion {
  /** The keys that lead to it in the profile. */
  readonly path: readonly string[];
  readonly question: string;
  readonly control: Control;
}

export interface LookedColumn {
  readonly column: string;
  readonly fields: readonly string[];
  readonly confidence: 'sure' | 'likely' | 'question' | 'unused';
  readonly reasons: readonly string[];
}

/** A field that a column can be said to be; `date` is how its dates are tried, `null` for what is no date. */
export interface Assignable {
  readonly field: string;
  readonly date: readonly string[] | null;
}

/** What the head of an extract tells. */
export interface Looked {
  readonly file: string;
  readonly format: string;
  readonly encoding: string;
  /** Records that were looked at. */
  readonly rows: number;
  /** Whether the columns have the canonical names, so that no profile is needed. */
  readonly isCanonical: boolean;
  readonly columns: readonly LookedColumn[];
  readonly missing: readonly string[];
  readonly assignable: readonly Assignable[];
  readonly notices: readonly string[];
  readonly questions: readonly PageQuestion[];
  /** The proposed profile, with its questions. */
  readonly profile: unknown;
}

/** What is said of a profile before it is used. */
export interface Verified {
  readonly faults: readonly string[];
  /** Files that it names and that have to be chosen as well. */
  readonly companions: readonly string[];
}

export interface RunFile {
  readonly name: string;
  readonly about: string;
  readonly blob: Blob;
}

export interface Done {
  readonly summary: Pick<RunSummary, 'records' | 'complete' | 'notChecked' | 'findings' | 'asAt'>;
  readonly notices: number;
  readonly report: string;
  readonly files: readonly RunFile[];
}

export interface Progress {
  readonly bytes: number;
  readonly total: number;
  readonly records: number;
  readonly findings: number;
}

export type Reply =
  | { readonly kind: 'looked'; readonly looked: Looked }
  | { readonly kind: 'verified'; readonly verified: Verified }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly done: Done }
  /** What a person can mend, in words. */
  | { readonly kind: 'fault'; readonly message: string };
