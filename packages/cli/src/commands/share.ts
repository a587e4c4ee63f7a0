import { existsSync, readFileSync } from 'node:fs';
import { type Exchange, isExchange, loadPack, shareRun, unlistedForceCodes } from '@markercheck/core';
import type { CommandModule } from 'yargs';
import { CliError, EXIT, type ExitCode } from '../exit.js';
import { writeFileWhole } from '../io/write-file.js';
import { shareSummary } from '../messages/comparison-share.js';
import { readSummaryOf } from './compare-files.js';

interface Arguments {
  readonly run: string;
  readonly out: string;
  readonly marking: string;
  readonly threshold: number;
  readonly force?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly quiet: boolean;
}

function isOurs(file: string): boolean {
  try {
    return isExchange(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return false;
  }
}

function refuseForeignFile(out: string): void {
  if (existsSync(out) && !isOurs(out))
    throw new CliError(
      EXIT.usage,
      `--out ${out} is there and is not an exchange file; it would be lost. Name another file.`,
    );
}

function periodOf({ from, to }: Arguments): { readonly from: string; readonly to: string } | undefined {
  if (from === undefined && to === undefined) return undefined;
  if (from === undefined || to === undefined)
    throw new CliError(EXIT.usage, '--from and --to go together: the first and the last month, YYYY-MM.');
  return { from, to };
}

function run(args: Arguments): ExitCode {
  refuseForeignFile(args.out);
  const period = periodOf(args);
  const summary = readSummaryOf(args.run);
  const exchange: Exchange = shareRun(summary, loadPack(), {
    marking: args.marking,
    threshold: args.threshold,
    ...(args.force === undefined ? {} : { force: args.force }),
    ...(period === undefined ? {} : { period }),
  });
  writeFileWhole(args.out, [`${JSON.stringify(exchange, null, 1)}\n`]);
  if (!args.quiet) process.stdout.write(shareSummary(exchange, args.out, unlistedForceCodes(summary.cells)));
  return EXIT.clean;
}

export const shareCommand = (done: (exit: ExitCode) => void): CommandModule<object, Arguments> => ({
  command: 'share <run>',
  describe: 'the file that forces exchange: counts without records, suppressed at their source',
  builder: (yargs) =>
    yargs
      .positional('run', { type: 'string', demandOption: true, describe: 'the folder of a run' })
      .option('out', {
        type: 'string',
        demandOption: true,
        describe: 'the file to write (JSON)',
        requiresArg: true,
      })
      .option('marking', {
        type: 'string',
        demandOption: true,
        describe: 'the protective marking of the file, such as OFFICIAL-SENSITIVE',
        requiresArg: true,
      })
      .option('threshold', {
        type: 'number',
        default: 5,
        describe: 'counts from 1 to one below this are suppressed; 3 or more',
        requiresArg: true,
      })
      .option('force', {
        type: 'string',
        describe: 'the force, by ONS code or name, where the records do not tell it or tell several',
        requiresArg: true,
      })
      .option('from', {
        type: 'string',
        describe: 'the first month of recording that counts, YYYY-MM',
        requiresArg: true,
      })
      .option('to', {
        type: 'string',
        describe: 'the last month of recording that counts, YYYY-MM',
        requiresArg: true,
      })
      .option('quiet', { type: 'boolean', default: false, describe: 'no summary; errors stay' })
      .example(
        '$0 share markercheck-run --out gloucestershire.json --marking OFFICIAL',
        'what Gloucestershire sends',
      ),
  handler: (args) => done(run(args)),
});
