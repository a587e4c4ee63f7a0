import { availableParallelism } from 'node:os';
import { kindOfFile } from '../../io/decompress-open.js';
import type { Input } from '../../io/input.js';
import { STANDARD_INPUT } from '../../io/standard-input.js';
import { workerProgram } from '../../single-file.js';
import type { CheckRequest } from '../check-extracts.js';

/** The program that workers run. */
export const WORKER = workerProgram();

/** Below this size, starting workers costs more than they save. */
const LARGE = 256 * 1024 * 1024;

/** Each worker needs some 100 MB. */
export const MOST_JOBS = 32;

/** Beyond these, one thread cannot write what they find. */
const USUAL_JOBS = 8;

/** How many workers read a file: as many as are wanted, else by its size; 1 for none. */
export function jobsFor(input: Input, wanted: number | null): number {
  const isBytes = input.path !== STANDARD_INPUT && input.member === undefined && input.tables === undefined;
  if (wanted === 1 || !isBytes || kindOfFile(input.path) !== 'plain') return 1;
  if (wanted !== null) return wanted;
  return input.size < LARGE ? 1 : Math.min(USUAL_JOBS, availableParallelism());
}

/**
 * Whether the records of a file can be judged apart from each other. They cannot where rows are merged,
 * where a second file is looked up, where a key has to be known everywhere, and beside a preview.
 */
export function canShare({ settings, preview, checkKeys }: CheckRequest): boolean {
  const { profile } = settings;
  if (preview !== null || checkKeys) return false;
  return profile?.rows === undefined && profile?.markers.layout !== 'file';
}
