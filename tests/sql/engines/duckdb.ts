import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Engine } from './engine.js';

/** DuckDB in this process. */
export async function startDuckDb(): Promise<Engine> {
  const folder = mkdtempSync(path.join(tmpdir(), 'markercheck-duckdb-'));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  return {
    name: 'duckdb',
    load: async (columns, rows) => {
      const file = path.join(folder, 'rows.ndjson');
      const names = columns.map((_, i) => `c${i}`);
      writeFileSync(
        file,
        rows
          .map((row) => JSON.stringify(Object.fromEntries(names.map((name, i) => [name, row[i]]))))
          .join('\n'),
      );
      const types = names.map((name) => `${name}: 'VARCHAR'`).join(', ');
      const renamed = columns.map((column, i) => `c${i} AS "${column.replaceAll('"', '""')}"`).join(', ');
      await connection.run(
        `CREATE OR REPLACE TABLE crimes AS SELECT ${renamed} FROM read_ndjson('${file}', columns = {${types}})`,
      );
    },
    rows: async (statement) => {
      const reader = await connection.runAndReadAll(statement);
      return reader
        .getRowObjects()
        .map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([name, value]) => [name, value === null ? null : String(value)]),
          ),
        );
    },
    stop: () => {
      connection.closeSync();
      instance.closeSync();
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}
