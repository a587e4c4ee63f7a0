import type * as DuckDb from '@duckdb/node-api';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CliError, EXIT } from '../../exit.js';

/** The version that the tests run. */
const TRIED = '@duckdb/node-api@1.5.6-r.1';

export type Driver = typeof DuckDb;

/** DuckDB, which is no part of this program, or why it cannot be used. */
export type FoundDriver =
  | { readonly driver: Driver; readonly version: string }
  | { readonly driver: null; readonly isThere: boolean };

/** Looks for DuckDB beside this program; nowhere else, because it is code that would run. */
export async function findDriver(): Promise<FoundDriver> {
  try {
    const driver = await import('@duckdb/node-api');
    return { driver, version: driver.version() };
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const isAbsent = code.endsWith('MODULE_NOT_FOUND') && message.includes('@duckdb/node-api');
    return { driver: null, isThere: !isAbsent };
  }
}

/** DuckDB; where it is not here, an error that says how to get it. */
export async function requireDriver(): Promise<Driver> {
  const found = await findDriver();
  if (found.driver !== null) return found.driver;
  const here = path.dirname(fileURLToPath(import.meta.url));
  throw new CliError(
    EXIT.usage,
    found.isThere
      ? `DuckDB is installed, but its part for this system (${process.platform} ${process.arch}) is missing or does not run here. Install it on this very machine, or on one of the same system: npm install ${TRIED}`
      : [
          '--engine duckdb needs DuckDB, which is no part of markercheck and is not installed here.',
          `With a network: npm install ${TRIED}, in the same way and place as markercheck.`,
          `Without: run that in an empty folder of a machine of the same system (${process.platform} ${process.arch}), and copy the folder node_modules that it makes to ${here}`,
        ].join('\n'),
  );
}
