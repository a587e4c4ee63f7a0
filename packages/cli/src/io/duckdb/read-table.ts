import type { DuckDBConnection, DuckDBDataChunk, DuckDBResult } from '@duckdb/node-api';
import type { TableFile, TableRows } from '@markercheck/core';
import { count } from '../../messages/wrap.js';
import { InputFault } from '../decompress-fault.js';
import { type TableName, tableText } from './find-table.js';
import type { FolderColumn } from './parquet-folder.js';
import { tableFault } from './faults.js';
import { openTables, pathPattern } from './open.js';
import { quotedName, quotedText, type TextColumn, textColumns } from './text-columns.js';

/** What DuckDB reads of a file: a Parquet file, or a table of a database. */
export interface TableSource {
  readonly kind: TableFile;
  readonly file: string;
  /** Of a database. */
  readonly table: TableName | null;
  /** Columns that the file does not hold, the same on every row. */
  readonly folderColumns: readonly FolderColumn[];
}

/** Who takes the rows: told first what they come from and which columns they have. */
export type OpenRows = (format: string, columns: readonly string[]) => TableRows;

function relationOf({ file, table }: TableSource): string {
  return table === null
    ? `read_parquet(${quotedText(pathPattern(file))}, hive_partitioning = false)`
    : `${quotedName(table.schema)}.${quotedName(table.name)}`;
}

/** How many rows there are: for a Parquet file and a table, what they say of themselves. */
async function countRows(connection: DuckDBConnection, relation: string): Promise<number> {
  const [row] = (await connection.runAndReadAll(`SELECT count(*) FROM ${relation}`)).getRows();
  return Number(row?.[0] ?? 0);
}

/** The chunks of a result; the next is fetched while one is worked on. */
async function* chunksOf(result: DuckDBResult): AsyncGenerator<DuckDBDataChunk> {
  const fetch = (): Promise<DuckDBDataChunk | null> => {
    const chunk = result.fetchChunk();
    // Heard when it is waited for.
    chunk.catch(() => undefined);
    return chunk;
  };
  let next = fetch();
  try {
    for (;;) {
      const chunk = await next;
      if (chunk === null || chunk.rowCount === 0) return;
      next = fetch();
      yield chunk;
    }
  } finally {
    await next.catch(() => undefined);
  }
}

/** What whoever takes the rows threw: not a fault of the file. */
class Thrown extends Error {}

/** The columns of a table as text, and behind them those that its folders name. */
async function columnsOf(connection: DuckDBConnection, source: TableSource): Promise<readonly TextColumn[]> {
  const head = await connection.prepare(`SELECT * FROM ${relationOf(source)}`);
  const names = Array.from({ length: head.columnCount }, (_, i) => head.columnName(i));
  const own = names.flatMap((name, i) => textColumns(name, head.columnType(i), quotedName(name)));
  const isOwn = (name: string) => names.some((other) => other.toLowerCase() === name.toLowerCase());
  return [
    ...own,
    ...source.folderColumns.flatMap(({ name, value }) =>
      isOwn(name) ? [] : [{ name, text: quotedText(value) }],
    ),
  ];
}

async function readRows(
  connection: DuckDBConnection,
  source: TableSource,
  open: OpenRows,
  progress: (share: number) => void,
): Promise<void> {
  const relation = relationOf(source);
  const columns = await columnsOf(connection, source);
  const total = await countRows(connection, relation);
  const format = source.table === null ? 'parquet' : `duckdb table ${tableText(source.table)}`;
  const take = ours(() =>
    open(
      format,
      columns.map(({ name }) => name),
    ),
  );
  // A row as one text, which costs two fifths of fetching it cell by cell.
  const cells = columns.map(({ text }) => `coalesce(${text}, '')`).join(', ');
  const result = await connection.stream(`SELECT CAST(json_array(${cells}) AS VARCHAR) FROM ${relation}`);
  let rows = 0;
  for await (const chunk of chunksOf(result)) {
    const texts = chunk.getColumnValues(0) as readonly string[];
    ours(() => {
      for (const text of texts) take(JSON.parse(text) as readonly string[]);
    });
    rows += texts.length;
    progress(rows / Math.max(rows, total));
  }
  // A stream that fails on the way ends like one that is at its end.
  if (rows < total) {
    throw new InputFault(
      `DuckDB ended after ${count(rows)} of ${count(total)} rows: what follows is damaged, or the view fails on it`,
    );
  }
}

function ours<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Thrown('', { cause: error });
  }
}

/** Reads a table row by row, in the order of the file, every cell as text. `progress` is told how much is read. */
export async function readTable(
  source: TableSource,
  open: OpenRows,
  progress: (share: number) => void,
): Promise<void> {
  const { connection, close } = await openTables(source.file, source.kind);
  try {
    await readRows(connection, source, open, progress);
  } catch (error) {
    if (error instanceof Thrown) throw error.cause;
    if (error instanceof InputFault) throw error;
    throw tableFault(error, source.kind);
  } finally {
    close();
  }
}
