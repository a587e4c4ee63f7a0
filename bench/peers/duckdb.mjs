/** DuckDB with the rules as SQL: `node duckdb.mjs EXTRACT STATEMENT THREADS OUT`. Writes the counts of every rule. */
import { readFileSync, writeFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const [extract, statement, threads, out] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:', { threads });
const connection = await instance.connect();
await connection.run(
  `CREATE VIEW crimes AS SELECT * FROM read_csv('${extract}', all_varchar = true, header = true, quote = '"', escape = '"', max_line_size = 10000000)`,
);
const reader = await connection.runAndReadAll(readFileSync(statement, 'utf8'));
const counts = reader
  .getRowObjects()
  .filter(({ kind }) => kind === 'rule')
  .map(({ id, part, records }) => [`${id} ${part}`, Number(records)])
  .toSorted(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(out, JSON.stringify(counts));
