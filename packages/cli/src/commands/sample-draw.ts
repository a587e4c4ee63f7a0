import type { SampleManifest } from '@markercheck/core';
import type { CommandModule } from 'yargs';
import { EXIT, type ExitCode } from '../exit.js';
import { expandInputs, namedInputs } from '../io/input.js';
import { createProgress } from '../io/progress.js';
import { noticeLine } from '../messages/check-summary.js';
import { drawSummary } from '../messages/sample-summary.js';
import { drawFromRun } from '../run/sample-draw.js';
import { requireNoSample, writeSample } from '../run/sample-outputs.js';
import { openManifest, openSampledRun, requireSameSettings } from '../run/sample-source.js';
import { readSettings } from '../run/settings.js';
import { type EngineArguments, readEngine, withSettings } from './options.js';
import { readSampleOptions, type SampleArguments, withSampleOptions } from './sample-options.js';

interface Arguments extends SampleArguments, EngineArguments {
  readonly run: string;
  readonly extract?: string[] | undefined;
  readonly profile?: string | undefined;
  readonly policy?: string | undefined;
  readonly adoption?: string | undefined;
  readonly 'markers-file'?: string | undefined;
  readonly 'as-at'?: string | undefined;
  readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | undefined;
  readonly exclude?: string[] | undefined;
  readonly out: string;
  readonly quiet: boolean;
}

/** Samples that an excluded one left out and that were not named: their records could come again. */
function forgotten(exclude: readonly SampleManifest[]): readonly string[] {
  const named = new Set(exclude.map(({ sample }) => sample));
  return [...new Set(exclude.flatMap(({ excludes }) => excludes))].filter((sample) => !named.has(sample));
}

async function run(args: Arguments): Promise<ExitCode> {
  const options = readSampleOptions(args);
  const summary = openSampledRun(args.run);
  const settings = readSettings({
    ...args,
    asAt: args['as-at'] ?? summary.asAt,
    markersFile: args['markers-file'],
  });
  requireSameSettings(summary, settings, args.run);
  const exclude = (args.exclude ?? []).map(openManifest);
  requireNoSample(args.out);
  const inputs = await expandInputs(namedInputs(args.extract ?? []), readEngine(args));
  const progress = createProgress(
    inputs.reduce((sum, input) => sum + input.size, 0),
    args.quiet,
  );
  const { manifest, fileNotices } = await drawFromRun({
    folder: args.run,
    run: summary,
    inputs,
    settings,
    options: { ...options, exclude },
    progress: (bytes, records) => progress.update(bytes, records, 0),
  }).finally(() => progress.done());
  for (const notice of fileNotices) process.stderr.write(`${noticeLine(notice)}\n`);
  const files = writeSample(args.out, manifest);
  const said = drawSummary({
    manifest,
    out: args.out,
    files,
    isSeedByLot: args.seed === undefined,
    forgotten: forgotten(exclude),
    hasPseudonyms: summary.pseudonyms !== null,
  });
  if (!args.quiet) process.stdout.write(said);
  return EXIT.clean;
}

export const sampleDrawCommand = (done: (exit: ExitCode) => void): CommandModule<object, Arguments> => ({
  command: 'draw <run> <extract..>',
  describe: 'draw records of a run to be reviewed, found and passed',
  builder: (yargs) =>
    withSampleOptions(withSettings(yargs))
      .positional('run', { type: 'string', demandOption: true, describe: 'the folder that check wrote' })
      .positional('extract', {
        type: 'string',
        array: true,
        describe: 'the extracts that it was made from, in the same order',
      })
      .option('as-at', {
        type: 'string',
        describe: 'the day of the run; it need not be given',
        requiresArg: true,
      })
      .option('adoption', {
        type: 'string',
        describe: "the registrar's answers to the unconfirmed readings, if the run had them (a CSV)",
        requiresArg: true,
      })
      .option('exclude', {
        type: 'string',
        array: true,
        nargs: 1,
        describe:
          'the manifest of an earlier sample, whose records are not drawn again; may be given more than once',
        requiresArg: true,
      })
      .option('out', {
        type: 'string',
        default: 'markercheck-sample',
        describe: 'the folder of the sample; it must be empty or absent',
        requiresArg: true,
      })
      .option('quiet', {
        type: 'boolean',
        default: false,
        describe: 'no progress and no summary; errors stay',
      })
      .example('$0 sample draw markercheck-run extract.csv', 'draw as many as give a margin of 5 points')
      .example(
        '$0 sample draw markercheck-run extract.csv --by rule --minimum 30 --blind --double 20',
        'enough for each rule, blind, a fifth reviewed twice',
      ),
  handler: async (args) => done(await run(args)),
});
