import {
  EXTRACT_ENCODINGS,
  EXTRACT_FORMATS,
  EXTRACT_LAYOUTS,
  type ExtractLayout,
  generateExtract,
  loadPack,
} from '@markercheck/core';
import type { CommandModule } from 'yargs';
import { EXIT, type ExitCode } from '../exit.js';
import { refuseUsedFolder, writeNewFolder } from '../io/new-folder.js';
import { generatedText } from '../messages/generated.js';
import { type GenerateArguments, readGenerateOptions } from './generate-options.js';

const LAYOUTS = Object.keys(EXTRACT_LAYOUTS) as ExtractLayout[];

function run(args: GenerateArguments): ExitCode {
  const options = readGenerateOptions(args);
  refuseUsedFolder(args.out);
  const made = writeNewFolder(args.out, (write) => generateExtract(loadPack(), options, write));
  if (!args.quiet) process.stdout.write(generatedText(made, options, args.out));
  return EXIT.clean;
}

export const generateCommand = (
  done: (exit: ExitCode) => void,
): CommandModule<object, GenerateArguments> => ({
  command: 'generate',
  describe: 'write an invented extract with known faults, and what check must find in it',
  builder: (yargs) =>
    yargs
      .option('out', {
        type: 'string',
        default: 'markercheck-extract',
        describe: 'the folder to write; it must not be there, or be empty',
        requiresArg: true,
      })
      .option('month', {
        type: 'string',
        describe: 'the month in which the crimes are recorded, YYYY-MM',
        requiresArg: true,
      })
      .option('from', {
        type: 'string',
        describe: 'in place of --month: the first of several months, YYYY-MM',
        requiresArg: true,
      })
      .option('to', { type: 'string', describe: 'the last of several months, YYYY-MM', requiresArg: true })
      .option('rows', { type: 'number', default: 1000, describe: 'how many records', requiresArg: true })
      .option('seed', {
        type: 'number',
        default: 1,
        describe: 'the same seed and options give the same bytes, anywhere',
        requiresArg: true,
      })
      .option('force', {
        type: 'string',
        default: 'E23000037',
        describe: 'the force, by ONS code or name',
        requiresArg: true,
      })
      .option('faults', {
        type: 'number',
        default: 5,
        describe:
          'for every rule that is on: the percentage of the records that could have its fault and get it; a record gets one at most',
        requiresArg: true,
      })
      .option('fault', {
        type: 'string',
        array: true,
        default: [] as string[],
        describe: 'RULE=PCT: the percentage for one rule, also one that is off; may be repeated',
        requiresArg: true,
        nargs: 1,
      })
      .option('in-scope', {
        type: 'number',
        default: 5,
        describe: 'the percentage of records of the kinds of crime that the rules concern',
        requiresArg: true,
      })
      .option('layout', {
        choices: LAYOUTS,
        default: 'canonical' as const,
        describe: 'how the extract is laid out; all but canonical come with their profile',
        requiresArg: true,
      })
      .option('format', {
        choices: EXTRACT_FORMATS,
        default: 'csv' as const,
        describe: 'the format of the extract',
        requiresArg: true,
      })
      .option('encoding', {
        choices: EXTRACT_ENCODINGS,
        default: 'utf-8' as const,
        describe: 'the encoding of the extract',
        requiresArg: true,
      })
      .option('prefix', {
        type: 'string',
        default: 'MC',
        describe: 'what crime references begin with: letters, digits and hyphens',
        requiresArg: true,
      })
      .option('first-number', {
        type: 'number',
        default: 1,
        describe: 'the number of the first crime reference',
        requiresArg: true,
      })
      .option('quiet', { type: 'boolean', default: false, describe: 'no summary; errors stay' })
      .example('$0 generate --month 2026-10', 'a thousand records of October 2026')
      .example(
        '$0 generate --month 2026-10 --faults 0 --fault CSA-BYDEF-MISSING=30 --in-scope 50 --out training',
        'a training set with one kind of fault',
      )
      .example(
        '$0 generate --month 2026-10 --layout records-system --encoding windows-1252',
        "an extract with a system's own column names, and its profile",
      ),
  handler: (args) => done(run(args)),
});
