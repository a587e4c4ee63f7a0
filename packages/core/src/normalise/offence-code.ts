import { trim, upperAscii } from './text.js';

/** What the text of an offence code was read as. `number` is the code's number before its letter, `/` or dot. */
export type OffenceCode =
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'class'; readonly code: string; readonly number: number | null }
  | { readonly kind: 'subcode'; readonly code: string; readonly number: number };

const MISSING: OffenceCode = { kind: 'missing' };
const UNREADABLE: OffenceCode = { kind: 'unreadable' };

/** A spreadsheet's ways of keeping text as text: `="19/16"` and `'19/16`. */
function unwrap(text: string): string {
  const inner = text.length >= 3 && text.startsWith('="') && text.endsWith('"') ? text.slice(2, -1) : text;
  return inner.startsWith("'") ? inner.slice(1) : inner;
}

function subcode(number: number, part: string): OffenceCode {
  return number === 0 ? UNREADABLE : { kind: 'subcode', code: `${number}/${part.padStart(2, '0')}`, number };
}

/**
 * Reads an offence code as police systems write it: `19E`, `019E`, `19/16`, `019/16`, `01916`, `1916`,
 * `4.2`, `N100/1`. What a spreadsheet made of a code (a date, a decimal, an exponent) is unreadable:
 * it is reported, never repaired.
 */
export function readOffenceCode(text: string): OffenceCode {
  const code = upperAscii(unwrap(trim(text)).replace(/[ \t\r\n\u00a0]/g, ''));
  if (code === '') return MISSING;
  let match = /^(\d{1,3})\/(\d{1,2})$/.exec(code);
  if (match) return subcode(Number(match[1]), match[2] ?? '');
  if (/^\d{4,5}$/.test(code)) {
    const five = code.padStart(5, '0');
    return subcode(Number(five.slice(0, 3)), five.slice(3));
  }
  match = /^(\d{1,3})([A-Z]?)$/.exec(code);
  if (match) {
    const number = Number(match[1]);
    return number === 0 ? UNREADABLE : { kind: 'class', code: `${number}${match[2] ?? ''}`, number };
  }
  match = /^0{0,2}(4\.[1-9]\d?)$/.exec(code);
  if (match) return { kind: 'class', code: match[1] ?? '', number: 4 };
  if (/^N100([/.]\d{1,2})?$/.test(code)) return { kind: 'class', code: 'N100', number: null };
  return UNREADABLE;
}

/** More texts than these are not spellings of codes but noise, and are read anew each time. */
const REMEMBERED = 20_000;

/** A reader that remembers what it read: an extract has few codes and many records. */
export function offenceCodeReader(): (text: string) => OffenceCode {
  const read = new Map<string, OffenceCode>();
  return (text) => {
    const known = read.get(text);
    if (known !== undefined) return known;
    const code = readOffenceCode(text);
    if (read.size < REMEMBERED) read.set(text, code);
    return code;
  };
}
