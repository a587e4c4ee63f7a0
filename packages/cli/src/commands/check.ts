import { SEVERITIES } from '@markercheck/core';
import type { CommandModule } from 'yargs';
import { CliError, EXIT, type ExitCode } from '../exit.js';
import { namedInputs } from '../io/input.js';
import { openOutputFolder, type OutputFolder } from '../io/output-folder.js';
import { createProgress } from '../io/progress.js';
import { previewSummary } from '../messages/preview-summary.js';
import { checkSummary, noticeLine } from '../messages/check-summary.js';
import { wrap } from '../messages/wrap.js';
import { openPreview } from '../run/preview.js';
import { openEarlierRun } from '../run/baseline.js';
import { type CheckedExtracts, checkExtracts, type CheckRequest } from '../run/check-extracts.js';
import { loadWaivers } from '../run/waivers.js';
import { exitOf, ratesOver, readMaxRates } from '../run/gates.js';
import { DEFAULT_FORMATS, FORMATS, openOutputs } from '../run/outputs.js';
import { readSettings } from '../run/settings.js';
import { readFormats, readPercent } from './arguments.js';
import { withSettings } from './options.js';

const FAIL_ON = [...SEVERITIES, 'never'] as const;

interface Arguments {
  readonly extract?: string[] | undefined;
  readonly profile?: string | undefined;
  readonly 'markers-file'?: string | undefined;
  readonly policy?: string | undefined;
  readonly 'as-at'?: string | undefined;
  readonly pseudonyms?: string | undefined;
  readonly baseline?: string | undefined;
  readonly preview?: string | undefined;
  readonly waivers?: string | undefined;
  readonly 'new-only': boolean;
  readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | undefined;
  readonly out: string;
  readonly 'fail-on': (typeof FAIL_ON)[number];
  readonly 'max-rate': string[];
  readonly 'min-assessed': number;
  readonly format?: string | undefined;
  readonly quiet: boolean;
}

/** Runs and writes a check; whatever stops it on the way leaves no half-written folder. */
async function writeRun(
  folder: OutputFolder,
  args: Arguments,
  request: CheckRequest,
): Promise<CheckedExtracts> {
  const stop = (): void => {
    folder.discard();
    process.exit(EXIT.failure);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const total = request.inputs.reduce((sum, input) => sum + input.size, 0);
  const progress = createProgress(total, args.quiet);
  try {
    const outputs = openOutputs(folder, readFormats(args.format, FORMATS, DEFAULT_FORMATS));
    const checked = await checkExtracts(request, outputs, progress);
    outputs.finish(checked.summary, request.settings.pack);
    return checked;
  } catch (error) {
    folder.discard();
    throw error;
  } finally {
    progress.done();
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

async function run(args: Arguments): Promise<ExitCode> {
  const settings = readSettings({ ...args, asAt: args['as-at'], markersFile: args['markers-file'] });
  readFormats(args.format, FORMATS, DEFAULT_FORMATS);
  if (args['new-only'] && args.baseline === undefined) {
    throw new CliError(EXIT.usage, '--new-only needs --baseline: without an earlier run nothing is new.');
  }
  const gates = readMaxRates(args['max-rate'], new Set(settings.pack.rules.map((rule) => rule.id)));
  const request: CheckRequest = {
    inputs: namedInputs(args.extract ?? []),
    settings,
    minAssessed: readPercent(args['min-assessed'], '--min-assessed'),
    earlier: args.baseline === undefined ? null : openEarlierRun(args.baseline, settings.identity),
    waivers: args.waivers === undefined ? null : loadWaivers(args.waivers, settings.pack, settings.asAt),
    preview: args.preview === undefined ? null : openPreview(args.preview, settings),
  };
  const folder = openOutputFolder(args.out);
  const { summary, fresh, fileNotices, notices } = await writeRun(folder, args, request);
  for (const notice of fileNotices) process.stderr.write(`${noticeLine(notice)}\n`);
  folder.commit();
  if (!args.quiet) {
    process.stdout.write(checkSummary(summary, settings.pack, args.out, notices));
    if (request.preview !== null) process.stdout.write(previewSummary(request.preview, args.out));
  }
  const over = ratesOver(summary, gates);
  for (const words of over) process.stderr.write(`${wrap(words, '  ')}\n`);
  return exitOf(summary, args['new-only'] ? fresh : summary.findings, args['fail-on'], over.length > 0);
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
      .option('baseline', {
        type: 'string',
        describe:
          'the folder of an earlier run: findings are new or persisting, and what is resolved is listed',
        requiresArg: true,
      })
      .option('new-only', {
        type: 'boolean',
        default: false,
        describe: 'with --baseline: only new findings count for the exit code',
      })
      .option('waivers', {
        type: 'string',
        describe: 'reviewed decisions that findings are in order (a CSV)',
        requiresArg: true,
      })
      .option('preview', {
        type: 'string',
        describe:
          'a policy (file) or a pack (folder) that is not adopted yet: what it would change is said and listed',
        requiresArg: true,
      })
      .option('pseudonyms', {
        type: 'string',
        describe: 'a file with a secret key: outputs have keyed digests in place of crime references',
        requiresArg: true,
      })
      .option('fail-on', {
        choices: FAIL_ON,
        default: 'warning' as const,
        describe: 'the severity of a finding from which the exit code is 1',
        requiresArg: true,
      })
      .option('max-rate', {
        type: 'string',
        array: true,
        default: [] as string[],
        describe:
          'RULE=PCT: exit code 1 if more of the records that the rule judges are breached; may be repeated',
        requiresArg: true,
        nargs: 1,
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
        describe: `what to write, with commas between: ${FORMATS.join(', ')}; all but junit if not given`,
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
