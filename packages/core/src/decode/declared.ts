import type { Encoding } from './encoding.js';

/** Names of encodings in XML declarations. Latin 1 is read as Windows-1252, as every browser does. */
const NAMES: Readonly<Record<string, Encoding | 'utf-16'>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'utf-16': 'utf-16',
  'utf-16le': 'utf-16',
  'utf-16be': 'utf-16',
  'iso-10646-ucs-2': 'utf-16',
};

/** What an XML declaration says: an encoding, or the name of one that is not read here. */
export type Declared =
  | { readonly kind: 'none' }
  | { readonly kind: 'known'; readonly name: string; readonly encoding: Encoding | 'utf-16' }
  | { readonly kind: 'strange'; readonly name: string };

const LONGEST_DECLARATION = 512;
const DECLARATION = /^<\?xml\s[^>]*?\sencoding\s*=\s*(?:"([\w.:-]{1,40})"|'([\w.:-]{1,40})')/;

/** The encoding that an XML declaration at the start of the bytes names. */
export function declaredEncoding(head: Uint8Array): Declared {
  let text = '';
  for (const byte of head.subarray(0, LONGEST_DECLARATION)) text += String.fromCharCode(byte);
  const match = DECLARATION.exec(text);
  const name = (match?.[1] ?? match?.[2])?.toLowerCase();
  if (name === undefined) return { kind: 'none' };
  const encoding = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
  return encoding === undefined ? { kind: 'strange', name } : { kind: 'known', name, encoding };
}
