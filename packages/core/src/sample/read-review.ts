import { Papa } from '../vendor/papaparse.js';
import { MarkercheckError } from '../model/errors.js';
import { trim } from '../normalise/text.js';
import type { SampledRecord, SampleManifest } from './manifest.js';
import {
  type Answer,
  ANSWER_FIELDS,
  type Answers,
  fieldsOf,
  questionsOf,
  type Reviewer,
  REVIEWERS,
} from './questions.js';

/** A review file as it came back. */
export interface ReviewFile {
  readonly name: string;
  readonly text: string;
}

/** A line of a review file that does not count, and why; never what somebody wrote in it. */
export interface ReviewFault {
  readonly file: string;
  /** The record's number in its file, the header being 1. */
  readonly row: number;
  readonly problem: string;
}

/** One reviewer's answers to one question about one record. */
export interface ReviewLine {
  readonly item: string;
  readonly question: string;
  readonly reviewer: Reviewer;
  readonly answers: Answers;
  readonly row: number;
}

export interface ReadReview {
  readonly lines: readonly ReviewLine[];
  readonly malformed: readonly ReviewFault[];
  /** Lines of the file, those without an answer included. */
  readonly read: number;
}

const REQUIRED = [
  'sample',
  'reviewer',
  'item',
  'crimeReference',
  'force',
  'question',
  ...ANSWER_FIELDS,
] as const;
type Required = (typeof REQUIRED)[number];
type Line = Readonly<Record<Required, string>>;

const WORDS: Readonly<Record<string, Answer>> = {
  yes: 'yes',
  y: 'yes',
  no: 'no',
  n: 'no',
  'cannot tell': 'cannot-tell',
  'cannot-tell': 'cannot-tell',
  "can't tell": 'cannot-tell',
};

/** A spreadsheet saves with the separator of its language. */
function delimiterOf(header: string): string {
  const found = [',', ';', '\t'].map((mark) => ({ mark, count: header.split(mark).length }));
  return found.toSorted((a, b) => b.count - a.count)[0]?.mark ?? ',';
}

function unguarded(cell: string): string {
  return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}

function answersOf(line: Line): Answers | string {
  const answers: Partial<Record<(typeof ANSWER_FIELDS)[number], Answer>> = {};
  const taken = fieldsOf(line.question);
  for (const field of ANSWER_FIELDS) {
    const text = line[field].toLowerCase().replace(/\u2019/g, "'");
    if (text === '') continue;
    const answer = Object.hasOwn(WORDS, text) ? WORDS[text] : undefined;
    if (answer === undefined) return `${field} is not yes, no or cannot tell`;
    if (!taken.includes(field)) return `${field} is answered, which this question does not ask`;
    answers[field] = answer;
  }
  return answers;
}

function placeFault(line: Line, item: SampledRecord | undefined, manifest: SampleManifest): string | null {
  if (line.sample !== manifest.sample) return 'it belongs to another sample';
  if (!(REVIEWERS as readonly string[]).includes(line.reviewer)) return 'reviewer is not A, B or agreed';
  if (item === undefined) return 'the sample has no such item';
  if (line.crimeReference !== item.crimeReference || line.force !== item.force) {
    return 'crimeReference or force is not what the sample has for this item; a spreadsheet may have changed it, and another record may have been reviewed';
  }
  if (!questionsOf(manifest, item).some((question) => question.id === line.question)) {
    return 'this item has no such question';
  }
  return null;
}

/**
 * Reads one review file. A line that cannot be read with certainty does not count and is listed.
 * @throws {MarkercheckError} `ARGUMENT_INVALID` if the file has not the columns of a review.
 */
export function readReview({ name, text }: ReviewFile, manifest: SampleManifest): ReadReview {
  const clean = text.replace(/^\uFEFF/, '');
  const delimiter = delimiterOf(/^[^\r\n]*/.exec(clean)?.[0] ?? '');
  const parsed = Papa.parse<string[]>(clean, { header: false, delimiter });
  const [header = [], ...rows] = parsed.data;
  const names = header.map(trim);
  const missing = REQUIRED.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    throw new MarkercheckError(
      'ARGUMENT_INVALID',
      `${name} is not a review file: its header lacks ${missing.join(', ')}. Use the review file that sample draw wrote, with its header as it is.`,
    );
  }
  const broken = new Set(parsed.errors.map((error) => error.row));
  const items = new Map(manifest.items.map((item) => [item.item, item]));
  const lines: ReviewLine[] = [];
  const malformed: ReviewFault[] = [];
  let read = 0;

  function readLine(cells: readonly string[], index: number): Omit<ReviewLine, 'row'> | string {
    if (broken.has(index + 1)) return 'a quotation mark is not closed, or not doubled';
    if (cells.length !== header.length) {
      return `it has ${cells.length} cells, the header has ${header.length}`;
    }
    const line = Object.fromEntries(
      REQUIRED.map((column) => [column, unguarded(trim(cells[names.indexOf(column)] ?? ''))]),
    ) as Line;
    const answers = placeFault(line, items.get(line.item), manifest) ?? answersOf(line);
    if (typeof answers === 'string') return answers;
    return { item: line.item, question: line.question, reviewer: line.reviewer as Reviewer, answers };
  }

  rows.forEach((cells, index) => {
    if (cells.every((cell) => trim(cell) === '')) return;
    read++;
    const row = index + 2;
    const line = readLine(cells, index);
    if (typeof line === 'string') malformed.push({ file: name, row, problem: line });
    else if (Object.keys(line.answers).length > 0) lines.push({ ...line, row });
  });
  return { lines, malformed, read };
}
