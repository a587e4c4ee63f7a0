import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createMapping } from '../../packages/core/src/map/create-mapping.js';
import { type Profile, readingOf } from '../../packages/core/src/map/profile.js';
import type { Cells, FieldName } from '../../packages/core/src/model/fields.js';
import { FIXTURE_TABLES, type FixtureTable } from '../support/fixture-tables.js';
import type { Extract } from './proof.js';
import type { ProfiledTable } from './profiles.js';

const profileOf = ({ profile = '' }: FixtureTable): Profile =>
  JSON.parse(readFileSync(profile, 'utf8')) as Profile;

/** The fixtures with the canonical columns, put together where they have the same: each set is a statement of its own. */
export function fixtureExtracts(): readonly Extract[] {
  const byColumns = new Map<string, { readonly columns: readonly FieldName[]; readonly records: Cells[] }>();
  for (const { profile, header, rows } of FIXTURE_TABLES) {
    if (profile !== undefined) continue;
    const mapping = createMapping(undefined, header, () => undefined);
    const columns = [...mapping.columns];
    const key = columns.toSorted().join();
    const extract = byColumns.get(key) ?? { columns, records: [] };
    extract.records.push(...rows.map(mapping.toCells));
    byColumns.set(key, extract);
  }
  return [...byColumns.values()];
}

function lookupsOf({ profile: file = '' }: FixtureTable, profile: Profile): Readonly<Record<string, string>> {
  const named = Object.values(profile.fields).flatMap((source) => readingOf(source).lookup ?? []);
  return Object.fromEntries(
    named.map((name) => [name, readFileSync(path.join(path.dirname(file), name), 'utf8')]),
  );
}

/** A profile whose reading the SQL refuses by name: it neither merges rows nor reads a second file. */
const isRefused = ({ profile }: ProfiledTable): boolean =>
  profile.rows !== undefined || profile.markers.layout === 'file';

const profiled = FIXTURE_TABLES.flatMap((table) => {
  if (table.profile === undefined) return [];
  const profile = profileOf(table);
  const { name, header, rows } = table;
  return [{ name, profile, header, rows, lookups: lookupsOf(table, profile) }];
});

/** The fixtures with a profile, and those among them that the SQL does not read. */
export const READ_BY_SQL = profiled.filter((table) => !isRefused(table));
export const REFUSED_BY_SQL = profiled.filter(isRefused);
