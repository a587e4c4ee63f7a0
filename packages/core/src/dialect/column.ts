import type { FieldName } from '../model/fields.js';
import type { Pack } from '../model/pack.js';
import type { Dialect, Sql } from './dialect.js';

/** What a column's reading is written from: the SQL twin of `RecordFacts`. */
export interface SqlRecord {
  readonly sql: Dialect;
  readonly pack: Pack;
  /** The cell as text without blanks at its ends; an empty text where the extract has no such column. */
  readonly text: (field: FieldName) => Sql;
  /** The cell of a marker: NULL is a column that does not exist, or an empty cell that the profile reads as unknown. */
  readonly cell: (field: FieldName) => Sql;
  readonly hasColumn: (field: FieldName) => boolean;
  /** What another column holds: a value, or a condition where it holds truths. It is computed in an earlier step. */
  readonly get: (column: Column) => Sql;
}

/** A value that is computed once a record, in a step of its own after all that it reads. */
export interface Column {
  /** Its name in the statement; the same name is the same column. */
  readonly name: string;
  /** Whether it holds a truth: `of` is then a condition. */
  readonly isTruth?: true;
  readonly of: (record: SqlRecord) => Sql;
  /** Where it comes from the offence list: `of` may name that row's columns by the alias. */
  readonly from?: Entry;
  /** Facts stand before rules, and rules before what is counted. @default 'facts' */
  readonly phase?: Phase;
  /** A column that it is to stand with, where it could stand earlier. */
  readonly beside?: Column;
  /** What a reader should know of it. */
  readonly about?: string;
}

export const PHASES = ['facts', 'rules', 'measures'] as const;
export type Phase = (typeof PHASES)[number];

/** A row of the offence list, found by its code. */
export interface Entry {
  readonly alias: string;
  readonly code: Column;
}

/** The twin of a `Choice`: its value, whether it is certain, and the listed code whose value is open between several. */
export interface ChoiceColumns {
  readonly value: Column;
  readonly certain: Column;
  readonly mixed?: Column;
}

export function truthColumn(name: string, of: Column['of']): Column {
  return { name, isTruth: true, of };
}

export function valueColumn(name: string, of: Column['of']): Column {
  return { name, of };
}

/** All of these hold. */
export function allOfSql(conditions: readonly Sql[]): Sql {
  return conditions.length === 1 ? (conditions[0] ?? '') : `(${conditions.join(' AND ')})`;
}

/** Some of these holds. */
export function anyOfSql(conditions: readonly Sql[]): Sql {
  return conditions.length === 1 ? (conditions[0] ?? '') : `(${conditions.join(' OR ')})`;
}

export function notSql(condition: Sql): Sql {
  return /^(?:[a-z_0-9]+|\([^()]*\))$/.test(condition) ? `NOT ${condition}` : `NOT (${condition})`;
}

/** A value is one of some texts. */
export function inTexts(value: Sql, texts: readonly string[], { literal }: Dialect): Sql {
  return texts.length === 1
    ? `${value} = ${literal(texts[0] ?? '')}`
    : `${value} IN (${texts.map(literal).join(', ')})`;
}
