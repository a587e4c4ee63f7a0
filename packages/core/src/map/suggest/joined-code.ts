import { FIELD_INDEX, FIELDS, type FieldName } from '../../model/fields.js';
import { nameWords } from './names.js';
import type { FieldProposal } from './proposal.js';
import { type ColumnSample, share } from './sample.js';

const MAIN = new Set(['class', 'code', 'classification']);
const SUB = new Set(['sub', 'subclass', 'subcode', 'subclassification']);

const isNumber = (text: string) => /^\d{1,3}$/.test(text);
const isPart = (text: string) => /^\d{1,2}$/.test(text);

/** Nearly all: a spreadsheet may have made dates of some. */
const NEARLY_ALL = 0.9;

interface Joined {
  readonly proposal: FieldProposal;
  /** Fields that were taken to be one of the two columns alone. */
  readonly replaces: readonly FieldName[];
}

function hasWord(column: ColumnSample, words: ReadonlySet<string>): boolean {
  return [...nameWords(column.name)].some((word) => words.has(word));
}

/**
 * An offence code in two columns, 19 and 7 for 19/07: a column of numbers that is called sub-class or
 * the like, and one of classes or codes that holds numbers alone. Not where another column is the code.
 */
export function joinedCode(
  columns: readonly ColumnSample[],
  proposals: readonly FieldProposal[],
): Joined | null {
  const sub = columns.find((column) => hasWord(column, SUB) && share(column.values, isPart) >= NEARLY_ALL);
  const useOf = (column: ColumnSample) =>
    proposals.find((proposal) => proposal.columns.includes(column.name));
  const main = columns.find((column) => {
    const field = useOf(column)?.field;
    const isFree = field === undefined || FIELDS[FIELD_INDEX[field]]?.type.startsWith('offence') === true;
    return column !== sub && isFree && hasWord(column, MAIN) && share(column.values, isNumber) >= NEARLY_ALL;
  });
  if (sub === undefined || main === undefined) return null;
  const ownField = useOf(main)?.field;
  const code = proposals.find(({ field }) => field === 'offenceCode');
  if (code !== undefined && code.field !== ownField && !code.columns.includes(sub.name)) return null;
  return {
    proposal: {
      field: 'offenceCode',
      columns: [main.name, sub.name],
      source: { columns: [main.name, sub.name], join: '/' },
      confidence: 'likely',
      reasons: ['numbers in both', 'class and sub-class that make one code'],
    },
    replaces: ['offenceCode', ...(ownField === undefined ? [] : [ownField])],
  };
}
