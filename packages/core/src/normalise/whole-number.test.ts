import { describe, expect, it } from 'vitest';
import { parseWholeNumber } from './whole-number.js';

describe('parseWholeNumber', () => {
  it.each([
    ['0', 120, 0],
    ['7', 120, 7],
    ['07', 120, 7],
    ['007', 120, 7],
    ['120', 120, 120],
    ['999', 999, 999],
    ['22', 22, 22],
  ])('reads %j up to %i as %i', (text, highest, number) => {
    expect(parseWholeNumber(text, highest)).toBe(number);
  });

  it.each([
    ['', 120],
    ['121', 120],
    ['23', 22],
    ['1000', 999],
    ['0012', 120],
    ['-1', 120],
    ['+1', 120],
    ['1.0', 120],
    ['1e1', 120],
    ['12y', 120],
    [' 12', 120],
    ['?', 120],
    ['١٢', 120],
    ['１２', 120],
  ])('reads %j up to %i as nothing', (text, highest) => {
    expect(parseWholeNumber(text, highest)).toBeNull();
  });
});
