import { detect, HEAD } from './detect.js';
import {
  createWaiting,
  type DecodingReport,
  type Encoding,
  type EncodingDecoder,
  type ReleasedBytes,
} from './encoding.js';
import { createUtf16Decoder } from './utf-16.js';
import { countUtf8, createUtf8Decoder, type Utf8Count } from './utf-8.js';
import { createWindows1252Decoder } from './windows-1252.js';

export { type DecodingReport, type Encoding, ENCODINGS } from './encoding.js';

/** Turns bytes into text, chunk by chunk. */
export interface Decoder {
  readonly write: (bytes: Uint8Array) => string;
  readonly end: () => string;
  readonly report: () => DecodingReport;
  /** Gives back the bytes that wait to be decoded, for whoever goes on in its place; `null` where nobody can. */
  readonly release: () => ReleasedBytes | null;
}

/**
 * How many bytes from the first that is not ASCII on decide between UTF-8 and Windows-1252. One
 * damaged character must not turn a file of UTF-8 into mojibake, so the first alone does not.
 */
const WINDOW = 65_536;

function decoderOf(encoding: Encoding): EncodingDecoder {
  switch (encoding) {
    case 'utf-8':
      return createUtf8Decoder();
    case 'utf-16le':
      return createUtf16Decoder('le');
    case 'utf-16be':
      return createUtf16Decoder('be');
    case 'windows-1252':
      return createWindows1252Decoder();
    default:
      return encoding satisfies never;
  }
}

const ASCII = new TextDecoder('utf-8', { ignoreBOM: true });

function firstHigh(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] ?? 0) >= 0x80) return i;
  return -1;
}

/** UTF-8 unless most of what is not ASCII is none: a file with a cut or two is told by what is damaged. */
function choose({ valid, invalid }: Utf8Count): { encoding: Encoding; because: string } {
  if (invalid === 0) return { encoding: 'utf-8', because: 'all of it is valid UTF-8' };
  return valid >= invalid
    ? { encoding: 'utf-8', because: 'most of it is valid UTF-8' }
    : { encoding: 'windows-1252', because: 'it is not valid UTF-8' };
}

/**
 * A decoder by the cascade: byte order mark, NUL pattern, XML declaration, UTF-8, else Windows-1252.
 * ASCII is the same in the last two, so it flows through until the first byte that is not ASCII.
 */
export function createDecoder(wanted: Encoding | 'auto' = 'auto'): Decoder {
  const head = createWaiting();
  /** From the first byte that is not ASCII on. */
  const window = createWaiting();
  let inner: EncodingDecoder | null = null;
  let decided = { encoding: 'utf-8' as Encoding, because: 'there is nothing to read' };
  let headDone = false;
  let doubt: string | null = null;
  let refused = false;

  function settle(): string {
    const bytes = window.take();
    const seen = countUtf8(bytes.subarray(0, WINDOW), bytes.length < WINDOW);
    decided = choose(seen);
    inner = decoderOf(decided.encoding);
    if (decided.encoding === 'windows-1252' && seen.valid > 0) {
      doubt = 'some of it is UTF-8 and most is not: name the encoding with --encoding, or export it in one';
    }
    return inner.write(bytes);
  }

  /** Bytes that are UTF-8 or Windows-1252. */
  function undecided(bytes: Uint8Array): string {
    const high = window.length() > 0 ? 0 : firstHigh(bytes);
    if (high < 0) return ASCII.decode(bytes);
    window.add(bytes.subarray(high));
    const ascii = high === 0 ? '' : ASCII.decode(bytes.subarray(0, high));
    return window.length() < WINDOW ? ascii : ascii + settle();
  }

  function decode(bytes: Uint8Array): string {
    return inner === null ? undecided(bytes) : inner.write(bytes);
  }

  function decideByHead(): string {
    headDone = true;
    const bytes = head.take();
    const { encoding, because, skip, ...found } = detect(bytes.subarray(0, HEAD), wanted);
    ({ doubt, refused = false } = found);
    if (bytes.length > 0) decided = { encoding: encoding ?? 'utf-8', because };
    if (encoding !== null) inner = decoderOf(encoding);
    return refused ? '' : decode(bytes.subarray(skip));
  }

  return {
    write: (bytes) => {
      if (refused) return '';
      if (headDone) return decode(bytes);
      head.add(bytes);
      return head.length() < HEAD ? '' : decideByHead();
    },
    end: () => {
      const text = headDone ? '' : decideByHead();
      return text + (window.length() === 0 ? '' : settle()) + (inner?.end() ?? '');
    },
    report: () => ({ ...decided, damaged: inner?.damaged() ?? 0, doubt, refused }),
    release: () => {
      if (!headDone || refused || window.length() > 0) return null;
      if (inner === null) return { encoding: 'ascii', bytes: new Uint8Array(0) };
      const { encoding } = decided;
      const bytes = inner.release?.();
      return bytes === undefined || encoding === 'utf-16le' || encoding === 'utf-16be'
        ? null
        : { encoding, bytes };
    },
  };
}
