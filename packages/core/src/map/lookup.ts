import type { FieldName } from '../model/fields.js';
import { trim, upperAscii } from '../normalise/text.js';
import { columnPosition, missingColumn } from './columns.js';
import type { SourceDetail } from './profile.js';
import type { Setup } from './setup.js';

/**
 * What the codes of a field mean by its lookup file. A row without a meaning is left out, so that its
 * code is unreadable; a code with two meanings does not fit, because nobody can say which is right.
 */
export function lookupTable(
  field: FieldName,
  { lookup = '', from = '', to = '' }: SourceDetail,
  { tables, isBlank, misfit }: Setup,
): Readonly<Record<string, string>> {
  const place = `fields/${field}/lookup`;
  const table = tables.lookups?.get(lookup);
  if (table === undefined) {
    misfit(`${place}: the profile reads ${lookup}, which was not given`);
    return {};
  }
  const source = columnPosition(table.header, from);
  const target = columnPosition(table.header, to);
  for (const [position, name] of [
    [source, from],
    [target, to],
  ] as const) {
    if (position < 0) misfit(`${place}: ${missingColumn(lookup, name, table.header)}`);
  }
  if (source < 0 || target < 0) return {};
  const meanings = new Map<string, string>();
  for (const row of table.rows) {
    const code = upperAscii(trim(row[source] ?? ''));
    const meaning = trim(row[target] ?? '');
    if (isBlank(code) || isBlank(meaning)) continue;
    const before = meanings.get(code);
    if (before !== undefined && before !== meaning) {
      misfit(
        `${place}: ${lookup} gives ${JSON.stringify(code)} two meanings, ${JSON.stringify(before)} and ${JSON.stringify(meaning)}`,
      );
    }
    meanings.set(code, meaning);
  }
  return Object.fromEntries(meanings);
}
