export { DIALECTS, type DialectName } from './dialect/dialect.js';
export { SQL_RESULTS, type SqlOptions, type SqlResult, type SqlRun, writeSql } from './sql/write-sql.js';
