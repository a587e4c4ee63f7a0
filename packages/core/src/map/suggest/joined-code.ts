import { FIELD_INDEX, FIELDS, type FieldName } from '../../model/fields.js';
import { nameWords } from './names.js';
import type { FieldProposal } from './proposal.js';
import { type ColumnSample, share } from './sample.js';

const SUB = new Set(['sub', 'subclass', 'subcode', 'subclassification']);

const isNumber = (text: string) => /^\d{1,3}$/.test(text);
const isPart = (text: string) => /^\d{1,2}$/.test(text);

/**
 * An offence code in two columns, 19 and 7 for 19/07: a column of numbers that is called sub-class or
 * the like, beside the column of the codes or classes, which holds numbers alone.
 */
export function joinedCode(
  columns: readonly ColumnSample[],
  proposals: readonly FieldProposal[],
): { readonly proposal: FieldProposal; readonly replaces: readonly FieldName[] } | null {
  const main = proposals.find(({ field, columns: names }) => {
    const column = columns.find(({ name }) => name === names[0]);
    const isCode = FIELDS[FIELD_INDEX[field]]?.type.startsWith('offence') === true;
    return isCode && column !== undefined && column.values.length > 0 && share(column.values, isNumber) === 1;
  });
  const sub = columns.find(
    ({ name, values }) =>
      !main?.columns.includes(name) &&
      [...nameWords(name)].some((word) => SUB.has(word)) &&
      values.length > 0 &&
      share(values, isPart) === 1,
  );
  const [first] = main?.columns ?? [];
  if (main === undefined || first === undefined || sub === undefined) return null;
  return {
    proposal: {
      field: 'offenceCode',
      columns: [first, sub.name],
      source: { columns: [first, sub.name], join: '/' },
      confidence: 'likely',
      reasons: ['numbers in both', 'class and sub-class that make one code'],
    },
    replaces: ['offenceCode', main.field],
  };
}
