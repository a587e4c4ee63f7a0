import Papa from 'papaparse';
import type { ReadingReport, Reader, RowSink } from '../reader.js';
import { type Delimiter, detectDelimiter } from './delimiter.js';

export interface CsvOptions {
  /** @default detected from the header line */
  readonly delimiter?: Delimiter | 'auto';
}

/**
 * A record of more characters than this is a quotation mark that was never closed: what follows it
 * cannot be told apart, and holding it all would exhaust the memory.
 */
export const LONGEST_RECORD = 8_000_000;

/** papaparse reads a piece of text at a time; a small piece costs more than it saves. */
const PIECE = 256 * 1024;

interface ParseOutcome {
  readonly meta: { readonly cursor: number };
}

/** papaparse's row parser: it stops before an unfinished last record and says where. */
interface RowParser {
  readonly parse: (text: string, baseIndex: number, ignoreLastRow: boolean) => ParseOutcome;
}

interface StepResult {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly code: string }[];
}

const RowParserOf = (Papa as unknown as { Parser: new (config: object) => RowParser }).Parser;

function lineEnd(text: string): '\n' | '\r' {
  const feed = text.indexOf('\n');
  return feed < 0 && text.includes('\r') ? '\r' : '\n';
}

/** Lines end with LF, CRLF or both: the parser looks for LF, so a CR may be left on the last cell. */
function withoutReturn(cells: readonly string[]): readonly string[] {
  const last = cells.at(-1);
  return last?.endsWith('\r') === true ? [...cells.slice(0, -1), last.slice(0, -1)] : cells;
}

function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || cell.trim() === '');
}

/** Reads CSV by papaparse in array mode; headers are mapped by the caller, so that no column can vanish or be renamed. */
export function createCsvReader(sink: RowSink, options: CsvOptions = {}): Reader {
  let pending = '';
  let parser: RowParser | null = null;
  let columns: readonly string[] | null = null;
  let row = 0;
  let records = 0;
  let unreadable = 0;
  let truncated = false;

  function takeHeader(cells: readonly string[]): void {
    // A header often ends in delimiters for columns that were deleted: they are no columns.
    let width = cells.length;
    while (width > 0 && cells[width - 1]?.trim() === '') width--;
    columns = cells.slice(0, width).map((name) => name.trim());
    sink.header(columns);
  }

  function refuse(problem: string, done: string): void {
    unreadable++;
    sink.notice({ row, column: null, problem, done });
  }

  function takeRecord(cells: readonly string[], width: number): void {
    if (cells.length < width || (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== ''))) {
      refuse(
        `the row has ${cells.length} cells, the header has ${width}`,
        'the row was not checked, because its cells may stand under the wrong columns',
      );
      return;
    }
    records++;
    sink.row(cells, row);
  }

  function step({ data, errors }: StepResult): void {
    row++;
    const cells = withoutReturn(data[0] ?? []);
    if (errors.length > 0) {
      const open = errors.some((error) => error.code === 'MissingQuotes');
      if (open) truncated = true;
      const lines = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 1);
      refuse(
        open
          ? `a quotation mark opens in this row and is never closed: ${lines} lines to the end of the file are inside it`
          : `a quotation mark inside a quoted cell is not doubled; ${lines} lines were read as this row`,
        open ? 'nothing from this row on was checked' : 'the row was not checked',
      );
      return;
    }
    if (columns === null) {
      if (!isBlankRow(cells)) takeHeader(cells);
      else row--;
      return;
    }
    if (!isBlankRow(cells)) takeRecord(cells, columns.length);
  }

  function parse(last: boolean): void {
    if (parser === null) {
      const firstLine = /[^\r\n]*/.exec(pending.replace(/^[\r\n]+/, ''))?.[0] ?? '';
      const wanted = options.delimiter ?? 'auto';
      parser = new RowParserOf({
        delimiter: wanted === 'auto' ? detectDelimiter(firstLine) : wanted,
        newline: lineEnd(pending),
        quoteChar: '"',
        comments: false,
        step,
      });
    }
    const { meta } = parser.parse(pending, 0, !last);
    pending = last ? '' : pending.slice(meta.cursor);
  }

  function giveUp(): void {
    row++;
    truncated = true;
    refuse(
      `a record of more than ${LONGEST_RECORD.toLocaleString('en-GB')} characters: a quotation mark was probably never closed`,
      'nothing from this row on was checked',
    );
    pending = '';
  }

  let stopped = false;
  return {
    write: (text) => {
      if (stopped) return;
      pending += text;
      if (pending.length < PIECE) return;
      parse(false);
      if (pending.length > LONGEST_RECORD) {
        giveUp();
        stopped = true;
      }
    },
    end: (): ReadingReport => {
      if (!stopped && pending !== '') parse(true);
      return { records, unreadable, truncated };
    },
  };
}
