import { SaxesParser } from '../../vendor/saxes.js';
import { DEEPEST, LONGEST_RECORD, LONGEST_RECORD_SAID } from '../limits.js';
import { bareCase, childOf, segmentsOf } from '../tree/paths.js';
import type { RecordTaker } from '../tree/record-taker.js';
import { isOutsideRoot, isWrongTag, xmlFault } from './faults.js';
import { createPlace, type Place } from './place.js';

/** Reads records by a parser that checks every character. */
export interface ParsedRecords {
  readonly write: (text: string) => void;
  /** Whether the text so far ends with a record's last tag. */
  readonly isBetween: () => boolean;
  /** The name of the record that was read last, as the file writes it; `null` before the first. */
  readonly recordName: () => string | null;
  /** Whether an element with this name, as the file writes it, was read. */
  readonly isName: (name: string) => boolean;
  /** Goes on behind text that was read elsewhere. */
  readonly skip: Place['skip'];
  readonly skipLines: Place['skipLines'];
  /** The tags that are open between two records, without their attributes. */
  readonly openTags: () => string;
  /** Ends the text; gives what is said if there were no records. */
  readonly end: () => string;
}

/** How many paths of elements are remembered, to say what there is in place of what was looked for. */
const PATHS_TO_TELL = 5;

/** So many names of elements are remembered. */
const NAMES = 1000;

/** Breaks off saxes, which goes on after an error. */
class Stop extends Error {}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** `records` is the path of a record, such as `/Extract/Crime`; without one it is any child of the root. */
export function createParsedRecords(taker: RecordTaker, records: string | undefined): ParsedRecords {
  const { builder } = taker;
  const wanted = records === undefined ? null : segmentsOf(records);
  const recordDepth = wanted?.length ?? 2;
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  const place = createPlace(parser);
  const here = place.said;
  const stack: string[] = [];
  /** Those of them that no record is, as the file writes them. */
  const open: string[] = [];
  const paths = new Set<string>();
  const names = new Set<string>();
  let recordName: string | null = null;
  let inRecord = false;
  /** A record whose last tag is read: saxes tells of a tag before it looks whether it is the right one. */
  let isWhole = false;
  /** How much was written, and how much of it when the last record ended. */
  let written = 0;
  let writtenAtEnd = -1;
  /** Where text outside of the root element would begin. */
  let outside = 'line 1, column 1';
  /** Where the parser last told something: what is longer than a record may be from there on has no end. */
  let toldAt = 0;

  function stop(problem: string, where = here()): never {
    const of = inRecord || isWhole ? `record ${taker.row()}, ${where}` : where;
    taker.stop(`${of}: ${problem}`);
    throw new Stop();
  }

  const isRecord = () =>
    stack.length === recordDepth && (wanted === null || wanted.every((name, i) => stack[i] === name));

  function tellPath(): void {
    if (stack.length <= DEEPEST && paths.size < PATHS_TO_TELL && stack.length > 1)
      paths.add(`/${stack.join('/')}`);
  }

  function settle(): void {
    if (!isWhole) return;
    isWhole = false;
    // XML has no way to write a NUL.
    taker.finish(false);
  }

  parser.on('error', (error) => {
    if (!isWrongTag(error)) settle();
    // saxes tells of such text where it ends, or where a chunk does.
    stop(`malformed XML: ${xmlFault(error)}`, isOutsideRoot(error) ? outside : here());
  });
  parser.on('doctype', () =>
    stop('a DOCTYPE, which can make a small file huge or read other files; export without it'),
  );
  parser.on('opentag', ({ name, attributes }) => {
    settle();
    if (names.size < NAMES) names.add(name);
    const local = localName(name);
    stack.push(inRecord ? '' : bareCase(local));
    if (stack.length > DEEPEST) stop(`elements within elements, more than ${DEEPEST} deep`);
    if (inRecord) {
      const node = builder.here();
      builder.open(node === null ? null : childOf(node, local), true);
    } else if (isRecord()) {
      inRecord = true;
      recordName = name;
      toldAt = parser.position;
      taker.begin();
    } else {
      toldAt = parser.position;
      open.push(name);
      if (taker.row() === 0) tellPath();
      return;
    }
    for (const attribute of Object.keys(attributes)) {
      builder.attribute(localName(attribute), attributes[attribute] ?? '');
    }
  });
  parser.on('closetag', () => {
    settle();
    if (inRecord && stack.length === recordDepth) {
      inRecord = false;
      isWhole = true;
      toldAt = parser.position;
      writtenAtEnd = toldAt;
    } else if (inRecord) {
      builder.close();
    } else {
      open.pop();
    }
    stack.pop();
    if (stack.length === 0) outside = here();
  });
  const text = (of: string): void => {
    if (inRecord) builder.text(of);
  };
  parser.on('text', text);
  parser.on('cdata', text);

  function feed(work: () => void): void {
    if (taker.isStopped()) return;
    try {
      work();
      settle();
      if (parser.position - toldAt > LONGEST_RECORD)
        stop(`a record, tag or text of more than ${LONGEST_RECORD_SAID}`);
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
    }
  }

  return {
    write: (of) => {
      written += of.length;
      feed(() => parser.write(of));
    },
    // What a name and a line end are is another matter in XML 1.1.
    isBetween: () => writtenAtEnd === written && parser.xmlDecl.version !== '1.1',
    recordName: () => recordName,
    isName: (name) => names.has(name),
    skip: place.skip,
    skipLines: place.skipLines,
    openTags: () => open.map((name) => `<${name}>`).join(''),
    end: () => {
      feed(() => parser.close());
      if (wanted === null) return 'the root element has no children: there are no records';
      const there = paths.size === 0 ? '' : `; there is ${[...paths].join(', ')}`;
      return `no element stands at ${records ?? ''}${there}`;
    },
  };
}
