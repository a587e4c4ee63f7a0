import { FILE_KIND_HEAD, fileKind } from '@markercheck/core';
import { statSync } from 'node:fs';
import path from 'node:path';
import { CliError, EXIT } from '../exit.js';
import { InputFault } from './decompress-fault.js';
import { readAt } from './decompress-open.js';
import { findTable } from './duckdb/find-table.js';
import { requireDriver } from './duckdb/driver.js';
import { parquetFiles } from './duckdb/parquet-folder.js';
import type { TableSource } from './duckdb/read-table.js';
import type { Input } from './input.js';
import { STANDARD_INPUT } from './standard-input.js';

/** Which engine reads the extracts, and which table of a database. */
export interface EngineChoice {
  readonly engine: 'duckdb';
  readonly table?: readonly string[] | undefined;
}

/** What the engine is to read in a file; `null` where there is nothing to read, which is said when it is tried. */
async function sourceOf(
  input: Input,
  { table }: EngineChoice,
  folderColumns: TableSource['folderColumns'],
): Promise<TableSource | InputFault | null> {
  const { path: file } = input;
  if (file === STANDARD_INPUT) return new InputFault('--engine duckdb reads files, not standard input');
  const head = readAt(file, 0, FILE_KIND_HEAD);
  if (head.length === 0) return null;
  const kind = fileKind(head);
  switch (kind.kind === 'other' ? kind.tables : undefined) {
    case 'parquet':
      return { kind: 'parquet', file, table: null, folderColumns };
    case 'duckdb':
      return { kind: 'duckdb', file, table: await findTable(file, input.name, table), folderColumns };
    case undefined:
      return new InputFault(
        kind.kind === 'gzip' || kind.kind === 'zip'
          ? '--engine duckdb does not read what is packed; unpack it first'
          : 'it is neither a Parquet file nor a DuckDB database; leave out --engine to have it read as text',
      );
  }
}

type FileOfFolder = readonly [input: Input, columns: TableSource['folderColumns']];

/** A folder as the Parquet files in it; a file as itself. */
function filesOf(input: Input): readonly FileOfFolder[] {
  if (statSync(input.path, { throwIfNoEntry: false })?.isDirectory() !== true) return [[input, []]];
  const files = parquetFiles(input.path).map((file): FileOfFolder => {
    const at = path.join(input.path, file.path);
    return [{ path: at, name: `${input.name}/${file.path}`, size: statSync(at).size }, file.columns];
  });
  const none = { ...input, tables: new InputFault('the folder holds no Parquet file') };
  return files.length === 0 ? [[none, []]] : files;
}

async function withTable([input, folderColumns]: FileOfFolder, choice: EngineChoice): Promise<Input> {
  if (input.tables !== undefined) return input;
  try {
    const tables = await sourceOf(input, choice, folderColumns);
    return tables === null ? input : { ...input, tables };
  } catch (error) {
    if (error instanceof InputFault) return { ...input, tables: error };
    throw error;
  }
}

const isParquet = ({ tables }: Input): boolean =>
  tables !== undefined && 'kind' in tables && tables.kind === 'parquet';

/** The same inputs, each with what the engine reads in it; where it cannot be opened, with why. */
export async function withTables(inputs: readonly Input[], choice: EngineChoice): Promise<readonly Input[]> {
  await requireDriver();
  const found = await Promise.all(inputs.flatMap(filesOf).map((file) => withTable(file, choice)));
  if (choice.table !== undefined && found.every(isParquet)) {
    throw new CliError(EXIT.usage, '--table names a table of a DuckDB database, and no database was named.');
  }
  return found;
}
