import { decodeWindows1252 } from '../decode/windows-1252.js';

/** How the bytes of a generated extract are written. */
export const EXTRACT_ENCODINGS = ['utf-8', 'utf-8-bom', 'utf-16le', 'windows-1252'] as const;
export type ExtractEncoding = (typeof EXTRACT_ENCODINGS)[number];

const MARK = '\uFEFF';
const UTF_8 = new TextEncoder();

function utf16le(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes[2 * i] = unit & 0xff;
    bytes[2 * i + 1] = unit >> 8;
  }
  return bytes;
}

/** The byte of every character that Windows-1252 has: the decoder's table, turned round. */
const BYTE_OF = new Map(
  Array.from({ length: 256 }, (_, byte) => [decodeWindows1252(Uint8Array.of(byte)), byte]),
);

export function encodeWindows1252(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i);
    const byte = BYTE_OF.get(sign);
    if (byte === undefined) throw new RangeError(`${sign} has no place in Windows-1252.`);
    bytes[i] = byte;
  }
  return bytes;
}

export function encodeText(text: string, encoding: ExtractEncoding): Uint8Array {
  if (encoding === 'utf-16le') return utf16le(text);
  return encoding === 'windows-1252' ? encodeWindows1252(text) : UTF_8.encode(text);
}

/** Turns pieces of text into bytes; UTF-16 and `utf-8-bom` begin with a byte order mark, as Windows writes them. */
export function* encodePieces(
  pieces: Iterable<string>,
  encoding: ExtractEncoding,
): Generator<Uint8Array, void, undefined> {
  if (encoding === 'utf-8-bom' || encoding === 'utf-16le') yield encodeText(MARK, encoding);
  for (const piece of pieces) yield encodeText(piece, encoding);
}
