import { copyOf, type EncodingDecoder, joined, REPLACEMENT } from './encoding.js';

/** How many bytes a sequence that starts with this byte has; 0 if none can start so. */
function lengthOf(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2) return 0;
  if (lead < 0xe0) return 2;
  if (lead < 0xf0) return 3;
  return lead < 0xf5 ? 4 : 0;
}

/** The lowest and highest second byte: overlong forms, surrogates and what is past U+10FFFF are no UTF-8. */
function isSecond(lead: number, byte: number): boolean {
  if (lead === 0xe0) return byte >= 0xa0 && byte <= 0xbf;
  if (lead === 0xed) return byte >= 0x80 && byte <= 0x9f;
  if (lead === 0xf0) return byte >= 0x90 && byte <= 0xbf;
  if (lead === 0xf4) return byte >= 0x80 && byte <= 0x8f;
  return byte >= 0x80 && byte <= 0xbf;
}

/** Sequences of more than one byte that are UTF-8, and bytes above 0x7F that belong to none. */
export interface Utf8Count {
  readonly valid: number;
  readonly invalid: number;
}

/** Counts what is UTF-8 and what is not. A sequence that the end cuts off is none, or neither where more is to come. */
export function countUtf8(bytes: Uint8Array, isLast: boolean): Utf8Count {
  let valid = 0;
  let invalid = 0;
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0;
    const length = lengthOf(lead);
    if (length === 1) {
      at++;
      continue;
    }
    let good = length === 0 ? 0 : 1;
    while (good > 0 && good < length && at + good < bytes.length) {
      const byte = bytes[at + good] ?? 0;
      if (good === 1 ? !isSecond(lead, byte) : byte < 0x80 || byte > 0xbf) break;
      good++;
    }
    if (!isLast && good > 0 && good < length && at + good === bytes.length) break;
    if (good === length && length > 0) valid++;
    else invalid++;
    at += Math.max(1, good);
  }
  return { valid, invalid };
}

/** Where to cut so that no sequence is split: the start of an unfinished last one, else the end. */
export function lastWholeSequence(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return lengthOf(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function replacementsIn(text: string): number {
  let found = 0;
  for (let at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, at + 1)) found++;
  return found;
}

/** U+FFFD as it stands in the file: a program before us lost a character, we did not. */
function writtenReplacements(bytes: Uint8Array): number {
  let found = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) found++;
  }
  return found;
}

/** Decodes UTF-8; what is none becomes U+FFFD as the WHATWG Encoding Standard says, and is counted. */
export function createUtf8Decoder(): EncodingDecoder {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
  let pending: Uint8Array = new Uint8Array(0);
  let damaged = 0;

  function decode(bytes: Uint8Array): string {
    try {
      return strict.decode(bytes);
    } catch {
      const text = lenient.decode(bytes);
      damaged += replacementsIn(text) - writtenReplacements(bytes);
      return text;
    }
  }

  return {
    write: (bytes) => {
      const all = joined(pending, bytes);
      const cut = lastWholeSequence(all);
      pending = copyOf(all.subarray(cut));
      return decode(all.subarray(0, cut));
    },
    end: () => {
      const rest = pending;
      pending = new Uint8Array(0);
      return decode(rest);
    },
    damaged: () => damaged,
    release: () => {
      const rest = pending;
      pending = new Uint8Array(0);
      return rest;
    },
  };
}
