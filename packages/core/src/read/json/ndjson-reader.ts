import { DEEPEST, LONGEST_RECORD, LONGEST_RECORD_SAID } from '../limits.js';
import type { Reader, RowSink } from '../reader.js';
import { createRecordTaker } from '../tree/record-taker.js';
import { createRecordParser } from './parse-record.js';

const BYTE_ORDER_MARK = 0xfeff;
const BRACE = 0x7b;

/** Reads NDJSON: an object a line. No value holds a line end as it is, so the next line is always certain. */
export function createNdjsonReader(sink: RowSink, columns: readonly string[]): Reader {
  const taker = createRecordTaker(sink, columns, 'own');
  const parser = createRecordParser(taker.builder);
  let pending = '';
  /** Where to look for the end of the line. */
  let scanned = 0;
  let line = 1;
  let isTooLong = false;
  sink.header(columns);

  function takeLine(raw: string): void {
    const text = raw.charCodeAt(0) === BYTE_ORDER_MARK ? raw.slice(1) : raw;
    const number = line++;
    if (text.charCodeAt(0) !== BRACE && text.trim() === '') return;
    taker.begin();
    const fault = parser.parse(text);
    if (fault === null) taker.finish(parser.sawNul());
    else if (fault.kind === 'malformed') {
      taker.refuse(`line ${number} is not JSON at column ${fault.at + 1}`);
    } else if (fault.kind === 'too-deep') {
      taker.refuse(`line ${number} has objects within objects, more than ${DEEPEST} deep`);
    } else taker.refuse(`line ${number} is not an object`);
  }

  function giveUpLine(): void {
    if (isTooLong) return;
    isTooLong = true;
    taker.begin();
    taker.refuse(`line ${line} has more than ${LONGEST_RECORD_SAID}`);
  }

  function takeLines(): void {
    let start = 0;
    for (;;) {
      const end = pending.indexOf('\n', Math.max(start, scanned));
      if (end < 0) break;
      if (isTooLong) line++;
      else if (end - start > LONGEST_RECORD) {
        giveUpLine();
        line++;
      } else takeLine(pending.slice(start, end));
      isTooLong = false;
      start = end + 1;
    }
    pending = pending.slice(start);
    if (pending.length > LONGEST_RECORD) giveUpLine();
    if (isTooLong) pending = '';
    scanned = pending.length;
  }

  return {
    write: (text) => {
      pending += text;
      takeLines();
    },
    pause: () => {
      if (isTooLong) return null;
      const text = pending;
      pending = '';
      scanned = 0;
      const place = { columns, row: taker.row(), lacking: taker.builder.neverSeen() };
      return { format: 'ndjson', text, ...place, boundary: '\n', prologue: '' };
    },
    passBy: ({ records, lines, lacking = [] }) => {
      line += lines;
      taker.passBy(records, lacking);
    },
    end: () => {
      if (pending !== '' && !isTooLong) takeLine(pending);
      return { format: 'ndjson', ...taker.end('the file has no line with an object') };
    },
  };
}
