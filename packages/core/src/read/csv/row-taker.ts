import { LONGEST_RECORD_SAID, MOST_COLUMNS } from '../limits.js';
import type { LazyRowSink, RowSink } from '../reader.js';
import { type LazyRow, Tokens } from '../tokens.js';
import { type HeaderWatch, watchForHeaders } from './header-row.js';

/** Why lines give no rows: a quotation mark took the boundaries with it, or there is too much of it. */
export type LossCause = 'quote' | 'length' | 'swallowed';

interface Loss {
  readonly cause: LossCause;
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** Tells rows from headers, blanks and what is ragged, numbers them, and says what cannot be read. */
export interface RowTaker {
  /** How many columns the header has; 0 before it is read. */
  readonly width: () => number;
  /** How many cells the header row has: behind its columns there may be empty ones. */
  readonly headerCells: () => number;
  readonly isStopped: () => boolean;
  /** Whether the line before gave no row. */
  readonly isLosing: () => boolean;
  /** Takes a row whose boundaries are certain; `ragged` if it is not as wide as the header. */
  readonly take: (cells: readonly string[], line: number) => 'fine' | 'ragged';
  /** The positions of the columns that are looked at; `undefined` for all. */
  readonly reads: () => ReadonlySet<number> | undefined;
  /** By what its rows are numbered. */
  readonly tokens: () => Tokens;
  /** The positions of the columns whose tokens are asked for; `undefined` for all. */
  readonly often: () => ReadonlySet<number> | undefined;
  /**
   * Whether a row may be blank or a header again, by the length of its first cell, of ASCII, and the first and
   * last character in it: all of it has to be looked at.
   */
  readonly mayBeNone: HeaderWatch['mayBeName'];
  /** Takes a row that is as wide as the header, holds no NUL and is surely a record. */
  readonly takeRecord: (row: LazyRow) => void;
  /** Records that were taken elsewhere, and whose numbers follow. */
  readonly passBy: (records: number) => void;
  /** The number of the row that was taken last. */
  readonly row: () => number;
  /** The columns of the header. */
  readonly columns: () => readonly string[];
  /** Lines of which it is not certain what they belong to; what is lost in a row is one notice. */
  readonly lose: (from: number, to: number, cause: LossCause) => void;
  /** Ends the reading before the end of the file. */
  readonly stop: (problem: string) => void;
  readonly end: () => { readonly records: number; readonly unreadable: number; readonly truncated: boolean };
}

const NUL = '\u0000';

const isBlank = (cell: string) => cell === '' || cell.trim() === '';

/** Whether a row is as wide as the header, trailing empty cells aside. */
export function fitsWidth(cells: readonly string[], width: number): boolean {
  return cells.length === width || (cells.length > width && cells.slice(width).every(isBlank));
}

function cellsSaid(count: number): string {
  if (count > MOST_COLUMNS) return `more than ${MOST_COLUMNS} cells`;
  return count === 1 ? '1 cell' : `${count} cells`;
}

function lossProblem({ cause, from, to }: Loss): string {
  if (cause === 'length') {
    return `a record of more than ${LONGEST_RECORD_SAID} begins in line ${from}: a quotation mark was probably never closed`;
  }
  if (cause === 'swallowed') {
    return `a cell of lines ${from} to ${to} holds what seem to be other rows: a quotation mark before and one behind them were probably lost`;
  }
  const fault = `a quotation mark in line ${from} is not closed or not doubled`;
  return from === to
    ? `${fault}: its cells cannot be told apart`
    : `${fault}: where the rows of lines ${from} to ${to} begin and end is not certain`;
}

export function createRowTaker(sink: RowSink): RowTaker {
  let columns: readonly string[] | null = null;
  let headers: HeaderWatch = { look: () => 'no', mayBeName: () => true };
  let width = 0;
  let headerCells = 0;
  let lazy: LazyRowSink | undefined;
  let tokens: Tokens | undefined;
  let row = 0;
  let records = 0;
  let unreadable = 0;
  let stopped = false;
  let loss: Loss | null = null;

  function refuse(problem: string, done: string, at = row): void {
    sink.notice({ row: at, column: null, problem, done });
  }

  function closeLoss(next: number | null): void {
    if (loss === null) return;
    const done =
      next === null ? 'not checked, to the end of the file' : `not checked; reading went on at line ${next}`;
    refuse(lossProblem(loss), done, loss.row);
    loss = null;
  }

  function stop(problem: string): void {
    closeLoss(null);
    stopped = true;
    const done = columns === null ? 'nothing of the file was checked' : 'nothing from there on was checked';
    sink.notice({ row: null, column: null, problem, done });
  }

  function takeHeader(cells: readonly string[]): void {
    row = 1;
    if (cells.some((cell) => cell.includes(NUL))) {
      stop('the header holds NUL characters: the file is damaged, or in an encoding that is not read here');
      return;
    }
    // A header often ends in delimiters for columns that were deleted: they are no columns.
    headerCells = cells.length;
    width = cells.length;
    while (isBlank(cells[width - 1] ?? 'x')) width--;
    if (width > MOST_COLUMNS) {
      stop(`the header has ${width} columns, more than any spreadsheet has`);
      return;
    }
    columns = cells.slice(0, width).map((name) => name.replace(/^\uFEFF/, '').trim());
    headers = watchForHeaders(columns);
    sink.header(columns);
    lazy = sink.lazy?.();
  }

  /** The cells that are looked at; all others may be empty. */
  function textsOf(of: LazyRow): readonly string[] {
    const reads = sink.reads?.();
    return Array.from({ length: headerCells }, (_, position) =>
      reads === undefined || reads.has(position) || position === 0 ? of.text(position) : '',
    );
  }

  function takeRow(cells: readonly string[]): 'fine' | 'ragged' {
    row++;
    const header = headers.look(cells);
    if (header === 'other') {
      stop(
        `row ${row} is a header again, with other columns: the rows behind it would be read under the wrong ones`,
      );
      return 'fine';
    }
    if (header === 'same') {
      refuse(
        'the header stands here again, as where one file was put behind another',
        'not read as a record',
      );
      return 'fine';
    }
    if (!fitsWidth(cells, width)) {
      unreadable++;
      refuse(
        `the row has ${cellsSaid(cells.length)}, the header has ${width}`,
        'not checked, because its cells may stand under the wrong columns',
      );
      return 'ragged';
    }
    if (cells.some((cell) => cell.includes(NUL))) {
      unreadable++;
      refuse('the row holds NUL characters, which no text has: the file is damaged', 'not checked');
      return 'fine';
    }
    records++;
    sink.row(cells, row);
    return 'fine';
  }

  return {
    width: () => width,
    headerCells: () => headerCells,
    isStopped: () => stopped,
    isLosing: () => loss !== null,
    reads: () => sink.reads?.(),
    often: () => lazy?.often ?? sink.reads?.(),
    tokens: () => lazy?.tokens ?? (tokens ??= new Tokens()),
    mayBeNone: (length, first, last) => headers.mayBeName(length, first, last),
    takeRecord: (of) => {
      row++;
      records++;
      if (lazy === undefined) sink.row(textsOf(of), row);
      else lazy.row(of, row);
    },
    take: (cells, line) => {
      if (stopped || (isBlank(cells[0] ?? '') && cells.every(isBlank))) return 'fine';
      closeLoss(line);
      if (columns !== null) return takeRow(cells);
      takeHeader(cells);
      return 'fine';
    },
    passBy: (passed) => {
      row += passed;
      records += passed;
    },
    row: () => row,
    columns: () => columns ?? [],
    lose: (from, to, cause) => {
      if (loss !== null) {
        loss = { ...loss, to };
        return;
      }
      row++;
      unreadable++;
      loss = { cause, row, from, to };
    },
    stop,
    end: () => {
      if (!stopped) {
        closeLoss(null);
        const isEmpty = records === 0 && unreadable === 0;
        if (isEmpty)
          stop(columns === null ? 'the file holds no text' : 'the file holds a header and no records');
      }
      return { records, unreadable, truncated: stopped };
    },
  };
}
