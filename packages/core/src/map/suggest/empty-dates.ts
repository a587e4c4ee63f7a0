import { FIELD_INDEX, FIELDS } from '../../model/fields.js';
import { readingOf } from '../profile.js';
import { QUESTION } from '../questions.js';
import type { FieldProposal } from './proposal.js';

/** How the other dates of the extract are written, if they agree and none of it is a question. */
function commonFormats(proposals: readonly FieldProposal[]): readonly string[] | null {
  const known = proposals
    .filter(({ field, confidence }) => FIELDS[FIELD_INDEX[field]]?.type === 'date' && confidence === 'sure')
    .map(({ source }) => [readingOf(source).date ?? 'YYYY-MM-DD'].flat());
  const formats = [...new Set(known.flat())];
  return known.length === 0 ? null : formats;
}

/** Dates of which the head has none, such as the day of a cancellation: taken to be written as the others are. */
export function datesWithoutValues(proposals: readonly FieldProposal[]): readonly FieldProposal[] {
  const formats = commonFormats(proposals);
  return proposals.map((proposal) => {
    const isDate = FIELDS[FIELD_INDEX[proposal.field]]?.type === 'date';
    const { column, date } = readingOf(proposal.source);
    const isWithout = proposal.reasons.includes('no values in what was read');
    if (!isDate || date !== undefined || column === undefined || !isWithout) return proposal;
    if (formats === null) {
      const question =
        'no date of this column was in what was read; write how its dates are written, such as "DD/MM/YYYY"';
      const source = { column, date: `${QUESTION}${question}` };
      return { ...proposal, source, confidence: 'question' as const, reasons: ['its name', question] };
    }
    const [first = ''] = formats;
    if (formats.length === 1 && first === 'YYYY-MM-DD') return proposal;
    const source = { column, date: formats.length === 1 ? first : formats };
    return {
      ...proposal,
      source,
      reasons: [...proposal.reasons, 'taken to be written as the other dates are'],
    };
  });
}
