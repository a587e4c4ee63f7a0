import { cellSql } from '../aggregate/cells.js';
import { EXTRACT_CHECKS_SQL } from '../aggregate/checks/shares-sql.js';
import { anyOfSql, type Column } from '../dialect/column.js';
import type { Dialect, Sql } from '../dialect/dialect.js';
import { offenceClassSql } from '../facts/offence-choices.js';
import type { PackColumns } from './rules.js';
import { columnName } from './steps.js';
import type { View } from './steps.js';

/** What a row of the summary counts; `import` reads it back. */
export const SUMMARY_COLUMNS = [
  'kind',
  'id',
  'part',
  'force',
  'month',
  'offence_class',
  'age_band',
  'maturity',
  'records',
  'note',
] as const;

/** The conditions that the summary counts beside outcomes, as columns of the outcomes. */
export function countedColumns(pack: PackColumns, asAt: string): readonly Column[] {
  const checks = EXTRACT_CHECKS_SQL.flatMap(({ id, counts }) =>
    counts.map(({ part, of }): Column => ({ name: `${id} ${part}`, isTruth: true, phase: 'measures', of })),
  );
  const concerned: Column = {
    name: 'concerned',
    isTruth: true,
    phase: 'measures',
    of: ({ get }) => anyOfSql(pack.measures.map(({ outcome }) => `${get(outcome)} <> 'not-applicable'`)),
  };
  return [cellSql.month, cellSql.ageBand, cellSql.maturity(asAt), concerned, ...checks];
}

interface Count {
  readonly kind: string;
  readonly id: string;
  readonly part: string;
  /** Which records are counted. */
  readonly condition: Sql;
  /** What it is counted by. */
  readonly by: 'all' | 'month' | 'cell';
}

function countsOf(pack: PackColumns, sql: Dialect): readonly Count[] {
  const on = pack.rules.filter(({ rule }) => rule.state === 'on');
  const is = (column: Column, text: string): Sql => `${columnName(column.name, sql)} = '${text}'`;
  const holds = (name: string): Sql => sql.fromColumn(columnName(name, sql));
  return [
    { kind: 'records', id: 'read', part: '', condition: sql.always.true, by: 'all' },
    { kind: 'records', id: 'concerned', part: '', condition: holds('concerned'), by: 'all' },
    ...on.flatMap(({ rule, outcome }) =>
      ['not-applicable', 'undetermined', 'met', 'breached'].map((part): Count => ({
        kind: 'rule',
        id: rule.rule.id,
        part,
        condition: is(outcome, part),
        by: 'all',
      })),
    ),
    ...on.flatMap(({ rule, outcome, severity }) =>
      (severity === null ? [rule.severity] : ['error', 'warning', 'info']).map((part): Count => {
        const isSeverity = severity === null ? [] : [is(severity, part)];
        return {
          kind: 'finding',
          id: rule.rule.id,
          part,
          condition: [is(outcome, 'breached'), ...isSeverity].join(' AND '),
          by: 'all',
        };
      }),
    ),
    ...pack.measures.flatMap(({ measure, outcome }) =>
      ['met', 'breached', 'undetermined'].map((part): Count => ({
        kind: 'measure',
        id: measure.measure.id,
        part,
        condition: is(outcome, part),
        by: 'cell',
      })),
    ),
    ...EXTRACT_CHECKS_SQL.flatMap(({ id, counts, byMonth }) =>
      counts.map(({ part }): Count => ({
        kind: 'check',
        id,
        part,
        condition: holds(`${id} ${part}`),
        by: byMonth ? 'month' : 'all',
      })),
    ),
  ];
}

/** From outcomes to counts, in one pass over the records: by cell, then each count as a row, then added up. */
export function summaryViews(pack: PackColumns, note: string, sql: Dialect): readonly View[] {
  const keys = [
    sql.identifier('force'),
    cellSql.month.name,
    offenceClassSql.value.name,
    'age_band',
    'maturity',
  ];
  const counts = countsOf(pack, sql);
  const name = ({ kind, id, part }: Count) => sql.identifier(`${kind} ${id} ${part}`);
  const sums = counts.map(
    (count) => `    CAST(sum(CASE WHEN ${count.condition} THEN 1 ELSE 0 END) AS BIGINT) AS ${name(count)}`,
  );
  const keysOf = ({ by }: Count) =>
    keys.map((key, i) => (by === 'cell' || (by === 'month' && i < 2) ? key : sql.literalNull));
  const rows = counts.map((count) => [
    ...[count.kind, count.id, count.part].map(sql.literal),
    ...keysOf(count),
    name(count),
  ]);
  const made = SUMMARY_COLUMNS.slice(0, -1).map((column) => `of_${column}`);
  const grouped = made.slice(0, -1);
  const renamed = grouped.map((column) => `${column} AS ${columnOf(column.slice(3), sql)}`);
  const about = ["'run'", "'markercheck'", "''", ...keys.map(() => sql.literalNull), 'CAST(NULL AS BIGINT)'];
  return [
    [
      'by_cell',
      `  SELECT ${keys.join(', ')},\n${sums.join(',\n')}\n  FROM outcomes\n  GROUP BY ${keys.join(', ')}`,
    ],
    ['counted', `  ${sql.explode('by_cell', [], made, rows)}`],
    [
      'summary',
      `  SELECT ${renamed.join(', ')},\n    CAST(sum(of_records) AS BIGINT) AS records, ${sql.literalNull} AS note\n` +
        `  FROM counted\n  WHERE of_records > 0\n  GROUP BY ${grouped.join(', ')}\n` +
        `  UNION ALL\n  SELECT ${about.join(', ')}, ${sql.literal(note)}`,
    ],
  ];
}

/** A column of the summary; `force` and `month` are words of some dialects. */
function columnOf(name: string, sql: Dialect): Sql {
  return sql.identifier(name);
}
