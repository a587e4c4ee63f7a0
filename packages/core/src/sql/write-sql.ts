import { compilePack, type CompiledPack } from '../rules/compile.js';
import type { Dialect, DialectName, Sql } from '../dialect/dialect.js';
import { duckdb } from '../dialect/duckdb.js';
import { postgres } from '../dialect/postgres.js';
import { spark } from '../dialect/spark.js';
import { commentText, refuse } from '../dialect/spelling.js';
import { tsql } from '../dialect/tsql.js';
import { FIELD_NAMES, type FieldName } from '../model/fields.js';
import type { Profile } from '../map/profile.js';
import type { ProfileTables } from '../map/setup.js';
import type { Pack } from '../model/pack.js';
import type { Policy } from '../model/policy.js';
import { parseDate } from '../normalise/date.js';
import { findingViews } from './findings.js';
import type { SqlNote, SqlRun } from './note.js';
import { profileRecord } from './profile-record.js';
import { canonicalRecord } from './record.js';
import { outcomeViews, withViews } from './statement.js';
import type { View } from './steps.js';
import { countedColumns, summaryViews } from './summary.js';

const DIALECTS_BY_NAME: Readonly<Record<DialectName, Dialect>> = { duckdb, postgres, spark, tsql };

/** What a statement gives: the counts, a row a finding or an undetermined outcome, every outcome, or the normalised records. */
export const SQL_RESULTS = ['summary', 'findings', 'undetermined', 'outcomes', 'record'] as const;
export type SqlResult = (typeof SQL_RESULTS)[number];

export interface SqlOptions {
  readonly pack: Pack;
  readonly policy?: Policy;
  /** How the table's columns become fields. @default the columns have the canonical names */
  readonly profile?: Profile;
  /** The lookups that the profile names, read. */
  readonly tables?: ProfileTables;
  /** Without a profile: the fields that the table has. @default all */
  readonly columns?: readonly FieldName[];
  readonly dialect: DialectName;
  /** The table by its name, or by that and those of what it stands in. */
  readonly table: readonly string[];
  /** The day as at which records are counted as young or old, `YYYY-MM-DD`. */
  readonly asAt: string;
  /** @default "summary" */
  readonly result?: SqlResult;
  /** Views that begin so, in place of one statement. */
  readonly views?: string;
  /** Who wrote it, and by what: it travels with the summary, so that it can be compared. */
  readonly run: SqlRun;
}

function header(options: SqlOptions, compiled: CompiledPack, sql: Dialect): Sql {
  const { pack, table, asAt, run } = options;
  const changes = compiled.policy.changes.map(
    ({ name, from, to }) => `${name}: ${String(from)} to ${String(to)}`,
  );
  const lines = [
    `${run.tool.name} ${run.tool.version}: ${pack.title}, edition ${pack.edition}, for ${sql.name}`,
    `pack ${pack.digest}`,
    `table ${table.join('.')}, profile ${run.profile.name}, as at ${asAt}`,
    ...(changes.length === 0 ? [] : [`The policy changes ${changes.join('; ')}`]),
    ...compiled.rules
      .filter(({ state }) => state === 'not-assessed')
      .map(({ rule, lacking }) => `not assessed: ${rule.id}, for want of ${lacking.join(', ')}`),
    ...sql.notes,
    'Flagging compliance, not prevalence, and not official statistics. NULL is unknown throughout.',
  ];
  return `${lines.map((line) => `-- ${commentText(line)}`).join('\n')}\n\n`;
}

/** The views up to and with the one that is wanted. */
function upTo(views: readonly View[], name: string): readonly View[] {
  return views.slice(0, views.findIndex(([of]) => of === name) + 1);
}

/** One view for the records, one for the outcomes with all the steps in it, and those that are read. */
function viewSet(prefix: string, all: readonly View[], results: readonly View[], sql: Dialect): Sql {
  const nameOf = (name: string) => sql.identifier(`${prefix}${name}`);
  const from = (name: string): View => [name, `  SELECT * FROM ${nameOf(name)}`];
  const create = (name: string, views: readonly View[]) =>
    `${sql.createView} ${nameOf(name)} AS\n${withViews(views)}SELECT * FROM ${name};\n`;
  const isRecord = all.findIndex(([name]) => name === 'record');
  const [offences, ...mapped] = all.slice(0, isRecord + 1);
  const outcomes = [
    ...(offences === undefined ? [] : [offences]),
    from('record'),
    ...all.slice(isRecord + 1),
  ];
  const ofResult = (name: string, ...before: readonly string[]) =>
    create(name, [from('outcomes'), ...results.filter(([of]) => of === name || before.includes(of))]);
  return [
    create('record', mapped),
    create('outcomes', outcomes),
    ofResult('findings', 'judged'),
    ofResult('undetermined', 'judged'),
    ofResult('summary', 'by_cell', 'counted'),
  ].join('\n');
}

/**
 * A pack as SQL: one statement, or a set of views. The same options give the same text.
 * @throws {MarkercheckError} `ARGUMENT_INVALID` with what the dialect cannot do exactly, by its name;
 * `PACK_INVALID`, `POLICY_INVALID` or `PROFILE_INVALID`.
 */
export function writeSql(options: SqlOptions): Sql {
  const { pack, policy = {}, asAt, table, run, result = 'summary' } = options;
  const sql = DIALECTS_BY_NAME[options.dialect];
  if (parseDate(asAt) === null || asAt.length !== 10) refuse(`${asAt} is not a date (YYYY-MM-DD).`);
  const record =
    options.profile === undefined
      ? canonicalRecord(new Set(options.columns ?? FIELD_NAMES), sql)
      : profileRecord(options.profile, sql, options.tables);
  const compiled = compilePack(pack, { policy, columns: record.columns });
  const note: SqlNote = {
    schema: 1,
    ...run,
    dialect: options.dialect,
    table: table.join('.'),
    asAt,
    pack: { id: pack.id, edition: pack.edition, digest: pack.digest },
    policy,
    columns: FIELD_NAMES.filter((field) => record.columns.has(field)),
  };
  const from = table.map(sql.identifier).join('.');
  const outcomes = outcomeViews(compiled, record, from, sql, (columns) => countedColumns(columns, asAt));
  const results = [
    ...findingViews(outcomes.pack, compiled, sql),
    ...summaryViews(outcomes.pack, JSON.stringify(note), sql),
  ];
  const head = header(options, compiled, sql);
  if (options.views !== undefined) return head + viewSet(options.views, outcomes.views, results, sql);
  const before =
    result === 'summary'
      ? results.filter(([name]) => ['by_cell', 'counted'].includes(name))
      : results.filter(([name]) => name === 'judged');
  const wanted = results.find(([name]) => name === result);
  const views = wanted === undefined ? upTo(outcomes.views, result) : [...outcomes.views, ...before, wanted];
  return `${head}${withViews(views)}SELECT * FROM ${result};\n`;
}
