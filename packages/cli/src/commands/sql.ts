import { DIALECTS, type DialectName, SQL_RESULTS, type SqlResult, writeSql } from '@markercheck/core/sql';
import type { CommandModule } from 'yargs';
import { EXIT, type ExitCode } from '../exit.js';
import { readSettings } from '../run/settings.js';
import { TOOL } from '../version.js';
import { fieldNames } from './field-names.js';
import { SHARED } from './options.js';
import { tableName } from './table-name.js';

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
      .option('profile', SHARED.profile)
      .option('columns', {
        type: 'string',
        describe: 'the fields that the table has, with commas between; all if not given',
        requiresArg: true,
      })
      .option('policy', SHARED.policy)
      .option('as-at', SHARED.asAt)
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
