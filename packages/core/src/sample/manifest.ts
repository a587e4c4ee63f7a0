import { MarkercheckError } from '../model/errors.js';
import type { Marker } from '../model/markers.js';
import type { RunInput, RunSummary } from '../model/run.js';
import type { Severity } from '../model/rule.js';
import { jsonDigest } from '../rules/json-digest.js';
import type { Claim } from './claims.js';
import type { SampleDesign, Stratifier } from './design.js';

/** The number of the shape of `manifest.json`; a change of the shape is a new number. */
export const MANIFEST_SCHEMA = 1;

/** One stratum: its records, and how many of them were drawn. */
export interface SampledStratum {
  readonly name: string;
  /** What its records have in common; empty for a simple random sample. */
  readonly key: Readonly<Partial<Record<Stratifier, string>>>;
  /** Records that could be drawn. */
  readonly population: number;
  /** Records left out, because an earlier sample holds them. */
  readonly excluded: number;
  readonly drawn: number;
  /** How many records each drawn one stands for: population / drawn; `null` where none was drawn. */
  readonly weight: number | null;
}

/** Counts of a part of the population by stratum, in the order of the strata. */
export interface SampleDomain {
  readonly name: string;
  readonly populations: readonly number[];
}

/** What the extract says of a marker on a record. */
export type MarkerState = 'set' | 'not-set' | 'unknown';

/** One record of the sample, with what the check says of it. It names the record, and holds no value of a personal field. */
export interface SampledRecord {
  /** Names the record in review files: it tells nothing of the stratum. */
  readonly item: string;
  readonly crimeReference: string;
  readonly force: string;
  readonly team: string;
  readonly file: string;
  /** The record's number in its file, the header being 1. */
  readonly row: number;
  /** Its stratum, by position. */
  readonly stratum: number;
  /** Rules that the record breaches. */
  readonly found: readonly string[];
  /** Rules that concern it and that it meets. */
  readonly passed: readonly string[];
  readonly undetermined: readonly string[];
  readonly markers: Readonly<Partial<Record<Marker, MarkerState>>>;
  /** What its findings say of the markers under review. */
  readonly claims: readonly (Claim & { readonly rule: string })[];
  /** The rules that reviewers are asked about. */
  readonly ask: readonly string[];
  /** Whether a second reviewer sees it too. */
  readonly isDouble: boolean;
}

/** A rule as scoring and forms need it. */
export interface SampledRule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** What its findings can say of the markers under review. */
  readonly claims: readonly Claim[];
}

/** Where the sample comes from. */
export interface SampleRun {
  readonly asAt: string;
  readonly tool: RunSummary['tool'] | null;
  readonly pack: RunSummary['pack'];
  readonly profile: RunSummary['profile'] | null;
  readonly policy: string | null;
  readonly complete: boolean;
  readonly inputs: readonly Pick<RunInput, 'name' | 'bytes' | 'sha256' | 'records'>[];
}

/** `manifest.json`: what was drawn, from what and how. Keep it from reviewers of a blind form. */
export interface SampleManifest {
  readonly kind: 'markercheck-sample';
  readonly schema: typeof MANIFEST_SCHEMA;
  /** Names the sample in review files: 12 hex digits of a digest of all the rest. */
  readonly sample: string;
  readonly run: SampleRun;
  readonly design: SampleDesign;
  readonly frame: {
    /** Records that were read. */
    readonly records: number;
    /** Records left out, because they are not in the frame. */
    readonly outside: number;
    /** Records of the frame that nobody could look up: they have no crime reference. */
    readonly withoutReference: number;
    /** Records that an earlier sample holds. */
    readonly excluded: number;
    /** Records that could be drawn; the figures are about these. */
    readonly population: number;
  };
  /** The earlier samples whose records were left out. */
  readonly excludes: readonly string[];
  readonly strata: readonly SampledStratum[];
  readonly domains: {
    readonly teams: readonly SampleDomain[];
    /** By rule: records with its finding. */
    readonly found: readonly SampleDomain[];
    /** By rule: records that it concerns and that have no finding of it. */
    readonly looked: readonly SampleDomain[];
    /** By marker: records where no finding says that it is wrong. */
    readonly passed: readonly SampleDomain[];
  };
  readonly rules: readonly SampledRule[];
  /** In an order by lot. */
  readonly items: readonly SampledRecord[];
}

const ID_LENGTH = 12;

/** The name of a sample: it changes with anything that is in the manifest. */
export function sampleId(manifest: Omit<SampleManifest, 'sample'>): string {
  return jsonDigest(manifest).slice(0, ID_LENGTH);
}

/**
 * A manifest from its parsed JSON. Throws `ARGUMENT_INVALID` on anything that was not written by a draw:
 * its name is a digest of all that it holds.
 */
export function readManifest(value: unknown): SampleManifest {
  const of = (typeof value === 'object' && value !== null ? value : {}) as Partial<SampleManifest>;
  if (of.kind !== 'markercheck-sample') {
    throw new MarkercheckError(
      'ARGUMENT_INVALID',
      'It is not the manifest of a sample: name the manifest.json that sample draw wrote.',
    );
  }
  if (of.schema !== MANIFEST_SCHEMA) {
    throw new MarkercheckError(
      'ARGUMENT_INVALID',
      `It is the manifest of another version: its schema is ${JSON.stringify(of.schema)}, this version reads ${MANIFEST_SCHEMA}.`,
    );
  }
  const { sample, ...rest } = of as SampleManifest;
  if (sampleId(rest) !== sample) {
    throw new MarkercheckError(
      'ARGUMENT_INVALID',
      'The manifest was changed after the draw, so its counts and weights cannot be trusted. Use the file as it was written.',
    );
  }
  return of as SampleManifest;
}
