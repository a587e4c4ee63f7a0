import { DIALECTS, type DialectName, SQL_RESULTS, type SqlResult, writeSql } from '@markercheck/core/sql';
import type { CommandModule } from 'yargs';
import { CliError, EXIT, type ExitCode } from '../exit.js';
import { readSettings } from '../run/settings.js';
import { TOOL } from '../version.js';
import { fieldNames } from './field-names.js';

interface Arguments {
  readonly dialect: DialectName;
  readonly table: string;
  readonly profile?: string | undefined;
  readonly columns?: string | undefined;
  readonly policy?: string | undefined;
  readonly 'as-at'?: string | undefined;
  readonly give?: SqlResult | undefined;
  readonly views?: string | undefined;
}

/** A name in parts with dots between; a part in double quotes may hold a dot, and two quotes for one. */
function tableName(text: string): readonly string[] {
  const parts = [...text.matchAll(/"((?:[^"]|"")+)"(?:\.|$)|([^".]+)(?:\.|$)/gy)];
  if (text === '' || text.endsWith('.') || parts.map(([whole]) => whole).join('') !== text)
    throw new CliError(
      EXIT.usage,
      `--table ${text} is not a name; write table, schema.table, or "a name with . in it".`,
    );
  return parts.map(([, quoted, bare]) => bare ?? (quoted ?? '').replaceAll('""', '"'));
}

function run(args: Arguments): ExitCode {
  const settings = readSettings({ profile: args.profile, policy: args.policy, asAt: args['as-at'] });
  const { pack, policy, asAt, profile } = settings;
  const columns = args.columns === undefined ? {} : { columns: fieldNames('--columns', args.columns) };
  process.stdout.write(
    writeSql({
      pack,
      policy,
      ...(profile === undefined ? columns : { profile, tables: { lookups: settings.profileFiles.lookups } }),
      dialect: args.dialect,
      table: tableName(args.table),
      asAt,
      result: args.give ?? 'summary',
      ...(args.views === undefined ? {} : { views: args.views }),
      run: { tool: TOOL, profile: settings.profileName, policyDigest: settings.policyDigest },
    }),
  );
  return EXIT.clean;
}

export const sqlCommand = (done: (exit: ExitCode) => void): CommandModule<object, Arguments> => ({
  command: 'sql',
  describe: 'the same rules as SQL, for a warehouse or Spark',
  builder: (yargs) =>
    yargs
      .option('dialect', {
        choices: DIALECTS,
        demandOption: true,
        describe: 'the engine that is to run it; tsql was never run, only read by a parser',
        requiresArg: true,
      })
      .option('table', {
        type: 'string',
        demandOption: true,
        describe: 'the table or view of records, such as crimes or warehouse.crimes',
        requiresArg: true,
      })
      .option('profile', {
        type: 'string',
        describe:
          'which column is which field (a JSON file); without it the columns have the canonical names',
        requiresArg: true,
      })
      .option('columns', {
        type: 'string',
        describe: 'the fields that the table has, with commas between; all if not given',
        requiresArg: true,
      })
      .option('policy', {
        type: 'string',
        describe: "the force's changes to the pack (a JSON file)",
        requiresArg: true,
      })
      .option('as-at', {
        type: 'string',
        describe: 'the day to judge by, YYYY-MM-DD; today if not given',
        requiresArg: true,
      })
      .option('give', {
        choices: SQL_RESULTS,
        describe: 'what the statement gives; summary if not given',
        requiresArg: true,
      })
      .option('views', {
        type: 'string',
        describe: 'a set of views whose names begin so, in place of one statement',
        requiresArg: true,
      })
      .conflicts('views', 'give')
      .conflicts('profile', 'columns')
      .example('$0 sql --dialect duckdb --table crimes', 'the counts of every rule, as one statement')
      .example('$0 sql --dialect spark --table crimes --views markercheck_', 'as views'),
  handler: (args) => done(run(args)),
});
