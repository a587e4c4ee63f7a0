import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTerms, indexTerms, wordForms } from './words-in-text.js';

const SEPARATORS = [' ', '\t', '\r', '\n', '\u00a0', '-'];

function isWordLike(character: string | undefined): boolean {
  return character !== undefined && /^[\p{L}\p{N}_]$/u.test(character);
}

function fold(character: string): string {
  return character >= 'A' && character <= 'Z' ? character.toLowerCase() : character;
}

/** Where a sequence of words ends if it stands at a position, its words joined by separators alone. */
function endsOf(words: readonly string[], text: readonly string[], start: number): readonly number[] {
  const [word = '', ...rest] = words;
  const letters = [...word];
  if (!letters.every((letter, index) => fold(text[start + index] ?? '') === letter)) return [];
  let next = start + letters.length;
  if (rest.length === 0) return [next];
  const ends: number[] = [];
  while (SEPARATORS.includes(text[next] ?? '')) {
    next++;
    ends.push(...endsOf(rest, text, next));
  }
  return ends;
}

function plurals(last: string): readonly string[] {
  const beforeLast = last.at(-2) ?? '';
  const turnsIntoIes = last.endsWith('y') && /[a-z]/.test(beforeLast) && !/[aeiou]/.test(beforeLast);
  return turnsIntoIes ? [`${last.slice(0, -1)}ies`] : [`${last}s`, `${last}es`];
}

/** The rules page's section 2.7 word for word: every form of the term at every position of the text. */
function standsIn(term: string, text: string): boolean {
  const words = term.split(' ');
  const last = words.at(-1) ?? '';
  const characters = [...text];
  return [last, ...plurals(last)].some((form) =>
    characters.some(
      (_, start) =>
        !isWordLike(characters[start - 1]) &&
        endsOf([...words.slice(0, -1), form], characters, start).some((end) => !isWordLike(characters[end])),
    ),
  );
}

const LISTS = {
  lines: ['county line', 'county lines runner', 'line'],
  bought: ['bought her', 'her', 'sugar daddy', 'party house'],
  plain: ['sex', 'p2p', 'condom', 'boy', 'y', 'gay'],
};
const index = indexTerms(LISTS);

/** The names of the lists that a mask stands for. */
function namesOf(found: number): readonly string[] {
  return index.lists.filter((_, bit) => (found & (1 << bit)) !== 0);
}

describe('findTerms', () => {
  it.each([
    ['county line', ['lines']],
    ['County-Lines', ['lines']],
    ['county\nlines', ['lines']],
    ['county \t-\u00a0\r\n LINES', ['lines']],
    ['county. line up', ['lines']],
    ['county/line', ['lines']],
    ['county. liner', []],
    ['county_line', []],
    ['countyline', []],
    ['county\u2011line', ['lines']],
    ['county\u2003liner', []],
    ['condom', ['plain']],
    ['condoms', ['plain']],
    ['condomes', ['plain']],
    ['condominium', []],
    ['Middlesex', []],
    ['sexual', []],
    ['(sex)', ['plain']],
    ['sex.', ['plain']],
    ['ſex', []],
    ['sex_', []],
    ['sex1', []],
    ['sexé', []],
    ['sex²', []],
    ['sex𝐚', []],
    ['𝐚sex', []],
    ['sex😀', ['plain']],
    ['😀sex', ['plain']],
    ['sex\ud835', ['plain']],
    ['sex\u0301', ['plain']],
    ['sugar daddy', ['bought']],
    ['sugar daddies', ['bought']],
    ['sugar daddys', []],
    ['sugar daddyes', []],
    ['boys', ['plain']],
    ['boies', []],
    ['p2p', ['plain']],
    ['p2ps', ['plain']],
    ['bought-her', ['bought']],
    ['bought here', []],
    ['', []],
    [' - ', []],
  ])('finds in %j %j', (text, names) => {
    expect(namesOf(findTerms(index, text))).toEqual(names);
  });

  it('agrees with a search that tries every term at every position', () => {
    const words = Object.values(LISTS).flatMap((terms) => terms.flatMap((term) => term.split(' ')));
    const piece = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...words) },
      { weight: 1, arbitrary: fc.constantFrom(...words).map((word) => word.toUpperCase()) },
      { weight: 2, arbitrary: fc.constantFrom('s', 'es', 'ies', 'countie', 'daddies', 'lin') },
      { weight: 6, arbitrary: fc.constantFrom(...SEPARATORS) },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          '.',
          ',',
          '_',
          '1',
          'é',
          '²',
          '𝐚',
          '😀',
          '\ud835',
          '\udc00',
          '\u0301',
          '\u2011',
        ),
      },
    );
    const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (narrative) => {
        const expected = Object.entries(LISTS)
          .filter(([, terms]) => terms.some((term) => standsIn(term, narrative)))
          .map(([name]) => name);
        expect(namesOf(findTerms(index, narrative))).toEqual(expected);
      }),
      { numRuns: 5000 },
    );
  });

  it('takes a long text without terms in its stride', () => {
    expect(findTerms(index, 'county '.repeat(200_000))).toBe(0);
  });
});

describe('wordForms', () => {
  it.each([
    ['line', ['line', 'lines', 'linees']],
    ['daddy', ['daddy', 'daddies']],
    ['boy', ['boy', 'boys', 'boyes']],
    ['y', ['y', 'ys', 'yes']],
    ['p2y', ['p2y', 'p2ys', 'p2yes']],
  ])('gives the forms of %s', (word, forms) => {
    expect(wordForms(word)).toEqual(forms);
  });
});
