import type { SampledRecord, SampleManifest } from './manifest.js';
import { type Answer, ANSWER_FIELDS, type AnswerField, type Answers, type Reviewer } from './questions.js';
import { readReview, type ReviewFault, type ReviewFile, type ReviewLine } from './read-review.js';

/** A sampled record with the answers that count, by question. */
export interface ReviewedRecord {
  readonly record: SampledRecord;
  readonly answers: ReadonlyMap<string, Answers>;
  /** What each reviewer said. */
  readonly by: ReadonlyMap<string, Readonly<Partial<Record<Reviewer, Answers>>>>;
}

/** Where two reviewers differ. */
export interface Disagreement {
  readonly item: string;
  readonly question: string;
  readonly field: AnswerField;
  readonly a: Answer;
  readonly b: Answer;
  /** What they agreed on afterwards; `null` where nothing was handed in. */
  readonly agreed: Answer | null;
}

export interface Reviews {
  readonly records: readonly ReviewedRecord[];
  readonly files: readonly { readonly name: string; readonly lines: number; readonly answered: number }[];
  readonly malformed: readonly ReviewFault[];
  readonly disagreements: readonly Disagreement[];
}

type ByReviewer = Partial<Record<Reviewer, Answers>>;

const lineKey = ({ item, question, reviewer }: ReviewLine) => JSON.stringify([item, question, reviewer]);

const sameAnswers = (left: Answers, right: Answers) =>
  ANSWER_FIELDS.every((field) => left[field] === right[field]);

/** What was agreed on goes first, then the first reviewer, then the second. */
function standingOf(by: ByReviewer): Answers {
  const standing: Partial<Record<AnswerField, Answer>> = {};
  for (const field of ANSWER_FIELDS) {
    const answer = by.agreed?.[field] ?? by.A?.[field] ?? by.B?.[field];
    if (answer !== undefined) standing[field] = answer;
  }
  return standing;
}

function disagreementsOf(
  item: string,
  question: string,
  { A, B, agreed }: ByReviewer,
): readonly Disagreement[] {
  return ANSWER_FIELDS.flatMap((field): readonly Disagreement[] => {
    const [a, b] = [A?.[field], B?.[field]];
    if (a === undefined || b === undefined || a === b) return [];
    return [{ item, question, field, a, b, agreed: agreed?.[field] ?? null }];
  });
}

/** Reads all review files of a sample, and settles which answers count. */
export function readReviews(files: readonly ReviewFile[], manifest: SampleManifest): Reviews {
  const read = files.map((file) => ({ name: file.name, ...readReview(file, manifest) }));
  const malformed = read.flatMap((file) => file.malformed);
  const first = new Map<string, ReviewLine & { readonly file: string }>();
  const unclear = new Set<string>();
  for (const { name, lines } of read) {
    for (const line of lines) {
      const key = lineKey(line);
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, { ...line, file: name });
      else if (!sameAnswers(earlier.answers, line.answers)) {
        unclear.add(key);
        const other = `${earlier.file} row ${earlier.row}`;
        malformed.push({
          file: name,
          row: line.row,
          problem: `the same reviewer answers the same question otherwise in ${other}: neither counts`,
        });
      }
    }
  }
  const by = new Map<string, Map<string, ByReviewer>>();
  for (const [key, line] of first) {
    if (unclear.has(key)) continue;
    const ofItem = by.get(line.item) ?? new Map<string, ByReviewer>();
    ofItem.set(line.question, { ...ofItem.get(line.question), [line.reviewer]: line.answers });
    by.set(line.item, ofItem);
  }
  const records = manifest.items.map((record): ReviewedRecord => {
    const ofItem = by.get(record.item) ?? new Map<string, ByReviewer>();
    const answers = new Map([...ofItem].map(([question, of]) => [question, standingOf(of)]));
    return { record, answers, by: ofItem };
  });
  return {
    records,
    files: read.map(({ name, read: lines, lines: answered }) => ({ name, lines, answered: answered.length })),
    malformed,
    disagreements: records.flatMap(({ record, by: ofItem }) =>
      [...ofItem].flatMap(([question, of]) => disagreementsOf(record.item, question, of)),
    ),
  };
}
