import { DEEPEST } from '../limits.js';
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

/** Reads one JSON value by the letter of RFC 8259; values become text exactly as they are written. */
class RecordParser {
  #at = 0;
  readonly #text: string;
  readonly #builder: RecordBuilder | null;

  constructor(text: string, builder: RecordBuilder | null) {
    this.#text = text;
    this.#builder = builder;
  }

  /** Gives whether the value is an object. */
  read(): boolean {
    this.#skip();
    const isObject = this.#text[this.#at] === '{';
    if (isObject) this.#object(1, this.#builder);
    else this.#value(0, null, null);
    this.#skip();
    if (this.#at < this.#text.length) this.#fail();
    return isObject;
  }

  #fail(at = this.#at): never {
    throw new Malformed(at);
  }

  #skip(): void {
    while (isSpace(this.#text.charCodeAt(this.#at))) this.#at++;
  }

  #expect(character: string): void {
    if (this.#text[this.#at] !== character) this.#fail();
    this.#at++;
  }

  #object(depth: number, builder: RecordBuilder | null): void {
    if (depth > DEEPEST) throw new TooDeep();
    this.#at++;
    this.#skip();
    if (this.#text[this.#at] === '}') {
      this.#at++;
      return;
    }
    for (;;) {
      const key = this.#string();
      this.#skip();
      this.#expect(':');
      this.#skip();
      this.#value(depth, builder, key);
      this.#skip();
      const next = this.#text[this.#at++];
      if (next === '}') return;
      if (next !== ',') this.#fail(this.#at - 1);
      this.#skip();
    }
  }

  /** A list stands for its items, each under the list's key. */
  #array(depth: number, builder: RecordBuilder | null, key: string | null): void {
    if (depth > DEEPEST) throw new TooDeep();
    this.#at++;
    this.#skip();
    if (this.#text[this.#at] === ']') {
      this.#at++;
      return;
    }
    for (;;) {
      this.#value(depth, builder, key, true);
      this.#skip();
      const next = this.#text[this.#at++];
      if (next === ']') return;
      if (next !== ',') this.#fail(this.#at - 1);
      this.#skip();
    }
  }

  #value(depth: number, builder: RecordBuilder | null, key: string | null, isItem = false): void {
    const first = this.#text[this.#at];
    if (first === '[') {
      this.#array(depth + 1, builder, key);
      return;
    }
    if (key !== null) builder?.open(key, isItem);
    if (first === '{') this.#object(depth + 1, builder);
    else {
      const text = first === '"' ? this.#string() : this.#literal();
      if (key !== null) builder?.text(text);
    }
    if (key !== null) builder?.close();
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

  #string(): string {
    this.#expect('"');
    let text = '';
    let from = this.#at;
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 0x22) {
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
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    return (Object.hasOwn(SHORT, letter) ? SHORT[letter] : undefined) ?? this.#fail(this.#at - 1);
  }
}

/** Reads the text of one value into a record; `null` if it is one. */
export function parseRecord(text: string, builder: RecordBuilder): RecordFault | null {
  try {
    return new RecordParser(text, builder).read() ? null : { kind: 'not-an-object' };
  } catch (error) {
    if (error instanceof Malformed) return { kind: 'malformed', at: error.at };
    if (error instanceof TooDeep) return { kind: 'too-deep' };
    throw error;
  }
}

/** Where the JSON of a value that is not read breaks; -1 if it does not. */
export function faultOf(text: string): number {
  try {
    new RecordParser(text, null).read();
    return -1;
  } catch (error) {
    if (error instanceof Malformed) return error.at;
    if (error instanceof TooDeep) return -1;
    throw error;
  }
}
