import { MarkercheckError, readProfile } from '@markercheck/core';
import type { Reply, Request, Verified } from '../protocol.js';
import { check } from './check.js';
import { look } from './look.js';
import { companionsOf } from './profile-tables.js';
import { FileFault } from './read-file.js';

/** Set by the build. */
declare const TOOL: { readonly name: string; readonly version: string };

/** The worker's own surroundings; the types of a page and of a worker cannot be had together. */
interface WorkerScope {
  readonly addEventListener: (type: 'message', hear: (event: { readonly data: Request }) => void) => void;
  readonly postMessage: (reply: Reply) => void;
}
const scope = globalThis as unknown as WorkerScope;

/** Progress is told so often at most, in milliseconds. */
const PAUSE = 200;

function verify(value: unknown): Verified {
  try {
    return { faults: [], companions: companionsOf(readProfile(value)) };
  } catch (error) {
    if (!(error instanceof MarkercheckError)) throw error;
    return { faults: error.faults.length > 0 ? error.faults : [error.message], companions: [] };
  }
}

async function answer(request: Request): Promise<Reply> {
  switch (request.kind) {
    case 'look':
      return { kind: 'looked', looked: await look(request.file) };
    case 'verify':
      return { kind: 'verified', verified: verify(request.profile) };
    case 'check': {
      let told = 0;
      const done = await check({
        request,
        tool: TOOL,
        tell: (progress) => {
          const now = performance.now();
          if (now - told < PAUSE) return;
          told = now;
          tell({ kind: 'progress', progress });
        },
      });
      return { kind: 'done', done };
    }
    default:
      return request satisfies never;
  }
}

/** Every fault in words: what is wrong with the input or the profile, else that it is a fault of ours. */
function wordsOf(error: unknown): string {
  if (error instanceof MarkercheckError || error instanceof FileFault) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  return `markercheck failed, and this is a fault of ours: ${message}. Please report it without any record.`;
}

function tell(reply: Reply): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- between a page and its worker there is none
  scope.postMessage(reply);
}

scope.addEventListener('message', ({ data }) => {
  answer(data).then(tell, (error: unknown) => tell({ kind: 'fault', message: wordsOf(error) }));
});
