import { describe, expect, it } from 'vitest';
import { splitList, trim, upperAscii } from './text.js';

describe('trim', () => {
  it.each([
    ['', ''],
    [' ', ''],
    ['\u00a0\t\r\n ', ''],
    [' a ', 'a'],
    ['\u00a0a b\u00a0', 'a b'],
    ['\r\na\tb\n', 'a\tb'],
    ['a', 'a'],
  ])('turns %j into %j', (text, trimmed) => {
    expect(trim(text)).toBe(trimmed);
  });

  it.each(['\u2003a', 'a\u200b', '\u000ba', '\u000ca', '\ufeffa', '\u0085a', '\u2028a'])(
    'leaves %j as it is: nothing but spaces, tabs, line breaks and no-break spaces is blank',
    (text) => {
      expect(trim(text)).toBe(text);
    },
  );
});

describe('upperAscii', () => {
  it.each([
    ['abcxyz', 'ABCXYZ'],
    ['19e', '19E'],
    ['ABC', 'ABC'],
    ['é', 'é'],
    ['straße', 'STRAßE'],
    ['ıſ', 'ıſ'],
    ['', ''],
  ])('turns %j into %j', (text, upper) => {
    expect(upperAscii(text)).toBe(upper);
  });
});

describe('splitList', () => {
  it.each([
    ['', []],
    ['a', ['a']],
    ['a;b', ['a', 'b']],
    [' a ;\u00a0b ', ['a', 'b']],
    ['a;', ['a', '']],
    [';', ['', '']],
    [';;', ['', '', '']],
    ['a,b', ['a,b']],
  ])('splits %j into %j', (text, parts) => {
    expect(splitList(text)).toEqual(parts);
  });
});
