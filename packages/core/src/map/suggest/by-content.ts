import type { FieldName } from '../../model/fields.js';
import { readOffenceCode } from '../../normalise/offence-code.js';
import { readingOf, type FieldSource } from '../profile.js';
import { QUESTION } from '../questions.js';
import { guessDates } from './dates.js';
import { codeContent } from './offence-codes.js';
import type { FieldProposal } from './proposal.js';
import { type ColumnSample, share } from './sample.js';
import { VOCABULARY } from './vocabulary.js';

/** The dates that most rules need. */
const WANTED_DATES: readonly FieldName[] = ['recordedOn', 'offenceFrom', 'victimBornOn'];

/** So many columns are named in a question. */
const MOST_NAMED = 8;

/** Texts shorter than these tell nothing of what happened. */
const SHORTEST_NARRATIVE = 30;

function ask(field: FieldName, columns: readonly ColumnSample[], question: string): FieldProposal {
  return {
    field,
    columns: columns.map(({ name }) => name),
    source: `${QUESTION}${question}`,
    confidence: 'question',
    reasons: ['by its values; its name does not say'],
  };
}

function sourceText(source: FieldSource): string {
  return JSON.stringify(source);
}

/** A column of codes with a class letter or a sub-code: numbers alone may be anything. */
function offenceCode(columns: readonly ColumnSample[]): FieldProposal | null {
  for (const column of columns) {
    if (column.values.length === 0) continue;
    const { source, agrees, isQuestion } = codeContent(column);
    const { before, after } = readingOf(source);
    const isTelling = share(column.values, (value) => /\d[A-Za-z/]/.test(value)) > 0.3;
    if (agrees !== true || isQuestion || !isTelling) continue;
    const isCut = before !== undefined || after !== undefined;
    const readable =
      isCut || share(column.values, (value) => readOffenceCode(value).kind !== 'unreadable') > 0.9;
    if (!readable) continue;
    const question = `${column.name} holds offence codes: is it the Home Office code of the crime? Write ${sourceText(source)} if so`;
    return ask('offenceCode', [column], question);
  }
  return null;
}

function crimeReference(columns: readonly ColumnSample[]): FieldProposal | null {
  const column = columns.find(
    ({ values, rows }) =>
      rows > 1 &&
      values.length === rows &&
      new Set(values).size === rows &&
      values.every((value) => /\d/.test(value) && value.length < 40),
  );
  if (column === undefined) return null;
  const question = `every value of ${column.name} differs: is it the crime reference? Write ${sourceText(column.name)} if so`;
  return ask('crimeReference', [column], question);
}

function victimType(columns: readonly ColumnSample[]): FieldProposal | null {
  const known = VOCABULARY.victimType ?? {};
  const column = columns.find(
    ({ counts }) => counts.size > 1 && [...counts.keys()].every((code) => Object.hasOwn(known, code)),
  );
  if (column === undefined) return null;
  const values = Object.fromEntries([...column.counts.keys()].map((code) => [code, known[code] ?? '']));
  const source = { column: column.name, values };
  const question = `${column.name} tells persons from others: is it who the victim is? Write ${sourceText(source)} if so`;
  return ask('victimType', [column], question);
}

function narrative(columns: readonly ColumnSample[]): FieldProposal | null {
  const isSentence = (value: string) => value.length >= SHORTEST_NARRATIVE && value.includes(' ');
  const column = columns.find(
    ({ values }) => share(values, isSentence) > 0.5 && new Set(values).size > values.length / 2,
  );
  if (column === undefined) return null;
  const question = `${column.name} holds longer texts: is it what happened, in words? Write ${sourceText(column.name)} if so`;
  return ask('narrative', [column], question);
}

/** One question for a date that is lacking, with every column of dates that nothing else is read from. */
function wantedDate(field: FieldName, columns: readonly ColumnSample[]): FieldProposal | null {
  const dated = columns.flatMap((column) => {
    const guess = guessDates(column.values);
    if (guess.kind === 'none') return [];
    const source =
      guess.kind === 'question' || guess.formats.join() === 'YYYY-MM-DD'
        ? column.name
        : {
            column: column.name,
            date: guess.formats.length === 1 ? (guess.formats[0] ?? '') : guess.formats,
          };
    return [{ column, source }];
  });
  if (dated.length === 0) return null;
  const said = dated
    .slice(0, MOST_NAMED)
    .map(({ source }) => sourceText(source))
    .join(' or ');
  const question = `which of the columns with dates is it? Write ${said}, or remove this line if it is none`;
  return ask(
    field,
    dated.map(({ column }) => column),
    question,
  );
}

/** Fields that no name tells, and that values may: each a question. */
export function proposeByContent(
  columns: readonly ColumnSample[],
  hasField: (field: FieldName) => boolean,
): readonly FieldProposal[] {
  const used = new Set<string>();
  const found: FieldProposal[] = [];
  const left = () => columns.filter(({ name }) => !used.has(name));
  for (const [field, propose] of [
    ['crimeReference', crimeReference],
    ['offenceCode', offenceCode],
    ['victimType', victimType],
    ['narrative', narrative],
  ] as const) {
    if (hasField(field)) continue;
    const proposal = propose(left());
    if (proposal === null) continue;
    found.push(proposal);
    for (const name of proposal.columns) used.add(name);
  }
  const dated = left();
  return [
    ...found,
    ...WANTED_DATES.filter((field) => !hasField(field)).flatMap((field) => wantedDate(field, dated) ?? []),
  ];
}
