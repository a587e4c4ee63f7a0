import type { Extract, InputNotice, RunInput } from '@markercheck/core';
import { type Input, readInput } from '../io/input.js';
import { bothEnded, readExtract } from '../io/read-extract.js';
import { jobsFor } from './parallel/jobs.js';
import { watchInput } from '../io/watch-input.js';
import { systemReason } from '../messages/system-errors.js';

export interface ReadInputs {
  readonly inputs: readonly RunInput[];
  /** Whether every byte and row was read. */
  readonly complete: boolean;
}

interface Reading {
  readonly open: (name: string) => Extract;
  readonly notice: (notice: InputNotice) => void;
  /** Called as bytes come in, with how many there were so far, and how many records workers made. */
  readonly progress: (bytes: number, records: number) => void;
  /** How a file is read by workers, where that pays. @default no file is */
  readonly workers?: {
    /** `null` for as many as the size of the file deserves. */
    readonly jobs: number | null;
    readonly read: (
      input: Input,
      jobs: number,
      extract: Extract,
      progress: (bytes: number, records: number) => void,
    ) => Promise<void>;
  };
}

const UNREAD = {
  records: 0,
  unreadable: 0,
  truncated: true,
  damaged: 0,
  encoding: 'unknown encoding',
  format: 'not read',
} as const;

function fileNotice(file: string, problem: string, done: string): InputNotice {
  return { file, row: null, column: null, problem, done };
}

/** Reads the inputs one after another; a file that cannot be read is said and does not stop the others. */
export async function readInputs(
  inputs: readonly Input[],
  { open, notice, progress, workers }: Reading,
): Promise<ReadInputs> {
  const read: RunInput[] = [];
  let complete = true;
  let before = 0;
  for (const input of inputs) {
    const extract = open(input.name);
    let bytes = 0;
    let digest = { bytes: 0, sha256: '' };
    let isUnread = false;
    const changed = watchInput(input.path);
    try {
      const jobs = workers === undefined ? 1 : jobsFor(input, workers.jobs);
      if (workers !== undefined && jobs > 1) {
        const start = before;
        const reading = workers.read(input, jobs, extract, (readSoFar, records) => {
          bytes = readSoFar;
          progress(start + readSoFar, records);
        });
        digest = await bothEnded(
          readInput(input, () => undefined),
          reading,
        );
      } else {
        digest = await readExtract(input, extract, (readSoFar) => {
          bytes = readSoFar;
          progress(before + readSoFar, 0);
        });
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
      complete = false;
      isUnread = bytes === 0;
      const done = isUnread ? 'nothing of it was checked' : 'what was read before was checked';
      notice(fileNotice(input.name, `the file cannot be read: ${systemReason(error)}`, done));
    }
    const change = changed();
    if (change !== null) {
      complete = false;
      notice(
        fileNotice(input.name, change, 'what was read of it was checked; run again once it is finished'),
      );
    }
    // What was never opened has nothing to end: it would be said to be empty as well.
    const { records, unreadable, truncated, damaged, encoding, format } = isUnread ? UNREAD : extract.end();
    if (damaged > 0) {
      const problem = `${damaged} characters are not ${encoding}; name the encoding with --encoding`;
      notice(fileNotice(input.name, problem, 'each was read as the replacement character'));
    }
    complete &&= unreadable === 0 && !truncated && damaged === 0;
    before += bytes;
    read.push({ name: input.name, ...digest, format, encoding, records, unreadable });
  }
  return { inputs: read, complete };
}
