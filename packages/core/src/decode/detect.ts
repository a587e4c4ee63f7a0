import { type Declared, declaredEncoding } from './declared.js';
import type { Encoding } from './encoding.js';

/** What the first bytes tell. `encoding` is `null` while UTF-8 and Windows-1252 are both possible. */
export interface Detected {
  readonly encoding: Encoding | null;
  readonly because: string;
  /** How many bytes are a mark and no text. */
  readonly skip: number;
  readonly doubt: string | null;
  /** Whether it cannot be read at all, for the reason that `doubt` says. */
  readonly refused?: true;
}

/** As many first bytes as decide what can be decided by them. */
export const HEAD = 1024;

interface Mark {
  readonly encoding: Encoding;
  readonly skip: number;
}

function markOf([a, b, c]: Uint8Array): Mark | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', skip: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', skip: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', skip: 2 };
  return null;
}

/** UTF-16 without a mark: a header's characters are ASCII, nearly all, so every other byte is NUL. */
function byNulPattern(head: Uint8Array): Detected | null {
  const length = head.length & ~1;
  if (length < 2) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  const most = length / 2 - length / 16;
  const few = length / 16;
  if (odd > most && even <= few) {
    return { encoding: 'utf-16le', because: 'every second byte is NUL', skip: 0, doubt: null };
  }
  if (even > most && odd <= few) {
    return { encoding: 'utf-16be', because: 'every first byte is NUL', skip: 0, doubt: null };
  }
  return null;
}

function byDeclaration(declared: Declared): Detected | null {
  if (declared.kind === 'none') return null;
  const said = { because: 'the XML declaration says so', skip: 0, doubt: null };
  if (declared.kind === 'known') {
    const { encoding } = declared;
    if (encoding !== 'utf-16') return { ...said, encoding };
    // Programs that made the text in memory say so, whatever they save it as.
    return { ...UNDECIDED, doubt: 'the XML declaration says UTF-16, which the file is not' };
  }
  const doubt = 'the XML declaration names an encoding that is not read here: save the file as UTF-8';
  return { ...said, encoding: 'utf-8', doubt, refused: true };
}

const UNDECIDED: Detected = {
  encoding: null,
  because: 'all of it is plain ASCII',
  skip: 0,
  doubt: null,
};

/** The cascade on the first bytes: what is wanted, the byte order mark, the NUL pattern, the XML declaration. */
export function detect(head: Uint8Array, wanted: Encoding | 'auto'): Detected {
  const mark = markOf(head);
  if (wanted !== 'auto') {
    const against = mark !== null && mark.encoding !== wanted;
    return {
      encoding: wanted,
      because: 'the profile or the command says so',
      skip: mark?.skip ?? 0,
      doubt: against ? `the file has the byte order mark of ${mark.encoding}` : null,
    };
  }
  if (mark !== null) return { ...mark, because: 'byte order mark', doubt: null };
  return byNulPattern(head) ?? byDeclaration(declaredEncoding(head)) ?? UNDECIDED;
}
