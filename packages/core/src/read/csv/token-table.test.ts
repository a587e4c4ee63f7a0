import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NO_TOKEN } from '../../model/lazy-record.js';
import { LONGEST_REPEATED, Tokens } from '../tokens.js';
import { TokenTable } from './token-table.js';

const cell = fc.oneof(
  fc.constantFrom('N', 'Y', '2024-01-01', '2024-01-02', 'abcd', 'abcde', 'abc', 'abcdefgh', 'x'.repeat(24)),
  fc.stringMatching(/^[!-~]{1,24}$/),
);

it('gives two cells of a column one token if and only if they are the same', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: 2 }), cell), { minLength: 1, maxLength: 60 }), (cells) => {
      const tokens = new Tokens();
      const table = new TokenTable(tokens, 3);
      const bytes = new TextEncoder().encode(cells.map(([, text]) => text).join(''));
      table.load(bytes);
      let at = 0;
      for (const [column, text] of cells) {
        const token = table.tokenOf(column, at, at + text.length);
        at += text.length;
        expect(tokens.column(column).texts[token]).toBe(text);
        expect(tokens.column(column).of(text, 1)).toBe(token);
      }
    }),
    { numRuns: 2000 },
  );
});

it('gives none in a column that does not repeat itself, and still those that it gave before', () => {
  const tokens = new Tokens();
  const table = new TokenTable(tokens, 1);
  const tokenOf = (text: string) => {
    const bytes = new TextEncoder().encode(text);
    tokens.rows++;
    table.load(bytes);
    return table.tokenOf(0, 0, bytes.length);
  };
  for (let i = 0; i < 10_000; i++) tokenOf(`MC/${i}`);
  expect(tokenOf('MC/9999')).toBe(NO_TOKEN);
  expect(tokens.column(0).texts[tokenOf('MC/7')]).toBe('MC/7');
  expect(LONGEST_REPEATED).toBe(24);
});

it('numbers more texts than it has places for, up to a limit', () => {
  const tokens = new Tokens();
  const table = new TokenTable(tokens, 4);
  const wrong: string[] = [];
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < 160_000; i++) {
      const text = `${i % 40_000}`.padStart(6, '0');
      tokens.rows += 2;
      table.load(new TextEncoder().encode(text));
      const token = table.tokenOf(Math.floor(i / 40_000), 0, 6);
      if (token !== NO_TOKEN && tokens.column(Math.floor(i / 40_000)).texts[token] !== text) wrong.push(text);
    }
  }
  expect(wrong).toEqual([]);
});
