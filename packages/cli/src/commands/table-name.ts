import { CliError, EXIT } from '../exit.js';

/** A name in parts with dots between; a part in double quotes may hold a dot, and two quotes for one. */
export function tableName(text: string): readonly string[] {
  const parts = [...text.matchAll(/"((?:[^"]|"")+)"(?:\.|$)|([^".]+)(?:\.|$)/gy)];
  if (text === '' || text.endsWith('.') || parts.map(([whole]) => whole).join('') !== text)
    throw new CliError(
      EXIT.usage,
      `--table ${text} is not a name; write table, schema.table, or "a name with . in it".`,
    );
  return parts.map(([, quoted, bare]) => bare ?? (quoted ?? '').replaceAll('""', '"'));
}
