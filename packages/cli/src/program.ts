import yargs, { type Argv } from 'yargs';
import { commandsFor } from './commands/index.js';
import { type ExitCode, UsageFault } from './exit.js';
import { WIDTH } from './messages/wrap.js';
import { TOOL } from './version.js';

/** The command line for these arguments. `done` is told how a command ended. */
export async function program(args: readonly string[], done: (exit: ExitCode) => void): Promise<Argv> {
  const parser = yargs([...args]);
  return (
    parser
      .scriptName('markercheck')
      .usage(
        '$0 <command>\n\nFinds the crime records whose child abuse or exploitation marker is missing or contradicted.',
      )
      .command([...(await commandsFor(args, done))])
      .example('$0 profile suggest extract.csv --out profile.json', 'which column is which')
      .example('$0 check extract.csv --profile profile.json', 'check, and write a run')
      .example('$0 rules show CSA-BYDEF-MISSING', 'why a rule is there, and what to do')
      .demandCommand(1, 'Name a command; the main one is: markercheck check <extract>')
      .recommendCommands()
      .strict()
      .version(TOOL.version)
      // Before anything reads a value: a list where one value is meant is a fault of the caller's, not of ours.
      .middleware(
        (argv) => givenOnce(argv, (parser as unknown as { getOptions(): Known }).getOptions()),
        true,
      )
      .alias('h', 'help')
      .wrap(Math.min(WIDTH, process.stdout.columns || WIDTH))
      .epilogue('Exit codes: 0 checked, 1 findings, 2 usage, 3 input not read or not checked, 4 failure.')
      .fail((message: string | null, error: Error | undefined) => {
        // yargs hands its own faults over as errors too; they are the caller's to mend.
        if (error !== undefined && error.name !== 'YError') throw error;
        throw new UsageFault(message ?? error?.message ?? '');
      })
  );
}

/** What yargs knows of the options by name, and its types do not say. */
interface Known {
  readonly key: Readonly<Record<string, unknown>>;
  readonly array: readonly string[];
}

/** Refuses an option that takes one value and came twice: which of the two is meant cannot be known. */
function givenOnce(given: Readonly<Record<string, unknown>>, { key, array }: Known): void {
  const single = Object.keys(key).filter((name) => !array.includes(name));
  const twice = single.find((name) => Array.isArray(given[name]));
  if (twice !== undefined) throw new UsageFault(`--${twice} is given more than once; give it once.`);
}

/** What `--help` says of the command that these words name. */
export async function helpOf(path: readonly string[]): Promise<string> {
  const args = [...path, '--help'];
  let said = '';
  const parser = await program(args, () => undefined);
  await parser.parseAsync(args, {}, (_error, _argv, output) => {
    said = output;
  });
  return said;
}
