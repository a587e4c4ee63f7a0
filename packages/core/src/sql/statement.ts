import type { Column, SqlRecord } from '../dialect/column.js';
import type { Dialect, Sql } from '../dialect/dialect.js';
import { codeSql, offenceClassSql } from '../facts/offence-choices.js';
import { LIST_COLUMNS } from '../facts/offence.js';
import { entrySql } from '../facts/offence.js';
import { recordedOnSql } from '../facts/dates.js';
import type { FieldName } from '../model/fields.js';
import type { OffenceEntry } from '../model/pack.js';
import type { CompiledPack } from '../rules/compile.js';
import type { RecordView } from './record.js';
import { packColumns, type PackColumns } from './rules.js';
import { createSteps, type Steps, type View } from './steps.js';

export interface OutcomeViews {
  readonly pack: PackColumns;
  /** From the normalised record to the outcomes, each view of the one before. */
  readonly views: readonly View[];
  readonly steps: Steps;
}

/** The offence list as a view. */
function offencesView(entries: readonly OffenceEntry[], sql: Dialect): Sql {
  const columns = Object.entries(LIST_COLUMNS);
  const value = (of: string | number | boolean | null, name: string): Sql => {
    if (of === null) return 'NULL';
    if (typeof of === 'boolean') return sql.toColumn(of ? sql.always.true : sql.always.false);
    if (typeof of === 'number') return String(of);
    return name === 'law_to' ? sql.day(of) : sql.literal(of);
  };
  return `  ${sql.values(
    columns.map(([name]) => `listed_${name}`),
    entries.map((entry) => columns.map(([name, read]) => value(read(entry), name))),
  )}`;
}

/** What is read where there is no column: a column, because a planner that meets a literal tries what stands beside it. */
const NOTHING: Column = { name: 'nothing', of: () => "''" };

/** The columns that an outcome is told with: whose record it is, and what it is counted under. */
const TOLD: readonly FieldName[] = ['crimeReference', 'force', 'team'];

/** The views from a table to the outcome of every rule and measure on every record. */
export function outcomeViews(
  compiled: CompiledPack,
  record: RecordView,
  table: Sql,
  sql: Dialect,
  more: (pack: PackColumns) => readonly Column[] = () => [],
): OutcomeViews {
  const asRecord: SqlRecord = {
    sql,
    pack: compiled.pack,
    hasColumn: (field) => record.columns.has(field),
    text: (field) => (record.columns.has(field) ? sql.identifier(field) : steps.get(NOTHING)),
    cell: (field) => (record.columns.has(field) ? sql.identifier(field) : sql.literalNull),
    get: (column) => steps.get(column),
  };
  const steps = createSteps(sql, () => asRecord);
  const pack = packColumns(compiled);
  const shown = [
    recordedOnSql,
    codeSql.value,
    entrySql('label'),
    offenceClassSql.value,
    ...pack.rules.map(({ outcome }) => outcome),
    ...pack.rules.flatMap(({ severity }) => severity ?? []),
    ...pack.measures.map(({ outcome }) => outcome),
    ...more(pack),
  ].map(steps.named);
  const { views, last } = steps.views('record');
  const told = TOLD.map((field) => {
    const text = record.columns.has(field) ? sql.identifier(field) : "''";
    return `${text} AS ${sql.identifier(field)}`;
  });
  const lines = [...told, ...shown].map((line) => `    ${line}`);
  return {
    pack,
    steps,
    views: [
      ['offences', offencesView(compiled.pack.offences.entries, sql)],
      ...record.views(table),
      ...views,
      ['outcomes', `  SELECT\n${lines.join(',\n')}\n  FROM ${last}`],
    ],
  };
}

/** Views as the head of one statement. */
export function withViews(views: readonly View[]): Sql {
  return `WITH\n${views.map(([name, body]) => `${name} AS (\n${body}\n)`).join(',\n')}\n`;
}
