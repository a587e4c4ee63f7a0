import { ENCODINGS } from '@markercheck/core';
import type { Argv } from 'yargs';
import { CliError, EXIT } from '../exit.js';
import type { EngineChoice } from '../io/tables.js';
import { tableName } from './table-name.js';

/** Options that several commands have, each with one text. */
export const SHARED = {
  profile: {
    type: 'string',
    describe: 'which column is which field (a JSON file); without it the header has the canonical names',
    requiresArg: true,
  },
  markersFile: {
    type: 'string',
    describe: 'the second file of markers, in place of the one that the profile names',
    requiresArg: true,
  },
  policy: {
    type: 'string',
    describe: "the force's changes to the pack (a JSON file)",
    requiresArg: true,
  },
  asAt: {
    type: 'string',
    describe: 'the day to judge by, YYYY-MM-DD; today if not given',
    requiresArg: true,
  },
  encoding: {
    choices: ENCODINGS,
    describe: 'how the bytes are to be read; detected if not given',
    requiresArg: true,
  },
  engine: {
    choices: ['duckdb'],
    describe: 'reads Parquet files and DuckDB databases, by DuckDB, which is installed apart',
    requiresArg: true,
  },
  table: {
    type: 'string',
    describe: 'with --engine: the table or view of the database, where it has several',
    requiresArg: true,
  },
} as const;

/** How extracts are read that are no text. */
export function withEngine<T>(yargs: Argv<T>) {
  return yargs.option('engine', SHARED.engine).option('table', SHARED.table);
}

/** The options of every command that reads extracts. */
export function withSettings<T>(yargs: Argv<T>) {
  return withEngine(
    yargs
      .option('profile', SHARED.profile)
      .option('markers-file', SHARED.markersFile)
      .option('policy', SHARED.policy)
      .option('as-at', SHARED.asAt)
      .option('encoding', SHARED.encoding),
  );
}

export interface EngineArguments {
  readonly engine?: 'duckdb' | undefined;
  readonly table?: string | undefined;
}

/** The engine that is to read the extracts; `null` for none. */
export function readEngine({ engine, table }: EngineArguments): EngineChoice | null {
  if (engine !== undefined) return { engine, table: table === undefined ? undefined : tableName(table) };
  if (table === undefined) return null;
  throw new CliError(EXIT.usage, '--table names a table of a database: it needs --engine duckdb.');
}
