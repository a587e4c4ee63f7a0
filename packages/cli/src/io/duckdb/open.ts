import type { DuckDBConnection } from '@duckdb/node-api';
import type { TableFile } from '@markercheck/core';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { InputFault } from '../decompress-fault.js';
import { requireDriver } from './driver.js';
import { tableFault } from './faults.js';
import { quotedText } from './text-columns.js';

/**
 * Nothing is fetched, nothing is written beside, and rows keep their order: one thread reads them as they
 * lie. The access to files is last, because it closes the door on what stands behind it.
 */
const SETTINGS = {
  threads: '1',
  preserve_insertion_order: 'true',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  allow_community_extensions: 'false',
  temp_directory: '',
} as const;

/** A file's path as a pattern that means this file alone. */
export function pathPattern(file: string): string {
  return path.resolve(file).replaceAll(/[[*?]/g, '[$&]');
}

export interface OpenTables {
  readonly connection: DuckDBConnection;
  readonly close: () => void;
}

async function connect(file: string, kind: TableFile): Promise<OpenTables> {
  const { DuckDBInstance } = await requireDriver();
  const isDatabase = kind === 'duckdb';
  const instance = await DuckDBInstance.create(isDatabase ? path.resolve(file) : ':memory:', {
    ...SETTINGS,
    ...(isDatabase ? { access_mode: 'READ_ONLY' } : {}),
  });
  const connection = await instance.connect();
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    const paths = isDatabase ? [] : [path.resolve(file), pathPattern(file)];
    // A time of another zone is shown as UTC, whatever zone the machine is in.
    await connection.run("SET TimeZone = 'UTC'");
    await connection.run(`SET allowed_paths = [${paths.map(quotedText).join(', ')}]`);
    await connection.run('SET enable_external_access = false');
    await connection.run('SET lock_configuration = true');
  } catch (error) {
    close();
    throw error;
  }
  return { connection, close };
}

/** Opens a file with the right to read it and no other. */
export async function openTables(file: string, kind: TableFile): Promise<OpenTables> {
  if (kind === 'duckdb' && existsSync(`${file}.wal`)) {
    throw new InputFault(
      'a part of it is in the file .wal beside it, because a program has it open or did not close it; close it there, or run CHECKPOINT in DuckDB',
    );
  }
  try {
    return await connect(file, kind);
  } catch (error) {
    if (error instanceof Error && error.name === 'CliError') throw error;
    throw tableFault(error, kind);
  }
}
