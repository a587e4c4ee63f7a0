import { type Column, type Phase, PHASES, type SqlRecord } from '../dialect/column.js';
import type { Dialect, Sql } from '../dialect/dialect.js';
import { commentText } from '../dialect/spelling.js';

/** A view by its name. */
export type View = readonly [name: string, body: Sql];

interface Placed {
  readonly column: Column;
  readonly sql: Sql;
  readonly level: number;
}

/** How deep the columns lie that one reading asked for, by phase. */
type Depths = Record<Phase, number>;

/** Columns on their way to a statement: each is written once, in a step after all that it reads. */
export interface Steps {
  readonly get: SqlRecord['get'];
  /** A column by its name, whatever it holds. */
  readonly named: (column: Column) => Sql;
  /** The steps as views, each of the one before; the last name is what to read from. */
  readonly views: (source: string) => {
    readonly views: readonly View[];
    readonly last: string;
  };
}

export function columnName(name: string, sql: Dialect): Sql {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : sql.identifier(name);
}

export function createSteps(
  sql: Dialect,
  recordOf: () => SqlRecord,
  nameOf: (phase: Phase) => string = (phase) => phase,
): Steps {
  const placed = new Map<string, Placed>();
  const open: Depths[] = [];

  function place(column: Column): Placed {
    const depths: Depths = { facts: 0, rules: 0, measures: 0 };
    open.push(depths);
    if (column.from !== undefined) get(column.from.code);
    const written = column.of(recordOf());
    open.pop();
    const level = depths[column.phase ?? 'facts'] + 1;
    const beside = column.beside === undefined ? 0 : (placed.get(column.beside.name)?.level ?? 0);
    const of = { column, sql: written, level: Math.max(level, beside) };
    placed.set(column.name, of);
    return of;
  }

  function get(column: Column): Sql {
    const { level } = placed.get(column.name) ?? place(column);
    const phase = column.phase ?? 'facts';
    for (const depths of open.slice(-1)) depths[phase] = Math.max(depths[phase], level);
    const name = columnName(column.name, sql);
    return column.isTruth === true ? sql.fromColumn(name) : name;
  }

  function view(before: string, columns: readonly Placed[]): Sql {
    const entries = new Map(
      columns.flatMap(({ column: { from } }) => (from === undefined ? [] : [[from.alias, from]])),
    );
    const joins = [...entries.values()].map(
      ({ alias, code }) =>
        `\n  LEFT JOIN offences AS ${alias} ON ${alias}.listed_code = ${before}.${columnName(code.name, sql)}`,
    );
    const lines = columns.map(({ column, sql: written }) => {
      const value = column.isTruth === true ? sql.toColumn(written) : written;
      const about = column.about === undefined ? '' : `-- ${commentText(column.about)}\n    `;
      return `    ${about}${value} AS ${columnName(column.name, sql)}`;
    });
    const fence = sql.fence === '' ? '' : `\n  ${sql.fence}`;
    return `  SELECT ${before}.*,\n${lines.join(',\n')}\n  FROM ${before}${joins.join('')}${fence}`;
  }

  return {
    get,
    named: (column) => {
      get(column);
      return columnName(column.name, sql);
    },
    views: (source) => {
      const views: [string, Sql][] = [];
      let last = source;
      for (const phase of PHASES) {
        const ofPhase = [...placed.values()].filter(({ column }) => (column.phase ?? 'facts') === phase);
        const deepest = Math.max(0, ...ofPhase.map(({ level }) => level));
        for (let level = 1; level <= deepest; level++) {
          const name = `${nameOf(phase)}_${level}`;
          views.push([
            name,
            view(
              last,
              ofPhase.filter((of) => of.level === level),
            ),
          ]);
          last = name;
        }
      }
      return { views, last };
    },
  };
}
