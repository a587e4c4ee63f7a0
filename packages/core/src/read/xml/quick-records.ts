import { learnName, likelyAfter, type Name, type Names, namesAt, noteAfter } from '../tree/names.js';
import { own } from '../tree/own.js';
import type { RecordTaker } from '../tree/record-taker.js';

/** How far a text was read, which begins between two records. */
export interface QuickReading {
  /** Behind the last record that was read. */
  readonly end: number;
  readonly records: number;
  /** Whether the next record is whole and not certain; else there is no whole one. */
  readonly isDoubtful: boolean;
}

/** Reads records out of a text, from a place between two of them, as long as they are certain at a glance. */
export type QuickRecords = (text: string, from: number) => QuickReading;

/**
 * What makes a record doubtful wherever it stands: what XML 1.0 does not allow, what is more than one unit of
 * UTF-16, a carriage return of its own, and the end of a CDATA section.
 */
const DOUBT = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd]|\r(?!\n)|\]\]>/g;

/** Elements within elements of a record; those that go deeper are left to the parser, which counts exactly. */
const DEEPEST = 16;

const GREATER = 0x3e;
const SLASH = 0x2f;
const SPACE = 0x20;
const LESS = 0x3c;

/** The references that XML itself defines. */
const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
]);
const REFERENCE = /&[^;]*;?/g;

/** The text with its references followed and its line ends as XML has them; `null` where a reference is another. */
function followed(text: string): string | null {
  const isKnown = (text.match(REFERENCE) ?? []).every((written) => REFERENCES.has(written));
  return isKnown ? text.replaceAll(REFERENCE, (written) => REFERENCES.get(written) ?? '') : null;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The next place of what is searched for, looked for once and kept until it is passed. */
function nextPlace(find: (text: string, from: number) => number) {
  let text = '';
  let place = -1;
  return {
    begin: (of: string): void => {
      // One text is begun several times, further on each time.
      if (of !== text) place = -1;
      text = of;
    },
    from: (at: number): number => {
      if (place < at) {
        place = find(text, at);
        if (place < 0) place = Infinity;
      }
      return place;
    },
  };
}

/**
 * Reads records whose tag is `recordName` and has no attributes, as all tags in them. `isName`: whether the
 * parser has read such a name, so that it is one.
 */
export function createQuickRecords(
  recordName: string,
  taker: Pick<RecordTaker, 'take' | 'builder'>,
  isName: (name: string) => boolean,
): QuickRecords {
  const { builder } = taker;
  const opening = `<${recordName}>`;
  const closing = `</${recordName}>`;
  const root = namesAt(builder.root);
  const doubts = nextPlace((of, at) => {
    DOUBT.lastIndex = at;
    return DOUBT.test(of) ? DOUBT.lastIndex - 1 : -1;
  });
  const references = nextPlace((of, at) => of.indexOf('&', at));
  const returns = nextPlace((of, at) => of.indexOf('\r', at));
  let text = '';
  let at = 0;

  function skipSpace(from: number): number {
    let place = from;
    for (;;) {
      const code = text.charCodeAt(place);
      if (code !== SPACE && code !== 0x0a && code !== 0x09 && code !== 0x0d) return place;
      place++;
    }
  }

  /** The name of the tag that opens at `at`; moves behind it. */
  function nameAt(names: Names, previous: Name | null): Name | null {
    const likely = likelyAfter(names, previous);
    if (likely !== null && text.startsWith(likely.opening, at)) {
      const behind = text.charCodeAt(at + likely.opening.length);
      if (behind === GREATER || behind === SLASH || behind === SPACE) {
        at += likely.opening.length;
        return likely;
      }
    }
    let end = at + 1;
    for (let code = text.charCodeAt(end); code !== GREATER && code !== SLASH && code !== SPACE;) {
      if (!(code > SPACE)) return null;
      code = text.charCodeAt(++end);
    }
    const written = own(text.slice(at + 1, end));
    let name = names.known.get(written);
    if (name === undefined) {
      if (!isName(written)) return null;
      name = learnName(names, written, {
        local: localName(written),
        opening: `<${written}`,
        closing: `</${written}>`,
      });
    }
    noteAfter(names, previous, name);
    at = end;
    return name;
  }

  /** Whether this is a text that says what it holds, and hands it on. */
  function takeText({ node }: Name, from: number, to: number): boolean {
    if (references.from(from) < to || returns.from(from) < to) {
      const plain = followed(text.slice(from, to).replaceAll('\r\n', '\n'));
      if (plain === null) return false;
      builder.leaf(node, plain, true);
    } else if (node !== null) {
      builder.leaf(node, text.slice(from, to), true);
    }
    return true;
  }

  /** Reads the elements in one, up to its end tag; whether all of them are certain. */
  function readWithin(names: Names, end: string, depth: number): boolean {
    if (depth > DEEPEST) return false;
    let name: Name | null = null;
    for (;;) {
      if (text.charCodeAt(at) !== LESS) at = skipSpace(at);
      if (text.charCodeAt(at + 1) === SLASH) {
        if (!text.startsWith(end, at)) return false;
        at += end.length;
        return true;
      }
      if (text.charCodeAt(at) !== LESS) return false;
      name = nameAt(names, name);
      if (name === null || !readElement(name, depth)) return false;
    }
  }

  /** Reads what is behind the name of an element, and its end. */
  function readElement(name: Name, depth: number): boolean {
    if (text.charCodeAt(at) !== GREATER) {
      if (text.charCodeAt(at) === SPACE) at++;
      if (!text.startsWith('/>', at)) return false;
      at += 2;
      builder.leaf(name.node, '', true);
      return true;
    }
    const from = at + 1;
    const to = text.indexOf('<', from);
    if (to >= 0 && text.startsWith(name.closing, to)) {
      at = to + name.closing.length;
      return takeText(name, from, to);
    }
    // What stands between elements is a text where the element that holds them is read as one.
    if (to < 0 || (name.node !== null && name.node.here.length > 0)) return false;
    at = from;
    builder.open(name.node, true);
    if (!readWithin(name.within, name.closing, depth + 1)) return false;
    builder.close();
    return true;
  }

  return (of, from) => {
    text = of;
    for (const places of [doubts, references, returns]) places.begin(of);
    let end = from;
    let records = 0;
    for (;;) {
      at = skipSpace(end);
      if (text.indexOf(closing, at) < 0) return { end, records, isDoubtful: false };
      if (!text.startsWith(opening, at)) return { end, records, isDoubtful: true };
      at += opening.length;
      builder.start();
      if (!readWithin(root, closing, 1) || doubts.from(end) < at) {
        builder.abandon();
        return { end, records, isDoubtful: true };
      }
      taker.take();
      end = at;
      records++;
    }
  };
}
