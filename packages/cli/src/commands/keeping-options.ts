import type { Argv } from 'yargs';

/** The options of `check` by which a run is kept. */
export function withKeepingOptions<T>(yargs: Argv<T>) {
  return yargs
    .option('history', {
      type: 'string',
      describe: 'a folder that keeps a small summary of each run, for alerts and for trend',
      requiresArg: true,
    })
    .option('log', {
      type: 'string',
      describe: 'a file to which each run adds a line, as evidence; needs --operator and --reason',
      requiresArg: true,
    })
    .option('operator', {
      type: 'string',
      describe: 'for the log: who runs it, as a role or an account, not a name',
      requiresArg: true,
    })
    .option('reason', { type: 'string', describe: 'for the log: why it is run', requiresArg: true });
}
