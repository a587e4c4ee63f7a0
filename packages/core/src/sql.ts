export { DIALECTS, type DialectName, type Sql } from './dialect/dialect.js';
export type { SqlRun } from './sql/note.js';
export { readSqlSummary, type SqlResultFile } from './sql/read-summary.js';
export { SQL_RESULTS, type SqlOptions, type SqlResult, writeSql } from './sql/write-sql.js';
