import type { Progress, Reply, Request } from '../protocol.js';
import { element } from './dom.js';

/** The worker that reads and checks, so that the page stays awake. */
export interface Client {
  readonly ask: (request: Request, progress?: (progress: Progress) => void) => Promise<Reply>;
  /** Ends whatever it does; the next question starts a new one. */
  readonly stop: () => void;
}

/** Its program stands in the page as text: a file share has no address that a worker may be loaded from. */
function startWorker(): Worker {
  const program = new Blob([element('worker', 'script').textContent], { type: 'text/javascript' });
  const url = URL.createObjectURL(program);
  return new Worker(url);
}

/** What ends a worker without a word. */
const NO_REASON = 'the browser ran out of memory, or was told not to run it';

export function createClient(): Client {
  let worker: Worker | null = null;
  return {
    ask: (request, progress = () => undefined) =>
      new Promise((resolve) => {
        worker ??= startWorker();
        const hearing = new AbortController();
        const { signal } = hearing;
        const answer = (reply: Reply): void => {
          hearing.abort();
          resolve(reply);
        };
        const hear = ({ data }: { readonly data: Reply }): void => {
          if (data.kind === 'progress') progress(data.progress);
          else answer(data);
        };
        const fail = ({ message }: { readonly message?: string }): void => {
          worker = null;
          answer({ kind: 'fault', message: `The check ended early: ${message ?? NO_REASON}.` });
        };
        worker.addEventListener('message', hear, { signal });
        worker.addEventListener('error', fail, { signal });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- between a page and its worker there is none
        worker.postMessage(request);
      }),
    stop: () => {
      worker?.terminate();
      worker = null;
    },
  };
}
