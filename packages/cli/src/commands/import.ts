import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { loadPack, readTable, type RunSummary } from '@markercheck/core';
import { readSqlSummary } from '@markercheck/core/sql';
import type { CommandModule } from 'yargs';
import { CliError, EXIT, type ExitCode } from '../exit.js';
import { systemReason } from '../messages/system-errors.js';
import { counted, wrap } from '../messages/wrap.js';
import { naming } from '../io/naming.js';
import { isOurs, writeFileWhole } from '../io/write-file.js';

interface Arguments {
  readonly result: string;
  readonly summary: string;
  readonly quiet: boolean;
}

/** How our own summary begins: only such a file is replaced. */
const START = '{\n  "schema": 1,\n  "tool": {\n    "name": "markercheck"';

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new CliError(EXIT.input, `${file} cannot be read: ${systemReason(error)}.`);
  }
}

function readResult(file: string): RunSummary {
  const bytes = readBytes(file);
  return naming(file, () =>
    readSqlSummary(readTable(file, bytes), loadPack(), {
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }),
  );
}

function run(args: Arguments): ExitCode {
  if (!isOurs(args.summary, START))
    throw new CliError(
      EXIT.usage,
      `--summary ${args.summary} is there and is not a summary of markercheck; it would be lost. Name another file.`,
    );
  const summary = readResult(args.result);
  writeFileWhole(args.summary, [`${JSON.stringify(summary, null, 2)}\n`]);
  const said =
    summary.notChecked === null
      ? `${counted(summary.records, 'record')}, as at ${summary.asAt}: ${args.summary} can be shared and compared.`
      : `NOT CHECKED: ${summary.notChecked}. ${args.summary} says so.`;
  if (summary.notChecked !== null) process.stderr.write(`${wrap(said, '')}\n`);
  else if (!args.quiet) process.stdout.write(`${wrap(said, '')}\n`);
  return summary.notChecked === null ? EXIT.clean : EXIT.input;
}

export const importCommand = (done: (exit: ExitCode) => void): CommandModule<object, Arguments> => ({
  command: 'import <result>',
  describe: 'what a database counted (markercheck sql), as the summary of a run',
  builder: (yargs) =>
    yargs
      .positional('result', {
        type: 'string',
        demandOption: true,
        describe: 'the result of `markercheck sql --give summary`, as a CSV with its header',
      })
      .option('summary', {
        type: 'string',
        demandOption: true,
        describe: 'the file to write, such as summary.json: share and compare take it',
        requiresArg: true,
      })
      .option('quiet', { type: 'boolean', default: false, describe: 'no summary; errors stay' })
      .example('$0 import counts.csv --summary summary.json', 'then: markercheck share summary.json …'),
  handler: (args) => done(run(args)),
});
