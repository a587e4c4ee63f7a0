import { DEEPEST } from '../limits.js';
import { learnName, likelyAfter, type Name, type Names, namesAt, noteAfter } from '../tree/names.js';
import { own } from '../tree/own.js';
import type { RecordBuilder } from '../tree/record-builder.js';

/** Why a text is not a record: a fault of JSON with its place, or JSON that is something else than a record. */
export type RecordFault =
  { readonly kind: 'malformed'; readonly at: number } | { readonly kind: 'not-an-object' | 'too-deep' };

/** JSON's own white space, by code. */
function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SHORT: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

class Malformed extends Error {
  readonly at: number;
  constructor(at: number) {
    super();
    this.at = at;
  }
}

class TooDeep extends Error {}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** A value that has no name has none in it that are read. */
const NO_NAMES = namesAt(null);

/** What a string does not hold as it is, its end aside: a backslash or a control character. */
const ODD = /[^\x20-\x5b\x5d-\uffff]/g;

/** Reads one record after the other. */
export interface RecordParser {
  /** Reads the text of one value into the record; `null` if it is one. */
  readonly parse: (text: string) => RecordFault | null;
  /** Whether the value that was read last has a NUL somewhere, which only an escape can give. */
  readonly sawNul: () => boolean;
}

/** Reads JSON values by the letter of RFC 8259; values become text exactly as they are written. */
class ValueReader {
  #text = '';
  #at = 0;
  /** The next place that no string holds as it is; may lie behind what was read. */
  #odd = -1;
  #sawNul = false;
  readonly #builder: RecordBuilder | null;
  readonly #names: Names;

  constructor(builder: RecordBuilder | null) {
    this.#builder = builder;
    this.#names = namesAt(builder?.root ?? null);
  }

  /** Gives whether the value is an object. */
  read(text: string): boolean {
    this.#text = text;
    this.#at = 0;
    this.#odd = -1;
    this.#sawNul = false;
    const isObject = this.#skip() === OPEN_OBJECT;
    if (isObject) this.#object(1, this.#names);
    else this.#value(0, null, false);
    this.#skip();
    if (this.#at < text.length) this.#fail();
    return isObject;
  }

  sawNul(): boolean {
    return this.#sawNul;
  }

  #fail(at = this.#at): never {
    throw new Malformed(at);
  }

