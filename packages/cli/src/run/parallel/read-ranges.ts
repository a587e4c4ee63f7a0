import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Check, RangePlace, Extract } from '@markercheck/core';
import { joinRange, joinTally } from '@markercheck/core/internal';
import { openPool, type Pool } from './pool.js';
import type { WorkerSetup } from './messages.js';

/** A range is read whole by one worker; larger ones cost memory where there are many findings. */
const LARGEST_RANGE = 2 * 1024 * 1024;
const SMALLEST_RANGE = 128 * 1024;

/** So many ranges for each worker, so that none waits long for another at the end. */
const RANGES_EACH = 4;

/** By as much of a file it is found out how it is written. */
const HEAD = 256 * 1024;

/** A file of which it is not known by then where a record begins is none for workers. */
const LONGEST_HEAD = 16 * HEAD;

const PIECE = 1024 * 1024;

/** So many ranges may wait for the ones before them, for each worker. */
const AHEAD = 2;

/** After so many ranges in a row that no worker could read, the rest is not tried. */
const ENOUGH = 8;

/** What is read, by whom, and who is told of it. */
export interface RangesRequest {
  readonly path: string;
  readonly jobs: number;
  /** What workers are made with, beside the place from which they read. */
  readonly setup: Pick<WorkerSetup, 'options' | 'key' | 'waivers'>;
  readonly check: Check;
  readonly extract: Extract;
  readonly sink: Parameters<typeof joinRange>[3];
  /** Called as the file is read, with how many of its bytes were and how many records others made. */
  readonly progress: (bytes: number, records: number) => void;
}

/** Writes bytes of the file to the extract. */
function writeRange(file: number, extract: Extract, from: number, to: number): void {
  for (let at = from; at < to;) {
    const piece = Buffer.alloc(Math.min(PIECE, to - at));
    const read = readSync(file, piece, 0, piece.length, at);
    if (read === 0) return;
    extract.write(piece.subarray(0, read));
    at += read;
  }
}

/**
 * Reads a file in ranges by workers, and puts them together in the order of the file. A range that does
 * not begin where the one before it ends, or that only the slower reader can tell, is read here.
 */
async function join(
  file: number,
  size: number,
  head: number,
  place: RangePlace,
  request: RangesRequest,
  pool: Pool,
): Promise<void> {
  const { extract, sink, progress } = request;
  const first = head - place.open;
  const share = Math.ceil((size - first) / (pool.size * RANGES_EACH));
  const range = Math.min(LARGEST_RANGE, Math.max(SMALLEST_RANGE, share));
  const count = Math.ceil((size - first) / range);
  const startOf = (index: number) => Math.min(size, first + index * range);
  // What ends the record before the first one belongs to the block: of CSV a line end.
  const lead = 'boundary' in place ? place.boundary.length : 1;
  let { encoding } = place;
  let at = head;
  let records = 0;
  let asked = 0;
  let misses = 0;
  const asking = new Map<number, ReturnType<Pool['read']>>();
  const workerOf = (index: number) => index % pool.size;

  /** Where a range seems to begin, so that one that is read here ends there; else the next fits no better. */
  async function nextStart(index: number): Promise<number> {
    const answer = await asking.get(index);
    return answer === undefined
      ? startOf(index)
      : Math.min(size, startOf(index) - lead + answer.result.start);
  }

  for (let next = 0; next < count; next++) {
    const goal = misses < ENOUGH ? Math.min(count, next + pool.size * AHEAD) : asked;
    for (; asked < goal; asked++) {
      const task = { index: asked, from: startOf(asked) - lead, to: startOf(asked + 1), encoding };
      const answer = pool.read(workerOf(asked), task);
      // A worker's death is heard when its range is due.
      answer.catch(() => undefined);
      asking.set(asked, answer);
    }
    const answer = await asking.get(next);
    asking.delete(next);
    const from = startOf(next) - lead;
    const joined = answer === undefined ? null : joinRange({ extract, at }, from, answer.result, sink);
    if (answer !== undefined) pool.settle(workerOf(next), joined !== null);
    if (joined === null) {
      misses++;
      const to = Math.max(at, await nextStart(next + 1));
      writeRange(file, extract, at, to);
      at = to;
      encoding = extract.place?.()?.encoding ?? encoding;
    } else {
      misses = 0;
      at = joined;
      records += answer?.result.records ?? 0;
    }
    progress(at, records);
  }
  writeRange(file, extract, at, size);
}

/** Reads a file by workers; what cannot be read so is read here. Whoever asks ends the extract. */
export async function readRanges(request: RangesRequest): Promise<void> {
  const { path, jobs, setup, check, extract, progress } = request;
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    let head = Math.min(size, HEAD);
    writeRange(file, extract, 0, head);
    let place = extract.place?.() ?? null;
    while (place === null && head < Math.min(size, LONGEST_HEAD)) {
      writeRange(file, extract, head, head + HEAD);
      head += HEAD;
      place = extract.place?.() ?? null;
    }
    if (place === null) {
      for (let at = head; at < size; at += PIECE) {
        writeRange(file, extract, at, Math.min(size, at + PIECE));
        progress(at, 0);
      }
      return;
    }
    const pool = openPool(jobs, { path, place, ...setup });
    try {
      await join(file, size, head, place, request, pool);
      for (const tally of await pool.tallies()) joinTally(check, tally);
    } finally {
      await pool.close();
    }
  } finally {
    closeSync(file);
  }
}
