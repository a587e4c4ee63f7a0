import { isMarker, type Marker } from '../model/markers.js';
import type { SampledRecord, SampleManifest } from './manifest.js';

/** Who reviews: the first reviewer, the second, or both together where they differed. */
export const REVIEWERS = ['A', 'B', 'agreed'] as const;
export type Reviewer = (typeof REVIEWERS)[number];

export const ANSWERS = ['yes', 'no', 'cannot-tell'] as const;
export type Answer = (typeof ANSWERS)[number];

/** The questions about a marker, and the one about a rule. */
export const ANSWER_FIELDS = ['shouldBeSet', 'isSet', 'holds'] as const;
export type AnswerField = (typeof ANSWER_FIELDS)[number];

export type Answers = Readonly<Partial<Record<AnswerField, Answer>>>;

/** What a review file has in front of the answers; a blind one has neither `extract` nor `findings`. */
export const REVIEW_COLUMNS = [
  'sample',
  'reviewer',
  'item',
  'crimeReference',
  'force',
  'team',
  'question',
  'asks',
  'extract',
  'findings',
  ...ANSWER_FIELDS,
  'why',
] as const;
export type ReviewColumn = (typeof REVIEW_COLUMNS)[number];

/** What is asked of one record: about a marker, or about a rule. */
export type Question =
  { readonly kind: 'marker'; readonly id: Marker } | { readonly kind: 'rule'; readonly id: string };

/** All that is asked of a record, markers first. */
export function questionsOf({ design }: SampleManifest, item: SampledRecord): readonly Question[] {
  return [
    ...design.markers.map((id) => ({ kind: 'marker', id }) as const),
    ...item.ask.map((id) => ({ kind: 'rule', id }) as const),
  ];
}

/** The answers that a question takes. */
export function fieldsOf(question: string): readonly AnswerField[] {
  return isMarker(question) ? ['shouldBeSet', 'isSet'] : ['holds'];
}

/** The records that a reviewer sees: the second sees the share for double review. */
export function itemsFor({ items }: SampleManifest, reviewer: Reviewer): readonly SampledRecord[] {
  return reviewer === 'A' ? items : items.filter((item) => item.isDouble);
}
