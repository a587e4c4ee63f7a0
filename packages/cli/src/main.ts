#!/usr/bin/env node
import yargs from 'yargs';
import { hideBin } from 'yargs/helpers';
import { commandsFor } from './commands/index.js';
import { CliError, EXIT, type ExitCode } from './exit.js';
import { STANDARD_INPUT } from './io/standard-input.js';
import { systemReason } from './messages/system-errors.js';
import { terminalSafe } from './messages/terminal-text.js';
import { WIDTH, wrap } from './messages/wrap.js';
import { TOOL } from './version.js';

/** Every fault in words and with its exit code: nobody who runs this at night can read a stack trace. */
async function faultOf(error: unknown): Promise<CliError> {
  if (error instanceof CliError) return error;
  const { MarkercheckError } = await import('@markercheck/core');
  if (error instanceof MarkercheckError) return new CliError(EXIT.usage, error.message);
  const { syscall } = error as NodeJS.ErrnoException;
  if (syscall !== undefined)
    return new CliError(EXIT.failure, `The run could not be written: ${systemReason(error)}.`);
  const message = error instanceof Error ? error.message : String(error);
  return new CliError(
    EXIT.failure,
    `markercheck failed, and this is a fault of ours: ${message}. Please report it without any record.`,
  );
}

function say(error: CliError): void {
  for (const line of error.message.split('\n')) process.stderr.write(`${wrap(terminalSafe(line), '    ')}\n`);
}

async function main(): Promise<ExitCode> {
  let exit: ExitCode = EXIT.clean;
  const done = (code: ExitCode): void => void (exit = code);
  try {
    const args = hideBin(process.argv).map((argument) => (argument === '-' ? STANDARD_INPUT : argument));
    await yargs(args)
      .scriptName('markercheck')
      .usage(
        '$0 <command>\n\nFinds the crime records whose child abuse or exploitation marker is missing or contradicted.',
      )
      .command([...(await commandsFor(args, done))])
      .demandCommand(1, 'Name a command; the main one is: markercheck check <extract>')
      .recommendCommands()
      .strict()
      .version(TOOL.version)
      .wrap(Math.min(WIDTH, process.stdout.columns || WIDTH))
      .epilogue('Exit codes: 0 checked, 1 findings, 2 usage, 3 input not read or not checked, 4 failure.')
      .fail((message: string | null, error: Error | undefined) => {
        // yargs hands its own faults over as errors too; they are the caller's to mend.
        if (error !== undefined && error.name !== 'YError') throw error;
        throw new CliError(EXIT.usage, `${message ?? error?.message ?? ''}\nSee: markercheck --help`);
      })
      .parseAsync();
  } catch (error) {
    const fault = await faultOf(error);
    say(fault);
    return fault.exit;
  }
  return exit;
}

process.exitCode = await main();
