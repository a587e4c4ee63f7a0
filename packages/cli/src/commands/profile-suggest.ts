import {
  compilePack,
  type Encoding,
  type HeadSuggestion,
  loadPack,
  suggestFromHead,
  suggestFromTable,
} from '@markercheck/core';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { CommandModule } from 'yargs';
import { CliError, EXIT, type ExitCode } from '../exit.js';
import { expandInputs, type Input, namedInputs, readInput } from '../io/input.js';
import { InputFault } from '../io/decompress-fault.js';
import { readTable, type TableSource } from '../io/duckdb/read-table.js';
import { STANDARD_INPUT } from '../io/standard-input.js';
import { writeFileWhole } from '../io/write-file.js';
import { type SuggestionContext, suggestionText } from '../messages/profile-suggestion.js';
import { engineText } from '../messages/profile-words.js';
import { systemReason } from '../messages/system-errors.js';
import { type EngineArguments, readEngine, SHARED, withEngine } from './options.js';

interface Arguments extends EngineArguments {
  readonly extract: string;
  readonly out?: string | undefined;
  readonly json: boolean;
  readonly encoding?: Encoding | undefined;
}

/** So much of an extract is some thousand records: more would tell nothing new. */
const HEAD = 4 * 1024 * 1024;

/** Ends the reading of an input whose head is read. */
class Enough extends Error {}

async function readHead(input: Input): Promise<{ readonly bytes: Uint8Array; readonly isWhole: boolean }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    await readInput(input, (chunk) => {
      chunks.push(Buffer.from(chunk));
      length += chunk.length;
      if (length > HEAD) throw new Enough();
    });
  } catch (error) {
    if (error instanceof Enough) return { bytes: Buffer.concat(chunks), isWhole: false };
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new CliError(EXIT.input, `${input.name} cannot be read: ${systemReason(error)}.`);
  }
  return { bytes: Buffer.concat(chunks), isWhole: true };
}

/** Rows beyond these tell nothing new. */
const HEAD_ROWS = 5000;

async function suggestForTable(input: Input, source: TableSource, name: string) {
  let table = { format: '', columns: [] as readonly string[] };
  const rows: (readonly string[])[] = [];
  let isWhole = true;
  try {
    await readTable(
      source,
      (format, columns) => {
        table = { format, columns };
        return (cells) => {
          if (rows.push(cells) > HEAD_ROWS) throw new Enough();
        };
      },
      () => undefined,
    );
  } catch (error) {
    if (error instanceof InputFault)
      throw new CliError(EXIT.input, `${input.name} cannot be read: ${error.message}.`);
    if (!(error instanceof Enough)) throw error;
    isWhole = false;
  }
  return { suggestion: suggestFromTable(table.columns, rows, { name, format: table.format }), isWhole };
}

async function suggestFor(input: Input, encoding: Encoding | undefined) {
  const name = path
    .basename(input.name)
    .replace(/(\.gz|\.zip)?$/i, '')
    .replace(/\.[^.]+$/, '');
  if (input.tables instanceof InputFault)
    throw new CliError(EXIT.input, `${input.name} cannot be read: ${input.tables.message}.`);
  if (input.tables !== undefined) return suggestForTable(input, input.tables, name);
  const { bytes, isWhole } = await readHead(input);
  const options = { name, isWhole, ...(encoding === undefined ? {} : { encoding }) };
  return { suggestion: suggestFromHead(input.name, bytes, options), isWhole };
}

/** The other files of an archive: `check` reads them as one extract with the first if they have its columns. */
async function compareColumns(
  { columns }: HeadSuggestion,
  others: readonly Input[],
  encoding: Encoding | undefined,
): Promise<SuggestionContext['others']> {
  const names = (of: HeadSuggestion['columns']) => new Set(of.map(({ column }) => column));
  const first = names(columns);
  const compared: { readonly file: string; readonly isSame: boolean }[] = [];
  for (const input of others) {
    const own = names((await suggestFor(input, encoding)).suggestion.columns);
    compared.push({
      file: input.name,
      isSame: own.size === first.size && [...own].every((column) => first.has(column)),
    });
  }
  return compared;
}

/** Writes the proposal, and never over a profile whose questions somebody has answered. */
function writeProfile(out: string, profile: unknown): void {
  if (existsSync(out)) {
    throw new CliError(
      EXIT.usage,
      `${out} is there already. Name another file with --out, or remove it first.`,
    );
  }
  writeFileWhole(out, [`${JSON.stringify(profile, null, 2)}\n`]);
}

async function run(args: Arguments): Promise<ExitCode> {
  const { out, encoding } = args;
  const [input, ...others] = await expandInputs(namedInputs([args.extract]), readEngine(args));
  if (input === undefined) throw new CliError(EXIT.usage, 'Name an extract.');
  const { suggestion, isWhole } = await suggestFor(input, encoding);
  if (suggestion.columns.length === 0 || suggestion.rows === 0) {
    const [notice] = suggestion.notices;
    const why = notice === undefined ? 'it has no records' : notice.problem;
    throw new CliError(EXIT.input, `No profile can be proposed for ${input.name}: ${why}.`);
  }
  if (out !== undefined) writeProfile(out, suggestion.profile);
  if (args.json) {
    process.stdout.write(`${JSON.stringify(suggestion.profile, null, 2)}\n`);
    return EXIT.clean;
  }
  const missing = new Set(suggestion.missing);
  const all = compilePack(loadPack());
  const columns = [...all.surroundings.columns].filter((column) => !missing.has(column));
  const { rules } = compilePack(all.pack, { columns });
  const on = rules.filter(({ isOff }) => !isOff);
  process.stdout.write(
    suggestionText(suggestion, {
      others: await compareColumns(suggestion, others, encoding),
      extract: args.extract === STANDARD_INPUT ? '-' : args.extract,
      engineOptions: engineText(args),
      file: input.name,
      out,
      isWhole,
      rules: { assessed: on.filter(({ lacking }) => lacking.length === 0).length, on: on.length },
    }),
  );
  return EXIT.clean;
}

export const profileSuggestCommand = (done: (exit: ExitCode) => void): CommandModule<object, Arguments> => ({
  command: 'suggest <extract>',
  describe: 'read the head of an unknown extract and propose a profile, with its questions',
  builder: (yargs) =>
    withEngine(yargs)
      .positional('extract', {
        type: 'string',
        demandOption: true,
        describe: 'the extract; - is standard input',
      })
      .option('out', {
        type: 'string',
        describe: 'write the proposed profile to this file (JSON)',
        requiresArg: true,
      })
      .option('json', {
        type: 'boolean',
        default: false,
        describe: 'the proposed profile on standard output, and nothing else',
      })
      .option('encoding', SHARED.encoding)
      .example('$0 profile suggest extract.csv --out profile.json', 'propose a profile and write it'),
  handler: async (args) => done(await run(args)),
});
