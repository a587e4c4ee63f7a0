import { CliError, EXIT } from '../../exit.js';
import { count } from '../../messages/wrap.js';
import { openTables } from './open.js';
import { tableFault } from './faults.js';

/** A table or a view of a database. */
export interface TableName {
  readonly schema: string;
  readonly name: string;
}

const MOST_NAMED = 30;

/** The table as it is written on the command line. */
export function tableText({ schema, name }: TableName): string {
  const part = (text: string) => (/^[^".\s]+$/.test(text) ? text : `"${text.replaceAll('"', '""')}"`);
  return schema === 'main' ? part(name) : `${part(schema)}.${part(name)}`;
}

async function tablesOf(file: string): Promise<readonly TableName[]> {
  const { connection, close } = await openTables(file, 'duckdb');
  try {
    const reader = await connection.runAndReadAll(
      `SELECT schema_name, table_name FROM duckdb_tables() WHERE NOT internal AND database_name = current_database()
       UNION ALL SELECT schema_name, view_name FROM duckdb_views() WHERE NOT internal AND database_name = current_database()
       ORDER BY ALL`,
    );
    return reader.getRows().map(([schema, name]) => ({ schema: String(schema), name: String(name) }));
  } catch (error) {
    throw tableFault(error, 'duckdb');
  } finally {
    close();
  }
}

/** As the engine compares names: without regard to case. */
function isNamed({ schema, name }: TableName, wanted: readonly string[]): boolean {
  const same = (left: string, right: string | undefined) => left.toLowerCase() === right?.toLowerCase();
  return wanted.length === 1
    ? same(name, wanted[0])
    : wanted.length === 2 && same(schema, wanted[0]) && same(name, wanted[1]);
}

/** The table that is meant: the one that is named, or the only one. */
export async function findTable(
  file: string,
  shownAs: string,
  wanted: readonly string[] | undefined,
): Promise<TableName> {
  const tables = await tablesOf(file);
  const found = wanted === undefined ? tables : tables.filter((table) => isNamed(table, wanted));
  const [first] = found;
  if (first !== undefined && found.length === 1) return first;
  const more = tables.length > MOST_NAMED ? ` and ${count(tables.length - MOST_NAMED)} more` : '';
  const names = tables.slice(0, MOST_NAMED).map(tableText).join(', ') + more;
  if (tables.length === 0) throw new CliError(EXIT.usage, `${shownAs} holds no table and no view.`);
  throw new CliError(
    EXIT.usage,
    wanted === undefined
      ? `${shownAs} holds several tables and views: ${names}. Name the one that is meant with --table.`
      : `--table ${wanted.join('.')} is ${found.length === 0 ? 'no table or view' : 'the name of several tables'} in ${shownAs}, which holds: ${names}.`,
  );
}
