import type { Reader, RowSink } from '../reader.js';
import { createRecordTaker } from '../tree/record-taker.js';
import { createParsedRecords } from './parsed-records.js';
import { createQuickRecords, type QuickRecords } from './quick-records.js';

export interface XmlOptions {
  /** The columns to read: paths within a record. */
  readonly columns: readonly string[];
  /** The path of a record, such as `/Extract/Crime`. @default the children of the root */
  readonly records?: string;
  /** Whether records that are certain at a glance go by the parser. @default true */
  readonly isQuick?: boolean;
}

/** So much text at a time, so that what has no end is noticed before it has filled the memory. */
const PIECE = 64 * 1024;

/** A record that is not whole after so many characters is left to the parser. */
const LONGEST_OPEN = 16 * PIECE;

/** A name whose bytes are the same in every encoding that is read in ranges. */
const IS_ASCII = /^[!-~]+$/;

/** Names of records for which it is remembered how they are read. */
const RECORD_NAMES = 100;

/**
 * Reads records of an XML file as a stream. Namespaces are not looked at: names are taken without prefix.
 * Between two records it is tried to read on without the parser, which gives the same records much
 * quicker, until one comes that is not certain at a glance: the parser reads that one.
 */
export function createXmlReader(sink: RowSink, { columns, records, isQuick = true }: XmlOptions): Reader {
  const taker = createRecordTaker(sink, columns, 'mixed');
  const parsed = createParsedRecords(taker, records);
  const readers = new Map<string, QuickRecords>();
  /** Text that begins between two records, the first of which is not whole. */
  let open = '';
  sink.header(columns);

  function quickFor(name: string): QuickRecords {
    const known = readers.get(name);
    if (known !== undefined) return known;
    const quick = createQuickRecords(name, taker, parsed.isName);
    if (readers.size < RECORD_NAMES) readers.set(name, quick);
    return quick;
  }

  /** Where the next record ends, or the text does. */
  function partEnd(text: string, from: number): number {
    const name = parsed.recordName();
    if (name === null) return text.length;
    const closing = `</${name}>`;
    const end = text.indexOf(closing, from);
    return end < 0 ? text.length : end + closing.length;
  }

  /** Reads a text from a place on, up to what is not whole, which stays open. */
  function read(text: string, from: number): void {
    let at = from;
    while (at < text.length && !taker.isStopped()) {
      const name = isQuick && parsed.isBetween() ? parsed.recordName() : null;
      if (name !== null) {
        const { end, isDoubtful } = quickFor(name)(text, at);
        parsed.skip(text, at, end);
        at = end;
        if (!isDoubtful && text.length - at <= LONGEST_OPEN) {
          open = text.slice(at);
          return;
        }
      }
      const end = Math.min(at + PIECE, partEnd(text, at));
      parsed.write(text.slice(at, end));
      at = end;
    }
  }

  return {
    write: (chunk) => {
      let at = 0;
      if (open !== '') {
        // No more than what ends the open record is copied to it.
        at = partEnd(chunk, 0);
        const text = open + chunk.slice(0, at);
        open = '';
        read(text, 0);
      }
      if (open === '') read(chunk, at);
      else open += chunk.slice(at);
    },
    pause: () => {
      const name = isQuick && parsed.isBetween() && !taker.isStopped() ? parsed.recordName() : null;
      if (name === null || !IS_ASCII.test(name)) return null;
      const text = open;
      open = '';
      const place = { columns, row: taker.row(), lacking: taker.builder.neverSeen() };
      const marks = { boundary: `</${name}>`, prologue: parsed.openTags() };
      return { format: 'xml', text, ...place, ...marks, ...(records === undefined ? {} : { path: records }) };
    },
    passBy: ({ records: passed, lines, tail = 0, lacking = [] }) => {
      parsed.skipLines(lines, tail);
      taker.passBy(passed, lacking);
    },
    end: () => {
      parsed.write(open);
      return { format: 'xml', ...taker.end(parsed.end()) };
    },
  };
}
