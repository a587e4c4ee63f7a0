import type { CommandModule } from 'yargs';
import { CliError, EXIT, type ExitCode } from '../exit.js';
import { expandInputs, namedInputs } from '../io/input.js';
import { noticeLine } from '../messages/check-summary.js';
import { explanationJson } from '../messages/explanation-json.js';
import { explanationText, notFoundWords } from '../messages/explanation.js';
import { readSettings } from '../run/settings.js';
import { findRecords } from './explain-search.js';
import { type EngineArguments, readEngine, withSettings } from './options.js';
import { readRuleIds } from './rules-ids.js';

const FORMATS = ['text', 'json'] as const;

interface Arguments extends EngineArguments {
  readonly extract: string;
  readonly record: string;
  readonly rule?: string[] | undefined;
  readonly all: boolean;
  readonly 'show-values': boolean;
  readonly format: (typeof FORMATS)[number];
  readonly profile?: string | undefined;
  readonly 'markers-file'?: string | undefined;
  readonly policy?: string | undefined;
  readonly 'as-at'?: string | undefined;
  readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | undefined;
}

async function run(args: Arguments): Promise<ExitCode> {
  const settings = readSettings({ ...args, asAt: args['as-at'], markersFile: args['markers-file'] });
  const rules = readRuleIds(args.rule ?? [], settings.pack);
  const reference = args.record.trim();
  if (reference === '') throw new CliError(EXIT.usage, '--record is empty. Name a crime reference.');
  const [input] = namedInputs([args.extract]);
  if (input === undefined) throw new CliError(EXIT.usage, 'Name an extract.');

  const search = await findRecords(await expandInputs([input], readEngine(args)), settings, reference);
  for (const notice of search.fileNotices) process.stderr.write(`${noticeLine(notice)}\n`);
  if (search.found.length === 0) {
    throw new CliError(EXIT.input, notFoundWords(reference, input.name, search));
  }
  const subject = { reference, file: input.name, search, settings };
  const options = { rules, all: args.all, showValues: args['show-values'] };
  process.stdout.write(
    args.format === 'json' ? explanationJson(subject, options) : explanationText(subject, options),
  );
  return EXIT.clean;
}

export const explainCommand = (done: (exit: ExitCode) => void): CommandModule<object, Arguments> => ({
  command: 'explain <extract>',
  describe: "every rule's outcome on one record, clause by clause",
  builder: (yargs) =>
    withSettings(yargs)
      .positional('extract', {
        type: 'string',
        demandOption: true,
        describe: 'the extract that holds the record; - is standard input',
      })
      .option('record', {
        type: 'string',
        demandOption: true,
        describe: 'the crime reference, exactly as it stands in the extract',
        requiresArg: true,
      })
      .option('rule', {
        type: 'string',
        array: true,
        describe: 'only these rules, on or off',
        requiresArg: true,
      })
      .option('all', {
        type: 'boolean',
        default: false,
        describe: 'with the clauses of rules that do not concern the record, and of rules that are off',
      })
      .option('show-values', {
        type: 'boolean',
        default: false,
        describe: 'with the values of the record, which are personal data',
      })
      .option('format', {
        choices: FORMATS,
        default: 'text' as const,
        describe: 'text for people, or JSON with every rule',
        requiresArg: true,
      })
      .example('$0 explain extract.csv --record 23/4567/26', 'why this record has the findings that it has'),
  handler: async (args) => done(await run(args)),
});
