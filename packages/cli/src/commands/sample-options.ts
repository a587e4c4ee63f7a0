import {
  MARKERS,
  SAMPLE_ALLOCATIONS,
  SAMPLE_FRAMES,
  SAMPLE_STRATIFIERS,
  type SampleOptions,
} from '@markercheck/core';
import { randomInt } from 'node:crypto';
import type { Argv } from 'yargs';
import { CliError, EXIT } from '../exit.js';
import { readPercent } from './arguments.js';

export interface SampleArguments {
  readonly by: string;
  readonly frame: (typeof SAMPLE_FRAMES)[number];
  readonly margin?: number | undefined;
  readonly confidence: number;
  readonly size?: number | undefined;
  readonly allocation: (typeof SAMPLE_ALLOCATIONS)[number];
  readonly minimum: number;
  readonly 'expect-found': number;
  readonly 'expect-passed': number;
  readonly seed?: number | undefined;
  readonly markers: string;
  readonly rules?: string | undefined;
  readonly blind: boolean;
  readonly double: number;
}

/** The options that say how to draw. */
export function withSampleOptions<T>(yargs: Argv<T>) {
  return yargs
    .option('by', {
      type: 'string',
      default: 'found',
      describe: `what strata are made by, with commas between: ${SAMPLE_STRATIFIERS.join(', ')}; none for a simple random sample`,
      requiresArg: true,
    })
    .option('frame', {
      choices: SAMPLE_FRAMES,
      default: 'concerned' as const,
      describe: 'concerned: records that the rules are about; all: every record',
      requiresArg: true,
    })
    .option('margin', {
      type: 'number',
      describe:
        'the margin wanted for the whole frame, in percentage points; 5 if neither it nor --size is given',
      requiresArg: true,
    })
    .option('confidence', {
      type: 'number',
      default: 95,
      describe: 'the confidence of that margin and of all intervals, in percent',
      requiresArg: true,
    })
    .option('size', { type: 'number', describe: 'how many records, in place of --margin', requiresArg: true })
    .option('allocation', {
      choices: SAMPLE_ALLOCATIONS,
      default: 'optimum' as const,
      describe: 'how the strata share the size',
      requiresArg: true,
    })
    .option('minimum', {
      type: 'number',
      default: 10,
      describe: 'the fewest records of a stratum, as far as it has them',
      requiresArg: true,
    })
    .option('expect-found', {
      type: 'number',
      default: 80,
      describe: 'for optimum: the percentage of records with a finding whose marker is expected to be wrong',
      requiresArg: true,
    })
    .option('expect-passed', {
      type: 'number',
      default: 2,
      describe: 'for optimum: the same of records without a finding',
      requiresArg: true,
    })
    .option('seed', {
      type: 'number',
      describe: 'which draw: the same seed draws the same records; by lot, and printed, if not given',
      requiresArg: true,
    })
    .option('markers', {
      type: 'string',
      default: 'CSA,CSE',
      describe: `the markers that reviewers are asked about, with commas between: ${MARKERS.join(', ')}`,
      requiresArg: true,
    })
    .option('rules', {
      type: 'string',
      describe: 'rules to ask about on every record that they concern, with commas between',
      requiresArg: true,
    })
    .option('blind', {
      type: 'boolean',
      default: false,
      describe: 'keep from reviewers what the extract and the rules say',
    })
    .option('double', {
      type: 'number',
      default: 0,
      describe: 'the percentage of the sample that a second reviewer sees too',
      requiresArg: true,
    });
}

const HIGHEST_SEED = 2 ** 32;

function names<const N extends string>(text: string, allowed: readonly N[], option: string): readonly N[] {
  const found = text.split(',').map((name) => name.trim());
  const unknown = found.find((name) => !(allowed as readonly string[]).includes(name));
  if (unknown !== undefined) {
    throw new CliError(
      EXIT.usage,
      `${option}: there is no ${JSON.stringify(unknown)}; there are ${allowed.join(', ')}.`,
    );
  }
  return found as N[];
}

function innerPercent(value: number, option: string): number {
  if (!(value > 0 && value < 100)) {
    throw new CliError(EXIT.usage, `${option} is a percentage between 0 and 100, both excluded.`);
  }
  return value / 100;
}

function whole(value: number, least: number, option: string): number {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new CliError(EXIT.usage, `${option} is a whole number of at least ${least}.`);
  }
  return value;
}

function readSeed(seed: number | undefined): number {
  if (seed === undefined) return randomInt(HIGHEST_SEED);
  if (!Number.isInteger(seed) || seed < 0 || seed >= HIGHEST_SEED) {
    throw new CliError(EXIT.usage, `--seed is a whole number from 0 to ${HIGHEST_SEED - 1}.`);
  }
  return seed;
}

/** The options as the library has them. */
export function readSampleOptions(args: SampleArguments): SampleOptions {
  if (args.size !== undefined && args.margin !== undefined) {
    throw new CliError(EXIT.usage, 'Name --size or --margin, not both.');
  }
  return {
    seed: readSeed(args.seed),
    by: args.by.trim() === 'none' ? [] : names(args.by, SAMPLE_STRATIFIERS, '--by'),
    frame: args.frame,
    ...(args.size === undefined ? {} : { size: whole(args.size, 1, '--size') }),
    ...(args.margin === undefined ? {} : { margin: innerPercent(args.margin, '--margin') }),
    confidence: innerPercent(args.confidence, '--confidence'),
    allocation: args.allocation,
    minimum: whole(args.minimum, 2, '--minimum'),
    expectFound: innerPercent(args['expect-found'], '--expect-found'),
    expectPassed: innerPercent(args['expect-passed'], '--expect-passed'),
    markers: names(args.markers, MARKERS, '--markers'),
    ...(args.rules === undefined ? {} : { rules: args.rules.split(',').map((id) => id.trim()) }),
    blind: args.blind,
    double: readPercent(args.double, '--double'),
  };
}
