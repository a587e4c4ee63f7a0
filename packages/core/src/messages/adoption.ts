import type { AdoptedReading, AdoptionSummary } from '../model/adoption.js';
import type { Basis } from '../model/rule.js';
import { count, counted, listed } from './figures.js';

/** What the registrar is asked of a reading, by what it rests on. */
export const READING_QUESTIONS: Readonly<Record<Basis, string>> = {
  requirement: 'We take this as a requirement. Do the counting rules say so?',
  definition: 'We take this to follow from a definition or an offence title. Do the counting rules say so?',
  inference: 'No source that we have says this in so many words. Do the counting rules say so?',
  practice: 'We take this as good practice. Do the counting rules, or the rules of your force, ask for it?',
};

function said(value: number, one: string, many: string): readonly string[] {
  return value === 0 ? [] : [`${count(value)} ${value === 1 ? one : many}`];
}

/** What the registrar has adopted, in a sentence: it goes wherever a rate is said. */
export function adoptionSentence({
  confirmed,
  of,
  edition,
  differing,
  off,
  malformed,
}: AdoptionSummary): string {
  const open = of - confirmed - differing.length - off.length;
  const others = [
    ...said(differing.length, 'differs', 'differ'),
    ...said(off.length, 'is rejected and off', 'are rejected and off'),
    ...said(open, 'has no answer', 'have no answer'),
  ];
  const against = edition === null ? '' : ` against edition ${edition}`;
  const rest = others.length === 0 ? '' : `; ${listed(others)}`;
  const faults =
    malformed.length === 0
      ? ''
      : ` ${counted(malformed.length, 'line')} of the adoption sheet cannot be counted.`;
  return `${count(confirmed)} of ${count(of)} readings confirmed${against} by the registrar${rest}.${faults}`;
}

/** What the registrar says of a rule's reading, for wherever the rule is shown. */
export function readingLabel({ answer, edition, paragraph, row }: AdoptedReading): string {
  const place = paragraph === '' ? `edition ${edition}` : `edition ${edition}, paragraph ${paragraph}`;
  switch (answer) {
    case 'yes':
      return `Confirmed by the registrar against ${place}.`;
    case 'no':
      return `Rejected by the registrar against ${place}: the rule is off.`;
    case 'differs':
      return `Differs, says the registrar against ${place}: see the note on row ${row} of the adoption sheet.`;
    default:
      return answer satisfies never;
  }
}
