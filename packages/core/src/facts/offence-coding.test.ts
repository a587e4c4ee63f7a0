import { describe, expect, it } from 'vitest';
import { valueOf } from '../evaluate/facts-of.test-helper.js';

const FACTS = ['codeUnreadable', 'codeAccountedFor', 'codeHasClass', 'classRecorded', 'classAgrees'];
const LETTERS = { true: 'T', false: 'F', unknown: '?' } as const;

/** The five facts in their order, a letter each. */
function codingOf(offenceCode: string, offenceClass: string): string {
  return FACTS.map(
    (name) => LETTERS[valueOf(name, { offenceCode, offenceClass }) as keyof typeof LETTERS],
  ).join('');
}

describe('whether the code can be read, is accounted for, has a class, stands beside one, and agrees', () => {
  it.each([
    ['19/16', '19E', 'FTTTT'],
    ['19/16', '19', 'FTTTT'],
    ['19/16', '19C', 'FTTTF'],
    ['19/16', '', 'FTTF?'],
    ['19/16', 'RAPE', 'TTT??'],
    ['19/16', '19/16', 'TTT??'],
    ['19E', '19E', 'FTTTT'],
    ['19E', '19', 'FTTTT'],
    ['11', '11A', 'FTTTT'],
    ['19E', '19C', 'FTTTF'],
    ['20/01', '20A', 'FTFTF'],
    ['19/77', '19E', 'FFFT?'],
    ['19', '19E', 'FTFT?'],
    ['19', '20A', 'FFFT?'],
    ['19', '', 'FFFF?'],
    ['19Z', '19E', 'FFFT?'],
    ['28/03', '28E', 'FTFT?'],
    ['28/03', '19E', 'FTFT?'],
    ['', '19E', 'FTFT?'],
    ['', '', 'FTFF?'],
    ['19-Jul', '19E', 'TT?T?'],
    ['N100', '', 'FTTF?'],
  ])('of %j beside %j is %s', (code, cls, letters) => {
    expect(codingOf(code, cls)).toBe(letters);
  });
});
