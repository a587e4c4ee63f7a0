import { isMarker, type Marker } from '../../model/markers.js';
import type { RunSummary } from '../../model/run.js';
import type { Claim } from '../claims.js';
import type { SampledRecord, SampleManifest } from '../manifest.js';
import type { ReviewFile } from '../read-review.js';
import { readReviews, type ReviewedRecord, type Reviews } from '../standing.js';
import { type Agreement, agreements } from './agreement.js';
import { scoreFigures, type ScoreFigure } from './figures.js';
import { type Graded, gradeOf, type Grades } from './grades.js';
import { accuracy, isWrong } from './verdict.js';

/** The number of the shape of `score.json`; a change of the shape is a new number. */
export const SCORE_SCHEMA = 1;

export interface GradedFigure extends ScoreFigure {
  /** `null` where the force sets no thresholds. */
  readonly grade: Graded | null;
}

/** A sampled record whose marker reviewers call wrong, named by its item alone. */
export interface WrongMarker {
  readonly item: string;
  readonly marker: Marker;
  readonly wrong: Claim['wrong'];
  /** The rules whose findings say so; none for what the rules missed. */
  readonly foundBy: readonly string[];
}

/** What the extract and a reviewer say of a marker, where they differ. */
export interface Difference {
  readonly item: string;
  readonly marker: Marker;
  readonly extract: 'set' | 'not-set';
  readonly reviewer: 'yes' | 'no';
}

/** `score.json`: how right the markers and the rules are, as reviewers see it. Names no record but by its item. */
export interface Score {
  readonly kind: 'markercheck-score';
  readonly schema: typeof SCORE_SCHEMA;
  readonly tool: RunSummary['tool'] | null;
  readonly sample: string;
  readonly run: SampleManifest['run'];
  readonly design: SampleManifest['design'];
  readonly frame: SampleManifest['frame'];
  readonly strata: SampleManifest['strata'];
  readonly rules: SampleManifest['rules'];
  readonly reviews: Omit<Reviews, 'records'> & {
    /** Sampled records. */
    readonly records: number;
    /** Of them, those with an answer to every question. */
    readonly complete: number;
    /** Of them, those without any. */
    readonly unanswered: number;
    /** Records with answers of both reviewers. */
    readonly double: number;
  };
  readonly figures: readonly GradedFigure[];
  readonly agreement: readonly Agreement[];
  readonly differences: readonly Difference[];
  readonly wrong: readonly WrongMarker[];
}

export interface ScoreOptions {
  readonly manifest: SampleManifest;
  readonly reviews: readonly ReviewFile[];
  /** @default no grades */
  readonly grades?: Grades;
  readonly tool?: RunSummary['tool'];
}

function isComplete({ record, answers }: ReviewedRecord, markers: readonly Marker[]): boolean {
  return (
    markers.every((marker) => accuracy(answers.get(marker) ?? {}) !== null) &&
    record.ask.every((rule) => answers.get(rule)?.holds !== undefined)
  );
}

function differencesOf(
  { record, answers }: ReviewedRecord,
  markers: readonly Marker[],
): readonly Difference[] {
  return markers.flatMap((marker): readonly Difference[] => {
    const extract = record.markers[marker];
    const reviewer = answers.get(marker)?.isSet;
    if (extract === undefined || extract === 'unknown') return [];
    if (reviewer === undefined || reviewer === 'cannot-tell') return [];
    if ((extract === 'set') === (reviewer === 'yes')) return [];
    return [{ item: record.item, marker, extract, reviewer }];
  });
}

function foundBy(record: SampledRecord, marker: Marker, wrong: Claim['wrong']): readonly string[] {
  return record.claims
    .filter((claim) => claim.marker === marker && claim.wrong === wrong)
    .map(({ rule }) => rule);
}

function wrongOf({ record, answers }: ReviewedRecord, markers: readonly Marker[]): readonly WrongMarker[] {
  return markers.flatMap((marker) =>
    (['missing', 'over'] as const)
      .filter((wrong) => isWrong(answers.get(marker) ?? {}, wrong) === 'yes')
      .map((wrong) => ({ item: record.item, marker, wrong, foundBy: foundBy(record, marker, wrong) })),
  );
}

/**
 * Scores the reviews of a sample: rates of the whole frame with intervals, from the strata's weights.
 * @throws {MarkercheckError} `ARGUMENT_INVALID` if a file is not a review.
 */
export function scoreSample({ manifest, reviews: files, grades = {}, tool }: ScoreOptions): Score {
  const { records, ...reviews } = readReviews(files, manifest);
  const { design, run, frame, strata, rules, sample } = manifest;
  const markers = design.markers.filter(isMarker);
  const figures = scoreFigures(manifest, records);
  return {
    kind: 'markercheck-score',
    schema: SCORE_SCHEMA,
    tool: tool ?? null,
    sample,
    run,
    design,
    frame,
    strata,
    rules,
    reviews: {
      ...reviews,
      records: records.length,
      complete: records.filter((of) => isComplete(of, markers)).length,
      unanswered: records.filter(({ answers }) => answers.size === 0).length,
      double: records.filter(({ by }) =>
        [...by.values()].some(({ A, B }) => A !== undefined && B !== undefined),
      ).length,
    },
    figures: figures.map((figure) => ({ ...figure, grade: gradeOf(figure.measure, figure, grades) })),
    agreement: agreements(records, markers, design.confidence),
    differences: records.flatMap((of) => differencesOf(of, markers)),
    wrong: records.flatMap((of) => wrongOf(of, markers)),
  };
}
