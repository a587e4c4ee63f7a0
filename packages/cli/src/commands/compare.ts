import {
  type CompareOptions,
  compareForces,
  compareOverTime,
  comparisonCsv,
  comparisonJson,
  type Exchange,
  loadPack,
  overTimeCsv,
  renderComparison,
  renderOverTime,
} from '@markercheck/core';
import type { CommandModule } from 'yargs';
import { CliError, EXIT, type ExitCode } from '../exit.js';
import { comparisonSummary, overTimeSummary } from '../messages/comparison.js';
import { TOOL } from '../version.js';
import { readFile } from './compare-files.js';
import { type ComparisonFiles, writeComparison } from './compare-folder.js';
import { checkRebases, readBaselines, readExpected, readRebases } from './compare-options.js';

interface Arguments {
  readonly file?: string[] | undefined;
  readonly out: string;
  readonly 'allow-differences': boolean;
  readonly 'include-unsettled': boolean;
  readonly threshold: number;
  readonly marking?: string | undefined;
  readonly baseline: readonly string[];
  readonly rebase: readonly string[];
  readonly expect: readonly string[];
  readonly quiet: boolean;
}

/** What is written, and what is said of it. */
interface Compared {
  readonly files: ComparisonFiles;
  readonly summary: string;
}

function overTime(files: readonly Exchange[], options: CompareOptions, args: Arguments): Compared {
  const idle = (['baseline', 'rebase', 'expect'] as const).find((name) => args[name].length > 0);
  if (idle !== undefined)
    throw new CliError(
      EXIT.usage,
      `--${idle} is for several forces; these files are of one force over time.`,
    );
  const [left, right, ...more] = files;
  if (left === undefined || right === undefined || more.length > 0)
    throw new CliError(
      EXIT.usage,
      `One force over time needs two files of it; there ${files.length === 1 ? 'is 1' : `are ${files.length}`}.`,
    );
  const result = compareOverTime(left, right, options);
  const input = { overTime: result, pack: loadPack(), tool: TOOL };
  return {
    files: {
      'comparison.html': renderOverTime(input),
      'comparison.csv': overTimeCsv(result),
      // Written last, because it is what makes the folder a comparison.
      'comparison.json': [comparisonJson(result)],
    },
    summary: overTimeSummary(result, args.out),
  };
}

function sideBySide(files: readonly Exchange[], options: CompareOptions, args: Arguments): Compared {
  const result = compareForces(files, options);
  const input = { comparison: result, pack: loadPack(), tool: TOOL };
  return {
    files: {
      'comparison.html': renderComparison(input),
      'comparison.csv': comparisonCsv(result),
      'comparison.json': [comparisonJson(result)],
    },
    summary: comparisonSummary(result, args.out),
  };
}

function run(args: Arguments): ExitCode {
  const files = (args.file ?? []).map((file) => readFile(file, args));
  const measures = [...new Set(files.flatMap((file) => Object.keys(file.measures)))];
  const options: CompareOptions = {
    withUnsettled: args['include-unsettled'],
    allowDifferences: args['allow-differences'],
    baselines: readBaselines(args.baseline, measures),
    rebase: readRebases(args.rebase),
    expected: readExpected(args.expect),
  };
  checkRebases(options.rebase ?? {}, files);
  const isOneForce = new Set(files.map(({ force }) => force.code)).size === 1;
  const { files: written, summary } = (isOneForce ? overTime : sideBySide)(files, options, args);
  writeComparison(args.out, written);
  if (!args.quiet) process.stdout.write(summary);
  return EXIT.clean;
}

export const compareCommand = (done: (exit: ExitCode) => void): CommandModule<object, Arguments> => ({
  command: 'compare <file..>',
  describe: 'compare forces, or one force over time',
  builder: (yargs) =>
    yargs
      .positional('file', {
        type: 'string',
        array: true,
        describe: 'exchange files, or the folders of runs of your own; two of one force compare it over time',
      })
      .option('out', {
        type: 'string',
        default: 'markercheck-comparison',
        describe: 'the folder to write; an earlier comparison in it is replaced',
        requiresArg: true,
      })
      .option('allow-differences', {
        type: 'boolean',
        default: false,
        describe: 'compare files that are not alike, and label every figure that is touched',
      })
      .option('include-unsettled', {
        type: 'boolean',
        default: false,
        describe: 'also records made under 28 days before the run, and those without a date',
      })
      .option('threshold', {
        type: 'number',
        default: 5,
        describe: 'counts from 1 to one below this are suppressed; 3 or more',
        requiresArg: true,
      })
      .option('marking', {
        type: 'string',
        describe: 'the protective marking of runs of your own; exchange files have theirs',
        requiresArg: true,
      })
      .option('baseline', {
        type: 'string',
        array: true,
        default: [] as string[],
        describe:
          'MEASURE=PERCENT: what its funnel is drawn about, else the rate of all forces together; may be repeated',
        requiresArg: true,
        nargs: 1,
      })
      .option('rebase', {
        type: 'string',
        array: true,
        default: [] as string[],
        describe:
          'FORCE=YYYY-MM: a known change of system or rules, where limits over time begin anew; may be repeated',
        requiresArg: true,
        nargs: 1,
      })
      .option('expect', {
        type: 'string',
        array: true,
        default: [] as string[],
        describe:
          'a force, or a region such as "South West": a force without a file is said to have no data; may be repeated',
        requiresArg: true,
        nargs: 1,
      })
      .option('quiet', { type: 'boolean', default: false, describe: 'no summary; errors stay' })
      .example('$0 compare *.json --expect "South West"', 'the forces of the South West side by side')
      .example('$0 compare run-2025 run-2026', 'one force over time'),
  handler: (args) => done(run(args)),
});
