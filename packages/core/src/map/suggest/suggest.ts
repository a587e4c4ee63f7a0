import { FIELD_NAMES, FIELDS, type FieldDefinition, type FieldName } from '../../model/fields.js';
import { blankTest } from '../blanks.js';
import { openQuestions, QUESTION } from '../questions.js';
import type { FieldSource } from '../profile.js';
import { assignColumns } from './assign.js';
import { proposeByContent } from './by-content.js';
import { datesWithoutValues } from './empty-dates.js';
import { proposeMarkers } from './markers.js';
import type { FieldProposal } from './proposal.js';
import { describeColumns, nameFaults, someOf, type SuggestedColumn } from './describe.js';
import { joinedCode } from './joined-code.js';
import { rowsQuestion } from './rows.js';
import { findBlanks, sampleColumns } from './sample.js';

export interface SuggestOptions {
  /** The name of the profile. */
  readonly name: string;
  /** What the profile says of the file itself, such as its delimiter. */
  readonly file?: Readonly<Record<string, string>>;
}

/** A proposed profile, with what is certain, what is likely and what only a person can say. */
export interface Suggestion {
  /** The profile as JSON. `readProfile` refuses it as long as a question in it is open. */
  readonly profile: Readonly<Record<string, unknown>>;
  /** Every column of the extract, in its order. */
  readonly columns: readonly SuggestedColumn[];
  readonly questions: readonly { readonly place: string; readonly question: string }[];
  /** Texts that were taken for empty cells, and whether they can mean nothing else. */
  readonly blanks: readonly { readonly text: string; readonly isCertain: boolean }[];
  /** Fields that no column was found for. */
  readonly missing: readonly FieldName[];
  /** Rows that were looked at. */
  readonly rows: number;
}

function sourcesOf(proposals: readonly FieldProposal[], ties: ReturnType<typeof assignColumns>['ties']) {
  const sources = new Map<FieldName, FieldSource>(proposals.map(({ field, source }) => [field, source]));
  for (const { field, columns } of ties) {
    const names = someOf(columns.slice(0, 5).map((column) => JSON.stringify(column)));
    sources.set(field, `${QUESTION}which column is it: ${names}?`);
  }
  return Object.fromEntries(
    FIELDS.flatMap(({ name }: FieldDefinition) => {
      const source = sources.get(name as FieldName);
      return source === undefined ? [] : [[name, source]];
    }),
  );
}

const FORCE_QUESTION = `${QUESTION}which force is it? Write its ONS code, such as E23000036 for Avon and Somerset, or remove this line: comparisons need it`;

/**
 * Proposes a profile from the head of an extract: by the columns' names and by what they hold.
 * Nothing is guessed silently: what is not certain is a question in the profile itself.
 */
export function suggestProfile(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  options: SuggestOptions,
): Suggestion {
  const blanks = findBlanks(rows, header.length);
  const columns = sampleColumns(header, rows, blankTest(blanks.map(({ text }) => text)));
  const faults = nameFaults(columns);
  const named = columns.filter((column) => !faults.has(column));
  const markers = proposeMarkers(named);
  const ofMarkers = new Set(markers.columns.map(({ column }) => column));
  const assigned = assignColumns(named.filter(({ name }) => !ofMarkers.has(name)));
  const joined = joinedCode(named, assigned.proposals);
  const byName = datesWithoutValues([
    ...assigned.proposals.filter(({ field }) => joined === null || !joined.replaces.includes(field)),
    ...(joined === null ? [] : [joined.proposal]),
  ]);
  const isUsed = (column: string) =>
    ofMarkers.has(column) ||
    byName.some((proposal) => proposal.columns.includes(column)) ||
    assigned.ties.some((tie) => tie.columns.includes(column));
  const byContent = proposeByContent(
    named.filter(({ name }) => !isUsed(name)),
    (field) =>
      byName.some((proposal) => proposal.field === field) || assigned.ties.some((tie) => tie.field === field),
  );
  const proposals = [...byName, ...byContent];
  const fields = sourcesOf(proposals, assigned.ties);
  const merging = rowsQuestion(named, proposals);
  const profile = {
    name: options.name,
    ...options.file,
    ...(blanks.length === 0 ? {} : { blanks: blanks.map(({ text }) => text) }),
    ...('force' in fields ? {} : { constants: { force: FORCE_QUESTION } }),
    fields,
    markers: markers.layout,
    ...(merging === null ? {} : { rows: merging }),
  };
  const found = new Set<string>([
    ...Object.keys(fields),
    ...markers.columns.flatMap((column) => column.markers),
  ]);
  return {
    profile,
    columns: describeColumns(columns, faults, proposals, assigned, markers),
    questions: openQuestions(profile),
    blanks: blanks.map(({ text, isCertain }) => ({ text, isCertain })),
    missing: FIELD_NAMES.filter((name) => !found.has(name)),
    rows: rows.length,
  };
}
