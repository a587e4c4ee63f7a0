import type { HeadSuggestion } from '@markercheck/core';
import { argumentText } from './profile-words.js';
import { terminalSafe } from './terminal-text.js';
import { count, counted, wrap } from './wrap.js';

export interface SuggestionContext {
  /** The extract as it was named. */
  readonly extract: string;
  /** The options by which an engine reads it; empty for none. */
  readonly engineOptions: string;
  readonly file: string;
  readonly out: string | undefined;
  readonly isWhole: boolean;
  /** The other files of an archive, and whether they have the columns of the first. */
  readonly others: readonly { readonly file: string; readonly isSame: boolean }[];
  readonly rules: { readonly assessed: number; readonly on: number };
}

type Columns = HeadSuggestion['columns'];

const NAME_WIDTH = 20;
const FIELD_WIDTH = 20;

function columnLine({ column, fields, reasons }: Columns[number]): string {
  const name = terminalSafe(column).padEnd(NAME_WIDTH);
  const field = fields.join(', ').padEnd(FIELD_WIDTH);
  const head = fields.length === 0 ? `  ${name} ` : `  ${name} ${field} `;
  return wrap(head + terminalSafe(reasons.join('; ')), ' '.repeat(NAME_WIDTH + 3));
}

function group(title: string, columns: Columns, confidence: string): readonly string[] {
  const own = columns.filter((column) => column.confidence === confidence);
  return own.length === 0 ? [] : ['', `${title} (${count(own.length)})`, ...own.map(columnLine)];
}

function questions({ questions: open }: HeadSuggestion): readonly string[] {
  if (open.length === 0) return [];
  return [
    '',
    `Questions (${count(open.length)}): only you can answer them`,
    ...open.flatMap(({ place, question }, i) => {
      const head = `  ${i + 1}. `;
      return [`${head}${terminalSafe(place)}`, wrap(`     ${terminalSafe(question)}.`, '     ')];
    }),
  ];
}

function blanks({ blanks: found }: HeadSuggestion): readonly string[] {
  if (found.length === 0) return [];
  const said = (isCertain: boolean) =>
    found
      .filter((blank) => blank.isCertain === isCertain)
      .map(({ text }) => JSON.stringify(terminalSafe(text)))
      .join(', ');
  return [
    '',
    ...(said(true) === '' ? [] : [wrap(`Taken for an empty cell: ${said(true)}.`)]),
    ...(said(false) === ''
      ? []
      : [wrap(`Taken for an empty cell, look at it: ${said(false)}; remove from "blanks" what is a value.`)]),
  ];
}

function missing({ missing: fields }: HeadSuggestion, { rules }: SuggestionContext): readonly string[] {
  const judged = `With these columns ${count(rules.assessed)} of the ${count(rules.on)} rules that are on can be judged.`;
  return fields.length === 0
    ? ['', wrap(judged)]
    : ['', wrap(`No column was found for: ${fields.join(', ')}. ${judged}`)];
}

/** The archive's other files: what stands in one extract with the first, and what does not belong to it. */
function otherFiles({ others }: SuggestionContext): readonly string[] {
  const list = (isSame: boolean) =>
    others.flatMap((other) => (other.isSame === isSame ? [terminalSafe(other.file)] : []));
  const [same, different] = [list(true), list(false)];
  return [
    ...(same.length === 0
      ? []
      : [wrap(`The same columns are in ${same.join(', ')}: they are checked as one extract.`)]),
    ...(different.length === 0
      ? []
      : [
          wrap(
            `OTHER COLUMNS are in ${different.join(', ')}: unpack the archive and check the files apart, or name a second file of markers in the profile.`,
          ),
        ]),
  ];
}

function nextSteps(suggestion: HeadSuggestion, context: SuggestionContext): readonly string[] {
  const { out } = context;
  const extract = argumentText(context.extract) + context.engineOptions;
  const profile = out ?? 'profile.json';
  const open = suggestion.questions.length;
  const answer =
    open === 0
      ? 'No question is open.'
      : `Answer the ${counted(open, 'question')} in it: replace every text that begins with QUESTION.`;
  const said =
    out === undefined
      ? [
          'Nothing was written. To write the profile:',
          `  markercheck profile suggest ${extract} --out ${profile}`,
        ]
      : [wrap(`Wrote ${terminalSafe(out)}.`)];
  return [
    '',
    ...said,
    wrap(`${answer} Then:`),
    `  markercheck profile check ${argumentText(profile)} ${extract}`,
    `  markercheck check ${extract} --profile ${argumentText(profile)}`,
    '',
  ];
}

/** What `profile suggest` says: column by column what is proposed and why, then what only a person can say. */
export function suggestionText(suggestion: HeadSuggestion, context: SuggestionContext): string {
  const { columns, rows, format, encoding, notices } = suggestion;
  const part = context.isWhole ? '' : 'the first ';
  return [
    wrap(
      `Read ${part}${counted(rows, 'row')} of ${terminalSafe(context.file)}: ${format}, ${encoding}, ${counted(columns.length, 'column')}.`,
    ),
    ...notices
      .slice(0, 3)
      .map(({ row, problem }) =>
        wrap(`  ${row === null ? '' : `Row ${row}: `}${terminalSafe(problem)}.`, '    '),
      ),
    ...otherFiles(context),
    ...group('Sure', columns, 'sure'),
    ...group('Likely: look at these', columns, 'likely'),
    ...group('With a question', columns, 'question'),
    ...group('Not used', columns, 'unused'),
    ...blanks(suggestion),
    ...questions(suggestion),
    ...missing(suggestion, context),
    ...nextSteps(suggestion, context),
  ].join('\n');
}
