import type { CommandModule } from 'yargs';
import { CliError, EXIT, type ExitCode } from '../exit.js';
import { isOurs, writeFileWhole } from '../io/write-file.js';
import { wrap } from '../messages/wrap.js';

interface Arguments {
  readonly out: string;
}

/** What the page begins with: only such a file is written over. */
const OURS = '<title>markercheck: check an extract</title>';

async function run({ out }: Arguments): Promise<ExitCode> {
  if (!isOurs(out, OURS)) {
    throw new CliError(
      EXIT.usage,
      `--out ${out} is there and is not this page; it would be lost. Name another file.`,
    );
  }
  const { default: page } = await import('@markercheck/page/markercheck.html');
  writeFileWhole(out, [page]);
  process.stdout.write(
    `${wrap(`Wrote ${out}. Open it in a browser, from a disk or a file share: it checks an extract there, without installing anything and without any connection.`)}\n`,
  );
  return EXIT.clean;
}

export const pageCommand = (done: (exit: ExitCode) => void): CommandModule<object, Arguments> => ({
  command: 'page',
  describe: 'write the page that checks an extract in a browser, for those who can install nothing',
  builder: (yargs) =>
    yargs
      .option('out', {
        type: 'string',
        default: 'markercheck.html',
        describe: 'the file to write (HTML)',
        requiresArg: true,
      })
      .example('$0 page --out markercheck.html', 'write the page, to put it on a file share'),
  handler: async (args) => done(await run(args)),
});
