import { createHash } from 'node:crypto';
import Papa from 'papaparse';
import { reviewCsv } from '../../packages/core/src/report/review/review-csv.js';
import type { SampleManifest } from '../../packages/core/src/sample/manifest.js';
import type { Answer, Reviewer } from '../../packages/core/src/sample/questions.js';

/** A number from 0 to 1 that belongs to its parts: the same record always meets the same chance. */
export function lot(...parts: readonly string[]): number {
  return createHash('sha256').update(JSON.stringify(parts)).digest().readUInt32BE(0) / 2 ** 32;
}

export type MarkerTruth = Readonly<Record<'CSA' | 'CSE', { readonly should: boolean; readonly is: boolean }>>;

/** What a file tells whoever reads it, by crime reference: nobody but the test knows it of all records. */
export type Truth = ReadonlyMap<string, MarkerTruth>;

/** A reviewer whose faults are known. */
export interface ScriptedReviewer {
  readonly name: string;
  /** The share of answers to "should it be set?" that are the wrong way round. */
  readonly errors: number;
  /** The share of them that are "cannot tell". */
  readonly untold: number;
}

export const PERFECT: ScriptedReviewer = { name: 'perfect', errors: 0, untold: 0 };

/** What this reviewer says of "should it be set?" on this record, whenever asked. */
export function shouldAnswer(
  { name, errors, untold }: ScriptedReviewer,
  reference: string,
  marker: 'CSA' | 'CSE',
  truth: Truth,
): Answer {
  const should = truth.get(reference)![marker].should;
  const drawn = lot(name, reference, marker);
  if (drawn < untold) return 'cannot-tell';
  return (drawn < untold + errors ? !should : should) ? 'yes' : 'no';
}

/** Fills the reviewer's CSV as a person would. */
export function fillReview(
  manifest: SampleManifest,
  reviewer: Reviewer,
  scripted: ScriptedReviewer,
  truth: Truth,
): { readonly name: string; readonly text: string } {
  const [header = [], ...rows] = Papa.parse<string[]>([...reviewCsv(manifest, reviewer)].join('').slice(1), {
    skipEmptyLines: true,
  }).data;
  const at = (column: string) => header.indexOf(column);
  for (const row of rows) {
    const marker = row[at('question')];
    if (marker !== 'CSA' && marker !== 'CSE') continue;
    const reference = row[at('crimeReference')]!;
    row[at('shouldBeSet')] = shouldAnswer(scripted, reference, marker, truth);
    row[at('isSet')] = truth.get(reference)![marker].is ? 'yes' : 'no';
  }
  return { name: `review-${reviewer}.csv`, text: Papa.unparse([header, ...rows]) };
}
