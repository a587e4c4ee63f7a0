import { describe, expect, it } from 'vitest';
import { wordReader } from './word.js';

const WORDS = ['crime', 'reported-incident', 'non-crime'];

describe('wordReader', () => {
  it.each([
    ['crime', 'crime'],
    ['CRIME', 'crime'],
    ['Reported-Incident', 'reported-incident'],
    ['reported incident', null],
    ['crimes', null],
    ['crıme', null],
    ['', null],
    [' crime', null],
  ])('reads %j as %j', (text, word) => {
    expect(wordReader(WORDS)(text)).toBe(word);
  });
});
