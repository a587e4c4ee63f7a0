import { Papa } from '../vendor/papaparse.js';
import {
  type AdoptedReading,
  ADOPTION_ANSWERS,
  type Adoption,
  type AdoptionAnswer,
} from '../model/adoption.js';
import { MarkercheckError } from '../model/errors.js';
import type { Pack } from '../model/pack.js';
import { type Day, parseDate } from '../normalise/date.js';
import { trim } from '../normalise/text.js';
import { unconfirmedReadings } from './readings.js';
import { ANSWER_COLUMNS } from './sheet.js';

const COLUMNS = ['rule', 'readingId', ...ANSWER_COLUMNS] as const;
type Cells = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** What a spreadsheet makes of a paragraph such as 4/02 or 4-2: `04-Feb`, `Feb-04`. */
const MADE_A_DATE = /^(\d{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d{2})$/;

function isAnswer(text: string): text is AdoptionAnswer {
  return (ADOPTION_ANSWERS as readonly string[]).includes(text);
}

/** Why an answered line does not count; `null` if it does. */
function faultOf(
  cells: Cells,
  ids: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
  asAt: Day,
): string | null {
  const { rule, readingId, answer, paragraph, edition, role, date, note } = cells;
  if (!known.has(rule)) return 'the pack has no rule of this id';
  const id = ids.get(rule);
  if (id === undefined)
    return 'the reading of this rule is confirmed by its sources; the pack does not ask about it';
  if (answer === '') return 'there is no answer';
  if (!isAnswer(answer)) return 'the answer is not yes, no or differs';
  if (readingId !== id)
    return 'the reading is not the one that was answered; write a new sheet and answer it again';
  const empty = Object.entries({ edition, role, date }).filter(([, text]) => text === '');
  if (empty.length > 0)
    return `${empty.map(([name]) => name).join(', ')} ${empty.length === 1 ? 'is' : 'are'} empty`;
  if (answer === 'yes' && paragraph === '') return 'a yes needs the paragraph that says so';
  if (MADE_A_DATE.test(paragraph)) return 'a spreadsheet has made a date of the paragraph; write it as text';
  if (answer === 'differs' && note === '') return 'a differing reading needs a note that says how';
  const day = parseDate(date);
  if (day === null) return 'date is not a date (YYYY-MM-DD); a spreadsheet may have rewritten it';
  return day > asAt ? 'date lies after the day as at which the run is made' : null;
}

/** Two answers to one reading count as none: nobody can tell which of them holds. */
function contradicting(readings: readonly AdoptedReading[]): ReadonlyMap<string, readonly AdoptedReading[]> {
  const byRule = new Map<string, readonly AdoptedReading[]>();
  for (const reading of readings) byRule.set(reading.rule, [...(byRule.get(reading.rule) ?? []), reading]);
  return new Map([...byRule].filter(([, of]) => of.length > 1));
}

function cellsOf(names: readonly string[], row: readonly string[]): Cells {
  const cell = (column: string) => unguarded(trim(row[names.indexOf(column)] ?? ''));
  const cells = Object.fromEntries(COLUMNS.map((column) => [column, cell(column)])) as Record<
    keyof Cells,
    string
  >;
  return { ...cells, answer: cells.answer.toLowerCase() };
}

/** Without the apostrophe that keeps a spreadsheet from reading a formula. */
function unguarded(cell: string): string {
  return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}

/**
 * Reads the sheet that the registrar filled in. A line without an answer is no answer yet; one with a fault does
 * not count and is listed: nothing is confirmed by a line that cannot be relied on.
 * @throws {MarkercheckError} `ADOPTION_INVALID` if the file has not the columns of an adoption sheet.
 */
export function readAdoption(csv: string, pack: Pack, asAt: Day): Adoption {
  const parsed = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { header: false });
  const [header = [], ...rows] = parsed.data;
  const names = header.map(trim);
  const missing = COLUMNS.filter((column) => !names.includes(column));
  const isBroken = parsed.errors.some(({ type }) => type === 'Quotes');
  if (missing.length > 0 || isBroken) {
    const why =
      missing.length > 0 ? `its header lacks ${missing.join(', ')}` : 'a quotation mark in it is not closed';
    throw new MarkercheckError(
      'ADOPTION_INVALID',
      `It is not an adoption sheet: ${why}. “markercheck rules adopt” writes one.`,
    );
  }
  const known = new Set(pack.rules.map(({ id }) => id));
  const ids = new Map(unconfirmedReadings(pack).map(({ rule, id }) => [rule.id, id]));
  const readings: AdoptedReading[] = [];
  const faults = new Map<number, string>();
  rows.forEach((row, index) => {
    const cells = cellsOf(names, row);
    if (ANSWER_COLUMNS.every((column) => cells[column] === '')) return;
    const problem = faultOf(cells, ids, known, asAt);
    if (problem !== null) faults.set(index + 2, problem);
    else readings.push(readingOf(cells, index + 2));
  });
  const twice = contradicting(readings);
  for (const of of twice.values()) {
    const where = of.map(({ row }) => row).join(' and ');
    for (const { row } of of) faults.set(row, `the reading is answered more than once, on rows ${where}`);
  }
  return {
    readings: readings.filter(({ rule }) => !twice.has(rule)),
    malformed: [...faults].sort(([a], [b]) => a - b).map(([row, problem]) => ({ row, problem })),
  };
}

function readingOf(
  { rule, answer, paragraph, edition, role, date, note }: Cells,
  row: number,
): AdoptedReading {
  return { rule, answer: answer as AdoptionAnswer, paragraph, edition, role, date, note, row };
}
