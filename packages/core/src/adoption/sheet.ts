import type { Adoption } from '../model/adoption.js';
import type { Pack } from '../model/pack.js';
import { BYTE_ORDER_MARK, csvLine } from '../report/records/csv-text.js';
import { unconfirmedReadings } from './readings.js';

/** What we say of a reading, and then what the registrar fills in. */
const OURS = ['rule', 'title', 'default', 'reading', 'question', 'readingId'] as const;
export const ANSWER_COLUMNS = ['answer', 'paragraph', 'edition', 'role', 'date', 'note'] as const;

/**
 * The sheet that the registrar fills in: a line for each reading that nobody has confirmed. Answers given before
 * stand in it where the reading is still the same.
 */
export function adoptionSheet(pack: Pack, before: Adoption = { readings: [], malformed: [] }): string {
  const answers = new Map(before.readings.map((reading) => [reading.rule, reading]));
  const lines = unconfirmedReadings(pack).map(({ rule, words, question, id }) => {
    const given = answers.get(rule.id);
    const answer = ANSWER_COLUMNS.map((column) => given?.[column] ?? '');
    return csvLine([rule.id, rule.title, rule.default, words, question, id, ...answer]);
  });
  return BYTE_ORDER_MARK + csvLine([...OURS, ...ANSWER_COLUMNS]) + lines.join('');
}
