import type { RowSink } from '../reader.js';
import { type Content, createRecordBuilder, type RecordBuilder } from './record-builder.js';

/** Hands on the records of a format that has no header, and counts and says what is none. */
export interface RecordTaker {
  readonly builder: RecordBuilder;
  /** The number of the record that is being read. */
  readonly row: () => number;
  readonly begin: () => void;
  /** The record is whole; `mayHoldNul` where a cell of it may hold a NUL. */
  readonly finish: (mayHoldNul: boolean) => void;
  /** A record that was built from its start to its end, without a NUL. */
  readonly take: () => void;
  /** The record cannot be read; what is behind it can. */
  readonly refuse: (problem: string) => void;
  /** Ends the reading before the end of the file. */
  readonly stop: (problem: string) => void;
  readonly isStopped: () => boolean;
  /** Records that were taken elsewhere; `lacking` are the columns that none of them has. */
  readonly passBy: (records: number, lacking: readonly string[]) => void;
  /** `emptyProblem` is said where there was no record at all. */
  readonly end: (emptyProblem: string) => { records: number; unreadable: number; truncated: boolean };
}

const NUL = '\u0000';

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

export function createRecordTaker(sink: RowSink, columns: readonly string[], content: Content): RecordTaker {
  const builder = createRecordBuilder(columns, content);
  let row = 0;
  let records = 0;
  let unreadable = 0;
  let stopped = false;

  function refuse(problem: string): void {
    unreadable++;
    sink.notice({ row, column: null, problem, done: 'not checked' });
  }

  function stop(problem: string): void {
    if (stopped) return;
    stopped = true;
    const done =
      records === 0
        ? 'nothing of the file was checked'
        : 'what stands before it was checked, nothing behind it';
    sink.notice({ row: null, column: null, problem, done });
  }

  function finish(mayHoldNul: boolean): void {
    const { cells, hasAny, twice } = builder.end();
    if (twice !== null)
      refuse(`${JSON.stringify(twice)} stands twice in one object: which of them counts is not certain`);
    else if (!hasAny) refuse('the record has none of the elements or keys that are read');
    else if (mayHoldNul && cells.some((cell) => cell.includes(NUL))) {
      refuse('the record holds NUL characters, which no text has');
    } else {
      records++;
      sink.row(cells, row);
    }
  }

  return {
    builder,
    row: () => row,
    begin: () => {
      row++;
      builder.start();
    },
    finish,
    take: () => {
      row++;
      finish(false);
    },
    refuse,
    stop,
    isStopped: () => stopped,
    passBy: (passed, lacking) => {
      row += passed;
      records += passed;
      if (passed > 0) builder.sawAllBut(lacking);
    },
    end: (emptyProblem) => {
      const lacking = builder.neverSeen();
      if (!stopped && records === 0 && unreadable === 0) stop(emptyProblem);
      else if (records > 0 && lacking.length > 0) {
        sink.notice({
          row: null,
          column: null,
          problem: `no record has ${listed(lacking)}`,
          done: 'read as empty cells; where the export leaves them out, use a profile that does not name them',
        });
      }
      return { records, unreadable, truncated: stopped };
    },
  };
}
