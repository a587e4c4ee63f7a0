import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Grades, readGrades, scoreSample, type Score } from '@markercheck/core';
import type { CommandModule } from 'yargs';
import { CliError, EXIT, type ExitCode } from '../exit.js';
import { readJsonFile } from '../io/json-file.js';
import { reviewFaultLine, scoreSummary } from '../messages/sample-summary.js';
import { naming } from '../io/naming.js';
import { systemReason } from '../messages/system-errors.js';
import { requireOwnScore, writeScore } from '../run/sample-outputs.js';
import { openManifest } from '../run/sample-source.js';
import { TOOL } from '../version.js';

interface Arguments {
  readonly manifest: string;
  readonly review?: string[] | undefined;
  readonly grades?: string | undefined;
  readonly out: string;
  readonly quiet: boolean;
}

/** A spreadsheet may save in Windows-1252; only reasons have letters beyond ASCII, and these are not used. */
function readReviewFile(file: string): { readonly name: string; readonly text: string } {
  try {
    return { name: path.basename(file), text: readFileSync(file, 'utf8') };
  } catch (error) {
    throw new CliError(EXIT.usage, `The review ${file} cannot be read: ${systemReason(error)}.`);
  }
}

function loadGrades(file: string): Grades {
  const value = readJsonFile(file, 'The grades');
  return naming(file, () => readGrades(value));
}

/** Lost lines, and a review without any answer, are input that was not read. */
function exitOf({ reviews }: Score): ExitCode {
  return reviews.malformed.length > 0 || reviews.unanswered === reviews.records ? EXIT.input : EXIT.clean;
}

function run(args: Arguments): ExitCode {
  const manifest = openManifest(args.manifest);
  const grades = args.grades === undefined ? {} : loadGrades(args.grades);
  const reviews = (args.review ?? []).map(readReviewFile);
  requireOwnScore(args.out);
  const score = scoreSample({ manifest, reviews, grades, tool: TOOL });
  for (const fault of score.reviews.malformed) process.stderr.write(`${reviewFaultLine(fault)}\n`);
  writeScore(args.out, score, manifest);
  if (!args.quiet) process.stdout.write(scoreSummary(score, args.out));
  return exitOf(score);
}

export const sampleScoreCommand = (done: (exit: ExitCode) => void): CommandModule<object, Arguments> => ({
  command: 'score <manifest> <review..>',
  describe: 'work out from the reviews how right the markers and the rules are',
  builder: (yargs) =>
    yargs
      .positional('manifest', {
        type: 'string',
        demandOption: true,
        describe: 'the manifest.json of the sample, or its folder',
      })
      .positional('review', {
        type: 'string',
        array: true,
        describe: 'the reviewers’ files as they came back',
      })
      .option('grades', {
        type: 'string',
        describe: 'what the force calls good (a JSON file); without it there are no grades',
        requiresArg: true,
      })
      .option('out', {
        type: 'string',
        default: 'markercheck-score',
        describe: 'the folder of the score; an earlier score in it is replaced',
        requiresArg: true,
      })
      .option('quiet', { type: 'boolean', default: false, describe: 'no summary; errors stay' })
      .example('$0 sample score markercheck-sample review-1.csv review-2.csv', 'the reviews of two people'),
  handler: (args) => done(run(args)),
});
