import { openSync, readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { indexWaivers, parseDate, plainIdentity, pseudonyms } from '@markercheck/core';
import { createRangeCheck } from '@markercheck/core/internal';
import { sha256 } from './io/sha256.js';
import type { Answer, Request, WorkerSetup } from './run/parallel/messages.js';

/** A record that begins in a range may end so many bytes behind it; one that does not is read by the main thread. */
const BEHIND = 256 * 1024;

const { path, place, options, key, waivers } = workerData as WorkerSetup;
const file = openSync(path, 'r');
const check = createRangeCheck(
  {
    ...options,
    identity: key === null ? plainIdentity(sha256) : pseudonyms(key),
    ...(waivers === null ? {} : { waivers: indexWaivers(waivers, parseDate(options.asAt) ?? 0) }),
  },
  place,
);
let buffer = Buffer.alloc(0);

function readBlock(from: number, to: number): Uint8Array {
  const length = to + BEHIND - from;
  if (buffer.length < length) buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const read = readSync(file, buffer, filled, length - filled, from + filled);
    if (read === 0) break;
    filled += read;
  }
  return buffer.subarray(0, filled);
}

function answer(of: Answer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(of);
}

parentPort?.on('message', (request: Request) => {
  switch (request.ask) {
    case 'read': {
      const { index, from, to, encoding } = request;
      answer({ say: 'range', index, result: check.read(readBlock(from, to), to - from, encoding) });
      break;
    }
    case 'settle':
      check.settle(request.counts);
      break;
    case 'tally':
      answer({ say: 'tally', tally: check.tally() });
      break;
    default:
      request satisfies never;
  }
});
