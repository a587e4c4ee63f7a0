import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const name = (text: string): string => `"${text.replaceAll('"', '""')}"`;
export const text = (of: string): string => `'${of.replaceAll("'", "''")}'`;

/** Runs statements in a DuckDB of its own, or in the database of a file, which is closed behind them. */
export async function duckDb(statements: readonly string[], database = ':memory:'): Promise<void> {
  const instance = await DuckDBInstance.create(database);
  const connection = await instance.connect();
  try {
    for (const statement of statements) await connection.run(statement);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** A statement that makes a table of texts. */
export async function loadTexts(
  database: string,
  table: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<void> {
  const instance = await DuckDBInstance.create(database);
  const connection = await instance.connect();
  try {
    await connection.run(
      `CREATE TABLE ${name(table)} (${header.map((column) => `${name(column)} VARCHAR`).join(', ')})`,
    );
    const appender = await connection.createAppender(table);
    for (const row of rows) {
      for (const cell of row) {
        // A hole is a hole however it is kept.
        if (cell === '') appender.appendNull();
        else appender.appendVarchar(cell);
      }
      appender.endRow();
    }
    appender.closeSync();
    const parquet = path.join(path.dirname(database), `${table}.parquet`);
    await connection.run(`COPY ${name(table)} TO ${text(parquet)} (FORMAT parquet, ROW_GROUP_SIZE 2048)`);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
