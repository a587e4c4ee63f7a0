#!/usr/bin/env node
import { isMainThread } from 'node:worker_threads';
import { hideBin } from 'yargs/helpers';
import { CliError, EXIT, type ExitCode, UsageFault } from './exit.js';
import { STANDARD_INPUT } from './io/standard-input.js';
import { systemReason } from './messages/system-errors.js';
import { terminalSafe } from './messages/terminal-text.js';
import { wrap } from './messages/wrap.js';
import { helpOf, program } from './program.js';

/** Every fault in words and with its exit code: nobody who runs this at night can read a stack trace. */
async function faultOf(error: unknown, args: readonly string[]): Promise<CliError> {
  if (error instanceof CliError) return error;
  if (error instanceof UsageFault) {
    const { usageFault } = await import('./usage.js');
    const words = args.slice(0, 2).filter((word) => !word.startsWith('-'));
    return usageFault(error.message, await helpOf(words));
  }
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
  const words = hideBin(process.argv).map((argument) => (argument === '-' ? STANDARD_INPUT : argument));
  // `markercheck help check`, as other programs have it.
  const args = words[0] === 'help' && words.length > 1 ? [...words.slice(1), '--help'] : words;
  try {
    const parser = await program(args, done);
    await parser.parseAsync();
  } catch (error) {
    const fault = await faultOf(error, args);
    say(fault);
    return fault.exit;
  }
  return exit;
}

// No `await` here: the build as one file is CommonJS, which has none at the top.
void (async () => {
  // Where everything is one file, it is the program of the workers as well.
  if (isMainThread) process.exitCode = await main();
  else await import('./worker.js');
})();
