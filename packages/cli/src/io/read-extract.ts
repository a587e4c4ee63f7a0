import type { Extract } from '@markercheck/core';
import { type Input, readInput, type ReadInput } from './input.js';
import { InputFault } from './decompress-fault.js';
import { readTable } from './duckdb/read-table.js';

/** What the first gives, once both have ended: the extract must not be written to behind its end. */
export async function bothEnded<T>(first: Promise<T>, second: Promise<unknown>): Promise<T> {
  await Promise.allSettled([first, second]);
  await second;
  return first;
}

/**
 * Reads an input into an extract: its bytes, or the rows that an engine reads in it. Gives its size and
 * digest, which are those of the file's bytes either way. `progress` is told how many of them are read.
 */
export async function readExtract(
  input: Input,
  extract: Extract,
  progress: (bytes: number) => void = () => undefined,
): Promise<ReadInput> {
  const { tables } = input;
  if (tables instanceof InputFault) throw tables;
  if (tables !== undefined) {
    return bothEnded(
      readInput(input, () => undefined),
      readTable(tables, extract.table, (share) => progress(Math.ceil(share * input.size))),
    );
  }
  let bytes = 0;
  return readInput(input, (chunk) => {
    extract.write(chunk);
    bytes += chunk.length;
    progress(bytes);
  });
}
