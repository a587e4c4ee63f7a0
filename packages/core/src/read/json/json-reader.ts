import { DEEPEST, LONGEST_RECORD, LONGEST_RECORD_SAID } from '../limits.js';
import type { Reader, RowSink } from '../reader.js';
import { createRecordTaker } from '../tree/record-taker.js';
import { type Outline, outline, type Step } from './outline.js';
import { createRecordParser, faultOf } from './parse-record.js';
import { createTextWindow } from './text-window.js';

export interface JsonOptions {
  /** The columns to read: keys, or paths within a record. */
  readonly columns: readonly string[];
  /** The path of the array of records, such as `/data/crimes`. @default the whole file is the array */
  readonly records?: string;
}

/** Breaks off at broken JSON. */
class Stop extends Error {}

/** Reads the objects of a JSON array as a stream: no more than one of them is in memory. */
export function createJsonReader(sink: RowSink, { columns, records }: JsonOptions): Reader {
  const taker = createRecordTaker(sink, columns, 'own');
  const parser = createRecordParser(taker.builder);
  const text = createTextWindow();
  const steps: Outline = outline(records);
  /** The token that has begun and is not whole yet. */
  let begun: Step | null = null;
  sink.header(columns);

  function stop(problem: string, at: number): never {
    const where = text.placeOf(at);
    taker.stop(steps.inRecords() ? `record ${taker.row()}, ${where}: ${problem}` : `${where}: ${problem}`);
    throw new Stop();
  }

  function takeRecord(start: number, end: number): void {
    taker.begin();
    const fault = parser.parse(text.slice(start, end));
    if (fault === null) taker.finish(parser.sawNul());
    else if (fault.kind === 'malformed') stop('malformed JSON', start + fault.at);
    else if (fault.kind === 'too-deep') taker.refuse(`objects within objects, more than ${DEEPEST} deep`);
    else taker.refuse('it is not an object');
  }

  /** Takes token after token; `false` if the text ends before the next one does. */
  function step(isLast: boolean): boolean {
    const start = text.skipSpace();
    if (start < 0) return false;
    const next = begun ?? steps.next(text.charAt(start));
    begun = next;
    if (next.kind === 'stop') stop(next.problem, start);
    if (next.kind === 'sign') {
      begun = null;
      text.moveTo(start + 1);
      return true;
    }
    const end = text.valueEnd(start);
    if (end < 0) {
      if (text.length() - start > LONGEST_RECORD) stop(`a value of more than ${LONGEST_RECORD_SAID}`, start);
      if (isLast) stop('malformed JSON: the file ends within a value', text.length());
      return false;
    }
    begun = null;
    if (next.kind === 'record') takeRecord(start, end);
    else {
      const fault = faultOf(text.slice(start, end));
      if (fault >= 0) stop('malformed JSON', start + fault);
      if (next.kind === 'key') {
        const problem = steps.key(JSON.parse(text.slice(start, end)) as string);
        if (problem !== null) stop(problem, start);
      }
    }
    text.moveTo(end);
    return true;
  }

  function work(isLast: boolean): void {
    if (taker.isStopped()) return;
    try {
      while (step(isLast));
      if (isLast && !steps.isWhole()) stop('malformed JSON: the file ends too early', text.length());
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
    }
    text.forget();
  }

  return {
    write: (chunk) => {
      if (taker.isStopped()) return;
      text.add(chunk);
      work(false);
    },
    end: () => {
      work(true);
      const where = records === undefined ? 'the array' : `the array at ${records}`;
      const empty = steps.found() ? `${where} holds no records` : `there is no array at ${records ?? '/'}`;
      return { format: 'json', ...taker.end(empty) };
    },
  };
}
