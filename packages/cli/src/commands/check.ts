import { isAtLeast, type RunSummary, SEVERITIES, type Severity } from '@markercheck/core';
import type { CommandModule } from 'yargs';
import { EXIT, type ExitCode } from '../exit.js';
import { namedInputs } from '../io/input.js';
import { openOutputFolder } from '../io/output-folder.js';
import { createProgress } from '../io/progress.js';
import { checkSummary, noticeLine } from '../messages/check-summary.js';
import { checkExtracts } from '../run/check-extracts.js';
import { FORMATS, openOutputs } from '../run/outputs.js';
import { readSettings } from '../run/settings.js';
import { readFormats, readPercent } from './arguments.js';
import { withSettings } from './options.js';

const FAIL_ON = [...SEVERITIES, 'never'] as const;

/** 4 goes before 3, 3 before 1; cells that cannot be read never change the exit, lost rows or bytes do. */
function exitOf(summary: RunSummary, failOn: (typeof FAIL_ON)[number]): ExitCode {
  if (!summary.complete || summary.notChecked !== null) return EXIT.input;
  if (failOn === 'never') return EXIT.clean;
  const severities = Object.entries(summary.findings) as [Severity, number][];
  const fails = severities.some(([severity, found]) => found > 0 && isAtLeast(severity, failOn));
  return fails ? EXIT.findings : EXIT.clean;
}

interface Arguments {
  readonly extract?: string[] | undefined;
  readonly profile?: string | undefined;
  readonly policy?: string | undefined;
  readonly 'as-at'?: string | undefined;
  readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | undefined;
  readonly out: string;
  readonly 'fail-on': (typeof FAIL_ON)[number];
  readonly 'min-assessed': number;
  readonly format?: string | undefined;
  readonly quiet: boolean;
}

async function run(args: Arguments): Promise<ExitCode> {
  const settings = readSettings({ ...args, asAt: args['as-at'] });
  const minAssessed = readPercent(args['min-assessed'], '--min-assessed');
  const formats = readFormats(args.format, FORMATS);
  const inputs = namedInputs(args.extract ?? []);
  const folder = openOutputFolder(args.out);
  const stop = (): void => {
    folder.discard();
    process.exit(EXIT.failure);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const progress = createProgress(
    inputs.reduce((sum, input) => sum + input.size, 0),
    args.quiet,
  );
  try {
    const outputs = openOutputs(folder, formats);
    const { summary, fileNotices, notices } = await checkExtracts(
      inputs,
      settings,
      minAssessed,
      outputs,
      progress,
    );
    outputs.finish(summary, settings.pack);
    progress.done();
    for (const notice of fileNotices) process.stderr.write(`${noticeLine(notice)}\n`);
    folder.commit();
    if (!args.quiet) process.stdout.write(checkSummary(summary, settings.pack, args.out, notices));
    return exitOf(summary, args['fail-on']);
  } catch (error) {
    progress.done();
    folder.discard();
    throw error;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

export const checkCommand = (done: (exit: ExitCode) => void): CommandModule<object, Arguments> => ({
  command: 'check <extract..>',
  describe: 'check extracts, and write a run',
  builder: (yargs) =>
    withSettings(yargs)
      .positional('extract', {
        type: 'string',
        array: true,
        describe: 'extracts of one shape; - is standard input',
      })
      .option('out', {
        type: 'string',
        default: 'markercheck-run',
        describe: 'the folder of the run; an earlier run in it is replaced',
        requiresArg: true,
      })
      .option('fail-on', {
        choices: FAIL_ON,
        default: 'warning' as const,
        describe: 'the severity of a finding from which the exit code is 1',
        requiresArg: true,
      })
      .option('min-assessed', {
        type: 'number',
        default: 95,
        describe:
          'the percentage of records with a readable, known offence code below which the run is not a check (exit code 3)',
        requiresArg: true,
      })
      .option('format', {
        type: 'string',
        describe: `what to write, with commas between: ${FORMATS.join(', ')}; all if not given`,
        requiresArg: true,
      })
      .option('quiet', {
        type: 'boolean',
        default: false,
        describe: 'no progress and no summary; errors stay',
      })
      .example('$0 check extract.csv', 'check an extract with canonical column names')
      .example('$0 check extract.csv --profile niche.json --out run', 'check an extract by a profile'),
  handler: async (args) => done(await run(args)),
});
