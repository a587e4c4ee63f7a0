import { type EncodingDecoder, textOf } from './encoding.js';

/**
 * The code points of bytes 0x80 to 0x9F in Windows-1252, as the WHATWG Encoding Standard maps them
 * (the five undefined bytes are C1 controls). A table of our own: TextDecoder of Node 20 gets them wrong.
 */
const HIGH = [
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d,
  0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a,
  0x153, 0x9d, 0x17e, 0x178,
];

const CODE_POINTS = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 && byte < 0xa0 ? (HIGH[byte - 0x80] ?? byte) : byte,
);

const BLOCK = 8192;

/** Decodes bytes of Windows-1252: one character a byte, so any cut between chunks is a good one. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const units = new Uint16Array(Math.min(BLOCK, bytes.length));
  let text = '';
  for (let start = 0; start < bytes.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, bytes.length);
    for (let i = start; i < end; i++) units[i - start] = CODE_POINTS[bytes[i] ?? 0] ?? 0;
    text += textOf(units.subarray(0, end - start));
  }
  return text;
}

const BYTES = new Map(Array.from(CODE_POINTS, (codePoint, byte) => [codePoint, byte]));

/** The bytes of a text that was decoded from Windows-1252: every byte has a character of its own. */
export function encodeWindows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => BYTES.get(character.charCodeAt(0)) ?? 0);
}

/** Every byte is a character, so nothing is ever damaged. */
export function createWindows1252Decoder(): EncodingDecoder {
  return { write: decodeWindows1252, end: () => '', damaged: () => 0, release: () => new Uint8Array(0) };
}
