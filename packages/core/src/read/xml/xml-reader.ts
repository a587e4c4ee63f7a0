import { SaxesParser } from '../../vendor/saxes.js';
import { DEEPEST, LONGEST_RECORD, LONGEST_RECORD_SAID } from '../limits.js';
import type { Reader, RowSink } from '../reader.js';
import { bareCase, segmentsOf } from '../tree/paths.js';
import { createRecordTaker } from '../tree/record-taker.js';
import { isOutsideRoot, isWrongTag, xmlFault } from './faults.js';

export interface XmlOptions {
  /** The columns to read: paths within a record. */
  readonly columns: readonly string[];
  /** The path of a record, such as `/Extract/Crime`. @default the children of the root */
  readonly records?: string;
}

/** So much text at a time, so that what has no end is noticed before it has filled the memory. */
const PIECE = 64 * 1024;

/** How many paths of elements are remembered, to say what there is in place of what was looked for. */
const PATHS_TO_TELL = 5;

/** Breaks off saxes, which goes on after an error. */
class Stop extends Error {}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Reads records of an XML file as a stream. Namespaces are not looked at: names are taken without prefix. */
export function createXmlReader(sink: RowSink, { columns, records }: XmlOptions): Reader {
  const taker = createRecordTaker(sink, columns, 'mixed');
  const { builder } = taker;
  const wanted = records === undefined ? null : segmentsOf(records);
  const recordDepth = wanted?.length ?? 2;
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  const stack: string[] = [];
  const paths = new Set<string>();
  let inRecord = false;
  /** A record whose last tag is read: saxes tells of a tag before it looks whether it is the right one. */
  let isWhole = false;
  /** Where text outside of the root element would begin. */
  let outside = 'line 1, column 1';
  /** Where the parser last told something: what is longer than a record may be from there on has no end. */
  let toldAt = 0;

  const here = () => `line ${parser.line}, column ${parser.column + 1}`;

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
    taker.finish();
  }

  sink.header(columns);
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
    const local = localName(name);
    stack.push(inRecord ? '' : bareCase(local));
    if (stack.length > DEEPEST) stop(`elements within elements, more than ${DEEPEST} deep`);
    if (inRecord) {
      builder.open(local, true);
    } else if (isRecord()) {
      inRecord = true;
      toldAt = parser.position;
      taker.begin();
    } else {
      toldAt = parser.position;
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
    } else if (inRecord) {
      builder.close();
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

  function nothingFound(): string {
    if (wanted === null) return 'the root element has no children: there are no records';
    const there = paths.size === 0 ? '' : `; there is ${[...paths].join(', ')}`;
    return `no element stands at ${records ?? ''}${there}`;
  }

  return {
    write: (chunk) => {
      for (let at = 0; at < chunk.length && !taker.isStopped(); at += PIECE) {
        feed(() => parser.write(chunk.slice(at, at + PIECE)));
      }
    },
    end: () => {
      feed(() => parser.close());
      return { format: 'xml', ...taker.end(nothingFound()) };
    },
  };
}
