import type { SampleManifest } from '../../sample/manifest.js';
import {
  ANSWER_FIELDS,
  itemsFor,
  questionsOf,
  REVIEW_COLUMNS,
  type ReviewColumn,
  type Reviewer,
} from '../../sample/questions.js';
import { BYTE_ORDER_MARK, csvLine } from '../records/csv-text.js';
import { asksWords, extractWords, findingWords } from './review-words.js';

/** Columns that tell what the extract and the rules say: a blind form has none of them. */
const TELLING: readonly ReviewColumn[] = ['extract', 'findings'];

export function reviewColumns({ design }: SampleManifest): readonly ReviewColumn[] {
  return REVIEW_COLUMNS.filter((column) => !design.blind || !TELLING.includes(column));
}

/** A reviewer's file, a line for each question about each record, the answers empty. */
export function* reviewCsv(manifest: SampleManifest, reviewer: Reviewer): Generator<string, void, undefined> {
  const columns = reviewColumns(manifest);
  const empty = Object.fromEntries([...ANSWER_FIELDS, 'why'].map((name) => [name, '']));
  yield BYTE_ORDER_MARK + csvLine(columns);
  for (const record of itemsFor(manifest, reviewer)) {
    for (const question of questionsOf(manifest, record)) {
      const cells: Readonly<Record<string, string>> = {
        ...empty,
        sample: manifest.sample,
        reviewer,
        item: record.item,
        crimeReference: record.crimeReference,
        force: record.force,
        team: record.team,
        question: question.id,
        asks: asksWords(manifest, question),
        extract: extractWords(record, question),
        findings: findingWords(manifest, record).join('; '),
      };
      yield csvLine(columns.map((column) => cells[column] ?? ''));
    }
  }
}
