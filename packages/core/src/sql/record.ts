import type { Dialect, Sql } from '../dialect/dialect.js';
import type { View } from './steps.js';
import { FIELD_NAMES, type FieldName } from '../model/fields.js';

/** The normalised record as the body of a view: each field that the table has, as text. */
export interface RecordView {
  readonly columns: ReadonlySet<FieldName>;
  /** The last is `record`. */
  readonly views: (table: Sql) => readonly View[];
}

/** A table whose columns have the canonical names. */
export function canonicalRecord(columns: ReadonlySet<FieldName>, sql: Dialect): RecordView {
  return {
    columns,
    views: (table) => {
      const lines = FIELD_NAMES.filter((field) => columns.has(field)).map((field) => {
        const name = sql.identifier(field);
        return `    coalesce(${sql.trim(sql.asText(name))}, '') AS ${name}`;
      });
      const fence = sql.fence === '' ? '' : `\n  ${sql.fence}`;
      return [['record', `  SELECT\n${lines.join(',\n')}\n  FROM ${table}${fence}`]];
    },
  };
}