  /** Goes to the next sign; gives its code, or NaN at the end. */
  #skip(): number {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (!isSpace(code)) return code;
      this.#at++;
    }
  }

  /** Reads a key, which is mostly the one that stood there in the object before. */
  #key(names: Names, previous: Name | null): Name {
    const likely = likelyAfter(names, previous);
    if (likely !== null && this.#text.startsWith(likely.opening, this.#at)) {
      this.#at += likely.opening.length;
      return likely;
    }
    const from = this.#at;
    this.#string(null);
    const opening = own(this.#text.slice(from, this.#at));
    const name =
      names.known.get(opening) ??
      learnName(names, opening, { local: JSON.parse(opening) as string, opening, closing: '' });
    noteAfter(names, previous, name);
    return name;
  }

  #object(depth: number, names: Names): void {
    if (depth > DEEPEST) throw new TooDeep();
    this.#at++;
    if (this.#skip() === CLOSE_OBJECT) {
      this.#at++;
      return;
    }
    let name: Name | null = null;
    for (;;) {
      name = this.#key(names, name);
      if (this.#skip() !== COLON) this.#fail();
      this.#at++;
      this.#skip();
      this.#value(depth, name, false);
      const next = this.#skip();
      if (next !== COMMA && next !== CLOSE_OBJECT) this.#fail();
      this.#at++;
      if (next === CLOSE_OBJECT) return;
      this.#skip();
    }
  }

  /** A list stands for its items, each under the list's key. */
  #array(depth: number, name: Name | null): void {
    if (depth > DEEPEST) throw new TooDeep();
    this.#at++;
    if (this.#skip() === CLOSE_LIST) {
      this.#at++;
      return;
    }
    for (;;) {
      this.#value(depth, name, true);
      const next = this.#skip();
      if (next !== COMMA && next !== CLOSE_LIST) this.#fail();
      this.#at++;
      if (next === CLOSE_LIST) return;
      this.#skip();
    }
  }

  /** Reads a value under a name; `null` where it has none. */
  #value(depth: number, name: Name | null, isItem: boolean): void {
    const node = name === null ? null : name.node;
    const first = this.#text.charCodeAt(this.#at);
    if (first === QUOTE) {
      const text = this.#string(name);
      if (node !== null) this.#builder?.leaf(node, text, isItem);
    } else if (first === OPEN_LIST) this.#array(depth + 1, name);
    else if (first === OPEN_OBJECT) {
      if (node !== null) this.#builder?.open(node, isItem);
      this.#object(depth + 1, name === null ? NO_NAMES : name.within);
      if (node !== null) this.#builder?.close();
    } else {
      const text = this.#literal();
      if (node !== null) this.#builder?.leaf(node, text, isItem);
    }
  }

  #literal(): string {
    for (const word of ['true', 'false', 'null']) {
      if (!this.#text.startsWith(word, this.#at)) continue;
      this.#at += word.length;
      return word === 'null' ? '' : word;
    }
    NUMBER.lastIndex = this.#at;
    const match = NUMBER.exec(this.#text);
    if (match === null) this.#fail();
    this.#at = NUMBER.lastIndex;
    return match[0];
  }

  /** Whether there is nothing up to here that a string does not hold as it is. */
  #isPlain(to: number): boolean {
    if (this.#odd < this.#at) {
      ODD.lastIndex = this.#at;
      this.#odd = ODD.test(this.#text) ? ODD.lastIndex - 1 : Infinity;
    }
    return this.#odd >= to;
  }

  /** Reads a string under a name; gives nothing of one that no column is read from. */
  #string(name: Name | null): string {
    if (this.#text.charCodeAt(this.#at) !== QUOTE) this.#fail();
    this.#at++;
    const end = this.#text.indexOf('"', this.#at);
    if (end < 0 || !this.#isPlain(end)) return this.#escaped();
    const from = this.#at;
    this.#at = end + 1;
    return name === null || name.node === null ? '' : this.#text.slice(from, end);
  }

  /** Reads the rest of a string character by character. */
  #escaped(): string {
    let text = '';
    let from = this.#at;
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === QUOTE) {
        text += this.#text.slice(from, this.#at++);
        return text;
      }
      // NaN, past the end, is below nothing: it fails here too.
      if (!(code >= 0x20)) this.#fail();
      if (code !== 0x5c) {
        this.#at++;
        continue;
      }
      text += this.#text.slice(from, this.#at++) + this.#escape();
      from = this.#at;
    }
  }

  #escape(): string {
    const letter = this.#text[this.#at++] ?? '';
    if (letter === 'u') {
      const digits = this.#text.slice(this.#at, this.#at + 4);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) this.#fail();
      this.#at += 4;
      const code = Number.parseInt(digits, 16);
      this.#sawNul ||= code === 0;
      return String.fromCharCode(code);
    }
    return (Object.hasOwn(SHORT, letter) ? SHORT[letter] : undefined) ?? this.#fail(this.#at - 1);
  }
}

export function createRecordParser(builder: RecordBuilder): RecordParser {
  const reader = new ValueReader(builder);
  return {
    parse: (text) => {
      try {
        return reader.read(text) ? null : { kind: 'not-an-object' };
      } catch (error) {
        if (error instanceof Malformed) return { kind: 'malformed', at: error.at };
        if (error instanceof TooDeep) return { kind: 'too-deep' };
        throw error;
      }
    },
    sawNul: () => reader.sawNul(),
  };
}

/** Where the JSON of a value that is not read breaks; -1 if it does not. */
export function faultOf(text: string): number {
  try {
    new ValueReader(null).read(text);
    return -1;
  } catch (error) {
    if (error instanceof Malformed) return error.at;
    if (error instanceof TooDeep) return -1;
    throw error;
  }
}
