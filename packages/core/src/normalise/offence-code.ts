import { type Column, valueColumn } from '../dialect/column.js';
import { BLANKS, oneOfPatterns } from '../dialect/spelling.js';
import type { FieldName } from '../model/fields.js';
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

const SUBCODES = ['[0-9]{1,3}/[0-9]{1,2}', '[0-9]{4,5}'] as const;
const CLASS = '[0-9]{1,3}[A-Z]?';
const CLASS_4 = '0{0,2}4[.][1-9][0-9]?';
const N100 = 'N100(?:[/.][0-9]{1,2})?';

/** The SQL reading of {@link readOffenceCode}, in steps that each read those before. */
export interface OffenceCodeColumns {
  readonly kind: Column;
  readonly code: Column;
  readonly number: Column;
}

/** `isClass`: a sub-code cannot be read there. */
export function offenceCodeColumns(prefix: string, field: FieldName, isClass: boolean): OffenceCodeColumns {
  const unwrapped = valueColumn(`${prefix}_unwrapped`, ({ text, sql }) => {
    const cell = text(field);
    const isWrapped = `${sql.length(cell)} >= 3 AND ${sql.slice(cell, 1, 2)} = '="' AND ${sql.right(cell, 1)} = '"'`;
    return `CASE WHEN ${isWrapped} THEN ${sql.slice(cell, 3, `${sql.length(cell)} - 3`)} ELSE ${cell} END`;
  });
  const written = valueColumn(`${prefix}_written`, ({ get, sql }) => {
    const inner = get(unwrapped);
    const bare = `CASE WHEN ${sql.slice(inner, 1, 1)} = ${sql.literal("'")} THEN ${sql.slice(inner, 2)} ELSE ${inner} END`;
    return sql.upper(sql.replacePattern(bare, `[${BLANKS}]+`, ''));
  });
  const number = valueColumn(`${prefix}_number`, ({ get, sql }) => {
    const text = get(written);
    const readings = [
      [SUBCODES[0], sql.slice(text, 1, `${sql.position('/', text)} - 1`)],
      [SUBCODES[1], sql.slice(text, 1, `${sql.length(text)} - 2`)],
      [CLASS, sql.replacePattern(text, '[A-Z]', '')],
    ] as const;
    const cases = readings.map(
      ([of, digits]) => `WHEN ${sql.matchesWhole(text, of)} THEN ${sql.integer(digits)}`,
    );
    return `CASE ${cases.join(' ')} WHEN ${sql.matchesWhole(text, CLASS_4)} THEN 4 END`;
  });
  const kind = valueColumn(`${prefix}_kind`, ({ get, sql }) => {
    const text = get(written);
    const isSubcode = sql.matchesWhole(text, oneOfPatterns(SUBCODES));
    const isOfClass = sql.matchesWhole(text, oneOfPatterns([CLASS, CLASS_4, N100]));
    return `CASE WHEN ${text} = '' THEN 'missing' WHEN ${get(number)} = 0 THEN 'unreadable' WHEN ${isSubcode} THEN '${isClass ? 'unreadable' : 'subcode'}' WHEN ${isOfClass} THEN 'class' ELSE 'unreadable' END`;
  });
  const code = valueColumn(`${prefix}_read`, ({ get, sql }) => {
    const text = get(written);
    const ofNumber = sql.textOfNumber(get(number));
    const part = sql.right(sql.replace(text, '/', '/0'), 2);
    return [
      `CASE WHEN ${get(kind)} = 'subcode' THEN ${sql.concat(ofNumber, "'/'", part)}`,
      `WHEN ${get(kind)} <> 'class' THEN NULL`,
      `WHEN ${get(number)} IS NULL THEN 'N100'`,
      `WHEN ${sql.matchesWhole(text, CLASS_4)} THEN ${sql.slice(text, sql.position('4', text))}`,
      `ELSE ${sql.concat(ofNumber, sql.replacePattern(text, '[0-9]', ''))} END`,
    ].join(' ');
  });
  return { kind, code, number };
}
