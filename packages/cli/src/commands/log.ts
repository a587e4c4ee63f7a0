import { breakOfLog } from '@markercheck/core';
import type { CommandModule } from 'yargs';
import { CliError, EXIT, type ExitCode } from '../exit.js';
import { verifyRunLog } from '../io/run-log.js';
import { systemReason } from '../messages/system-errors.js';
import { terminalSafe } from '../messages/terminal-text.js';
import { counted, wrap } from '../messages/wrap.js';

const MOST_SHOWN = 20;

interface VerifyArguments {
  readonly file?: string | undefined;
  readonly expect?: string | undefined;
}

async function verify({ file = '', expect }: VerifyArguments): Promise<ExitCode> {
  if (expect !== undefined && !/^[0-9a-f]{64}$/i.test(expect)) {
    throw new CliError(EXIT.usage, '--expect is the digest of a line: 64 characters from 0 to 9 and a to f.');
  }
  const report = await verifyRunLog(file, expect).catch((error: unknown) => {
    throw new CliError(EXIT.input, `The run log ${file} cannot be read: ${systemReason(error)}.`);
  });
  const { lines, breaks, last, from, to, hasExpected } = report;
  const say = (text: string) => process.stdout.write(`${wrap(terminalSafe(text), '  ')}\n`);
  if (lines === 0) throw new CliError(EXIT.input, `The run log ${file} is empty.`);
  if (breaks.length === 0 && hasExpected) {
    say(`WHOLE: ${counted(lines, 'run')}, ${from === to ? `on ${from}` : `from ${from} to ${to}`}.`);
  } else {
    say(`BROKEN: ${counted(lines, 'line')}.`);
    for (const { line, kind } of breaks.slice(0, MOST_SHOWN)) say(`  ${breakOfLog(line, kind)}`);
    if (breaks.length > MOST_SHOWN) say(`  ${counted(breaks.length - MOST_SHOWN, 'more break')}.`);
    if (!hasExpected)
      say('  No line has the digest that was expected: lines are gone, or the log was written anew.');
  }
  say(`The digest of the last line is ${last ?? 'not to be had'}.`);
  if (expect === undefined) {
    say(
      'Lines that were taken off the end do not show: keep this digest elsewhere, and give it as --expect the next time.',
    );
  }
  return breaks.length === 0 && hasExpected ? EXIT.clean : EXIT.findings;
}

const verifyCommand = (done: (exit: ExitCode) => void): CommandModule<object, VerifyArguments> => ({
  command: 'verify <file>',
  describe: 'is the run log whole, and where is it not',
  builder: (yargs) =>
    yargs
      .positional('file', { type: 'string', describe: 'the file that --log of check names' })
      .option('expect', {
        type: 'string',
        describe: 'a digest that an earlier verification gave: it must still be in the log',
        requiresArg: true,
      })
      .example('$0 log verify runs.log', 'exit code 0 if it is whole, 1 if it is not'),
  handler: async (args) => done(await verify(args)),
});

export const logCommand = (done: (exit: ExitCode) => void): CommandModule => ({
  command: 'log',
  describe: 'the log of runs, as evidence',
  builder: (yargs) =>
    yargs
      .command(verifyCommand(done))
      .example('$0 log verify runs.log', 'whether any line was changed or removed')
      .demandCommand(1, 'Name what to do with the log: verify'),
  handler: () => undefined,
});
