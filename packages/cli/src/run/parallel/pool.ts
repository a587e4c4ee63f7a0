import { Worker } from 'node:worker_threads';
import { CliError, EXIT } from '../../exit.js';
import { WORKER } from './jobs.js';
import type { Answer, Request, Tally, WorkerSetup } from './messages.js';

type RangeAnswer = Extract<Answer, { say: 'range' }>;

/** Workers that read ranges of one file. What one of them dies of ends the run. */
export interface Pool {
  readonly size: number;
  readonly read: (
    worker: number,
    request: Omit<Extract<Request, { ask: 'read' }>, 'ask'>,
  ) => Promise<RangeAnswer>;
  readonly settle: (worker: number, counts: boolean) => void;
  /** What the ranges that count add up to, worker by worker. */
  readonly tallies: () => Promise<readonly Tally[]>;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

interface Member {
  readonly worker: Worker;
  /** Answers come in the order of the questions. */
  readonly waiting: Waiting[];
  /** What it died of. */
  readonly fault: () => CliError | null;
}

function died(reason: string): CliError {
  return new CliError(
    EXIT.failure,
    `A worker of the check ended before its time (${reason}). Nothing was written. Run again with --jobs 1.`,
  );
}

function openMember(setup: WorkerSetup): Member {
  const worker = new Worker(WORKER, { workerData: setup, resourceLimits: { maxYoungGenerationSizeMb: 24 } });
  const waiting: Waiting[] = [];
  let fault: CliError | null = null;
  const fail = (reason: string): void => {
    fault ??= died(reason);
    for (const of of waiting.splice(0)) of.reject(fault);
  };
  worker.on('message', (answer: Answer) => waiting.shift()?.resolve(answer));
  worker.on('error', (error) => fail(error instanceof Error ? error.message : String(error)));
  worker.on('exit', (code) => fail(`exit code ${code}`));
  return { worker, waiting, fault: () => fault };
}

function send(worker: Worker, request: Request): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  worker.postMessage(request);
}

function ask({ worker, waiting, fault }: Member, request: Request): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ofDeath = fault();
    if (ofDeath !== null) reject(ofDeath);
    waiting.push({ resolve, reject });
    send(worker, request);
  });
}

export function openPool(size: number, setup: WorkerSetup): Pool {
  const members = Array.from({ length: size }, () => openMember(setup));
  const member = (index: number): Member => {
    const of = members[index];
    if (of === undefined) throw new Error(`there is no worker ${index}`);
    return of;
  };
  return {
    size,
    read: async (index, request) => (await ask(member(index), { ask: 'read', ...request })) as RangeAnswer,
    settle: (index, counts) => send(member(index).worker, { ask: 'settle', counts }),
    tallies: async () => {
      const answers = await Promise.all(members.map((of) => ask(of, { ask: 'tally' })));
      return answers.flatMap((answer) => (answer.say === 'tally' ? [answer.tally] : []));
    },
    close: async () => {
      await Promise.all(members.map(({ worker }) => worker.terminate()));
    },
  };
}
