import { decodeWindows1252 } from './windows-1252.js';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What the bytes were taken for, and why. */
export interface DecodingReport {
  readonly encoding: Encoding;
  readonly because: string;
  /** Characters that could not be decoded: each stands as U+FFFD in the text. */
  readonly damaged: number;
}

/** Turns bytes into text, chunk by chunk. */
export interface Decoder {
  readonly write: (bytes: Uint8Array) => string;
  readonly end: () => string;
  readonly report: () => DecodingReport;
}

const REPLACEMENT = '\uFFFD';

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found++;
  return found;
}

/** Where to cut so that no UTF-8 sequence is split: the start of an unfinished last sequence, else the end. */
function lastWholeSequence(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array {
  if (left.length === 0) return right;
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}

interface Detected {
  readonly encoding: Encoding;
  readonly because: string;
  readonly skip: number;
  /** Whether bytes that are not UTF-8 may yet turn out to be Windows-1252. */
  readonly open: boolean;
}

function byMark(head: Uint8Array): Detected | null {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', because: 'byte order mark', skip: 3, open: false };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', because: 'byte order mark', skip: 2, open: false };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', because: 'byte order mark', skip: 2, open: false };
  return null;
}

/** Text in UTF-16 without a mark: a header's characters are ASCII, so every other byte is NUL. */
function byNulPattern(head: Uint8Array): Detected | null {
  let even = 0;
  let odd = 0;
  const length = Math.min(head.length, 512) & ~1;
  if (length < 4) return null;
  for (let i = 0; i < length; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  const most = length / 2 - length / 16;
  if (odd > most && even === 0) return { encoding: 'utf-16le', because: 'every second byte is NUL', skip: 0, open: false };
  if (even > most && odd === 0) return { encoding: 'utf-16be', because: 'every first byte is NUL', skip: 0, open: false };
  return null;
}

function detect(head: Uint8Array, wanted: Encoding | 'auto'): Detected {
  const mark = byMark(head);
  if (wanted !== 'auto') {
    const skip = mark?.encoding === wanted ? mark.skip : 0;
    return { encoding: wanted, because: 'as the profile or the command says', skip, open: false };
  }
  return mark ?? byNulPattern(head) ?? { encoding: 'utf-8', because: 'all of it is plain ASCII', skip: 0, open: true };
}

const HEAD = 4;

/**
 * A decoder by the cascade: byte order mark, NUL pattern, strict UTF-8, else Windows-1252. ASCII is
 * the same in the last two, so the choice between them falls at the first byte that is not ASCII.
 */
export function createDecoder(wanted: Encoding | 'auto' = 'auto'): Decoder {
  let pending: Uint8Array = new Uint8Array(0);
  let state: Detected | null = null;
  let damaged = 0;
  let utf16: TextDecoder | null = null;
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

  function settle(encoding: Encoding, because: string): void {
    state = { encoding, because, skip: 0, open: false };
  }

  function utf8(bytes: Uint8Array, last: boolean): string {
    const all = joined(pending, bytes);
    const cut = last ? all.length : lastWholeSequence(all);
    const whole = all.subarray(0, cut);
    pending = all.slice(cut);
    try {
      const text = strict.decode(whole);
      if (state?.open === true && text.length < whole.length) settle('utf-8', 'all of it is valid UTF-8');
      return text;
    } catch {
      if (state?.open === true) {
        settle('windows-1252', 'it is not valid UTF-8');
        pending = new Uint8Array(0);
        return decodeWindows1252(all);
      }
      const text = lenient.decode(whole);
      damaged += count(text, REPLACEMENT);
      return text;
    }
  }

  function decode(bytes: Uint8Array, last: boolean): string {
    const { encoding } = state as Detected;
    if (encoding === 'utf-8') return utf8(bytes, last);
    if (encoding === 'windows-1252') return decodeWindows1252(bytes);
    utf16 ??= new TextDecoder(encoding, { ignoreBOM: true });
    const text = utf16.decode(bytes, { stream: !last });
    damaged += count(text, REPLACEMENT);
    return text;
  }

  function step(bytes: Uint8Array, last: boolean): string {
    if (state !== null) return decode(bytes, last);
    const all = joined(pending, bytes);
    if (all.length < HEAD && !last) {
      pending = all;
      return '';
    }
    pending = new Uint8Array(0);
    state = detect(all, wanted);
    return decode(all.subarray(state.skip), last);
  }

  return {
    write: (bytes) => step(bytes, false),
    end: () => step(new Uint8Array(0), true),
    report: () => ({ encoding: state?.encoding ?? 'utf-8', because: state?.because ?? 'there is nothing to read', damaged }),
  };
}
