import { LONGEST_RECORD, LONGEST_RECORD_SAID } from '../limits.js';
import type { Reader, RowSink } from '../reader.js';
import { type Delimiter, DELIMITER_NAMES } from './delimiter.js';
import { detectDialect, type Dialect } from './dialect.js';
import { countLines } from '../line-count.js';
import { type ParsedRow, parseRows } from './row-parser.js';
import { createRowTaker } from './row-taker.js';
import { scanRecord } from './scan-record.js';
import { readStrictly, ROWS_TO_BE_SURE } from './strict-rows.js';
import { looksSwallowed } from './swallowed.js';

export interface CsvOptions {
  /** @default detected from the header line */
  readonly delimiter?: Delimiter | 'auto';
}

/** papaparse reads a piece of text at a time; a small piece costs more than it saves. */
const PIECE = 256 * 1024;

/**
 * Reads CSV by papaparse in array mode; headers are mapped by the caller, so that no column can vanish
 * or be renamed. Behind a row that is damaged or ragged it reads strictly for a while: a stray
 * quotation mark must neither swallow the rest of the file nor make rows of what are none.
 */
export function createCsvReader(sink: RowSink, options: CsvOptions = {}): Reader {
  const taker = createRowTaker(sink);
  let lines = countLines('\n');
  let pending = '';
  /** A record that was not whole is tried again when there is twice as much text. */
  let worthwhile = PIECE;
  let dialect: Dialect | null = null;
  let doubtful = 0;
  let inLongLine = false;

  function consume(to: number): void {
    lines.consume(pending, to);
    pending = pending.slice(to);
  }

  /** Whether a quotation mark may have made the row wider or narrower than the header, or part of several. */
  function isDoubtful({ cells, start, end, isDamaged }: ParsedRow, of: Dialect): boolean {
    const width = taker.width();
    if (isDamaged || width === 0) return isDamaged;
    if (cells.length === width) {
      const lineEnd = pending.indexOf(of.lineEnd, start);
      return lineEnd >= 0 && lineEnd < end - 1 && looksSwallowed(cells, width, of);
    }
    const mark = pending.indexOf('"', start);
    return mark >= 0 && mark < end;
  }

  function takeParsed(parsed: ParsedRow, of: Dialect): boolean {
    if (taker.isStopped() || doubtful > 0) return false;
    if (parsed.isDamaged && taker.width() === 0) {
      taker.stop('the header has a quotation mark that is not closed or not doubled');
      return false;
    }
    if (isDoubtful(parsed, of)) {
      doubtful = ROWS_TO_BE_SURE;
      return false;
    }
    if (taker.take(parsed.cells, lines.at(pending, parsed.start)) === 'ragged') doubtful = ROWS_TO_BE_SURE;
    return true;
  }

  /** Reads what is certain at a glance; gives whether there may be more to read in another way. */
  function readQuickly(isLast: boolean, of: Dialect): boolean {
    // papaparse notes every stray mark of a record, and there can be millions before its end.
    const hasGrown = pending.length >= 2 * PIECE;
    const first = hasGrown ? scanRecord(pending, 0, of.delimiter, of.lineEnd, isLast).kind : 'record';
    if (first === 'broken' || (first === 'open' && isLast)) doubtful = ROWS_TO_BE_SURE;
    if (first === 'record') consume(parseRows(pending, of, isLast, (parsed) => takeParsed(parsed, of)));
    if (pending.length > LONGEST_RECORD && doubtful === 0) doubtful = ROWS_TO_BE_SURE;
    return doubtful > 0;
  }

  function work(isLast: boolean): void {
    worthwhile = Math.min(pending.length * 2, LONGEST_RECORD + PIECE);
    dialect ??= openDialect(isLast);
    if (dialect === null) return;
    // A CR at the very end is the first half of a line end that was cut off.
    if (isLast && dialect.lineEnd === '\n' && pending.endsWith('\r')) pending = pending.slice(0, -1);
    while (pending !== '' && !taker.isStopped()) {
      if (inLongLine) {
        skipLongLine(dialect);
      } else if (doubtful === 0) {
        if (!readQuickly(isLast, dialect)) break;
      } else if (taker.width() === 0) {
        taker.stop(
          `the header is longer than ${LONGEST_RECORD_SAID}, or has a quotation mark that is not closed`,
        );
      } else {
        const strict = readStrictly(pending, dialect, isLast, doubtful, taker, (at) => lines.at(pending, at));
        ({ doubtful, inLongLine } = strict);
        consume(strict.end);
        if (doubtful > 0) break;
      }
    }
    worthwhile = Math.max(PIECE, Math.min(pending.length * 2, LONGEST_RECORD + PIECE));
  }

  function skipLongLine(of: Dialect): void {
    const end = pending.indexOf(of.lineEnd);
    inLongLine = end < 0;
    consume(end < 0 ? pending.length : end + 1);
  }

  function openDialect(isLast: boolean): Dialect | null {
    const found = detectDialect(pending, options.delimiter ?? 'auto', isLast);
    if (found !== null) {
      lines = countLines(found.lineEnd);
      consume(found.start);
    } else if (pending.length > LONGEST_RECORD) {
      taker.stop(
        `the first line has more than ${LONGEST_RECORD_SAID}, or a quotation mark that is not closed`,
      );
    }
    return found;
  }

  return {
    write: (text) => {
      for (let at = 0; at < text.length && !taker.isStopped(); at += PIECE) {
        pending += text.slice(at, at + PIECE);
        if (pending.length >= worthwhile) work(false);
      }
    },
    end: () => {
      if (!taker.isStopped() && pending !== '') work(true);
      const name = dialect === null ? 'csv' : `csv (${DELIMITER_NAMES[dialect.delimiter]})`;
      return { format: name, ...taker.end() };
    },
    release: () => {
      if (taker.isStopped() || pending === '') return null;
      work(false);
      if (dialect?.lineEnd !== '\n') return null;
      if (doubtful > 0 || inLongLine || taker.width() === 0 || taker.isLosing() || taker.isStopped())
        return null;
      const text = pending;
      pending = '';
      worthwhile = PIECE;
      return { text, delimiter: dialect.delimiter, taker, skipLines: lines.skip };
    },
  };
}
