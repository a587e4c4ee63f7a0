import { MarkercheckError } from '../model/errors.js';

/** What is trimmed from a cell's ends: see `normalise/text.ts`. */
export const BLANKS = ' \t\n\r\u00a0';

export const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const LOWER = 'abcdefghijklmnopqrstuvwxyz';

function characterPattern(c: string): string {
  if ('.*+?(){}|$'.includes(c)) return `[${c}]`;
  return '\\[]^'.includes(c) ? `\\${c}` : c;
}

/** A text as a pattern that finds it. */
export function patternOf(text: string): string {
  return Array.from(text, characterPattern).join('');
}

/** A word as a pattern that finds it whatever the case of A to Z, and of no other letter. */
export function anyCase(word: string): string {
  return Array.from(word, (c) =>
    /[A-Za-z]/.test(c) ? `[${c.toUpperCase()}${c.toLowerCase()}]` : characterPattern(c),
  ).join('');
}

/** Words as a pattern that finds one of them. */
export function oneOfPatterns(patterns: readonly string[]): string {
  return `(?:${patterns.join('|')})`;
}

/** Blanks in a pattern as escapes that can be seen. */
export function visible(pattern: string, noBreakSpace: string): string {
  return pattern
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\u00a0', noBreakSpace);
}

export function refuse(what: string): never {
  throw new MarkercheckError('ARGUMENT_INVALID', what);
}

/** A name between quotes, with the closing quote doubled; no engine takes a NUL. */
export function quoted(name: string, open: string, close: string): string {
  if (name === '') refuse('A name of a column or a table is not empty.');
  if (name.includes('\0')) refuse(`The name ${JSON.stringify(name)} has a NUL in it; no engine takes that.`);
  return open + name.replaceAll(close, close + close) + close;
}

/** A name or title in a comment: on one line, without what could end the comment or open a literal. */
export function commentText(text: string): string {
  return text
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll("'", '’')
    .replace(/["`;\\]|--|\/\*|\*\/|\$\{/g, ' ')
    .trim();
}
