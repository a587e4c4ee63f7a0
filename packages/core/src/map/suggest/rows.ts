import type { FieldName } from '../../model/fields.js';
import { QUESTION } from '../questions.js';
import type { FieldProposal } from './proposal.js';
import type { ColumnSample } from './sample.js';

const SUSPECT_LISTS: readonly FieldName[] = ['suspectAges', 'suspectEthnicities', 'suspectNationalities'];

/** What `rows` is to be where crime references repeat: always a question, because only the export's maker knows why they do. */
export function rowsQuestion(
  columns: readonly ColumnSample[],
  proposals: readonly FieldProposal[],
): Readonly<Record<string, unknown>> | null {
  const key = proposals.find(({ field }) => field === 'crimeReference')?.columns[0];
  const values = columns.find(({ name }) => name === key)?.values ?? [];
  const repeated = values.length - new Set(values).size;
  if (repeated === 0) return null;
  const adjacent = values.filter((value, i) => i > 0 && value === values[i - 1]).length;
  const merge = `${QUESTION}${repeated} rows repeat a crime reference${adjacent === repeated ? ' of the row before' : ''}: are they rows of one crime, joined with its suspects or markers? Write ${adjacent === repeated ? '"adjacent"' : '"anywhere" (which holds all records in memory), or sort the export and write "adjacent"'}. If each is a crime of its own, remove "rows"`;
  const hasLists = proposals.some(({ field }) => SUSPECT_LISTS.includes(field));
  const suspects = `${QUESTION}how do the suspects stand in the rows of a crime? "one-a-row", "repeated" (every row has them all), or {"key": "…"} with the column that tells them apart`;
  return hasLists ? { merge, suspects } : { merge };
}
