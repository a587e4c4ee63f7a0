import type { FieldName } from '../../model/fields.js';
import { profileColumns } from '../profile-columns.js';
import type { Profile } from '../profile.js';
import { fieldsByName } from '../suggest/names.js';

/** A column of the extract that no field is read from. */
export interface UnusedColumn {
  readonly column: string;
  /** The field that its name may stand for and that has no column yet. */
  readonly nearest: FieldName | null;
}

export function unusedColumns(
  profile: Profile | undefined,
  header: readonly string[],
  fields: ReadonlySet<FieldName>,
): readonly UnusedColumn[] {
  const used = new Set(profileColumns(profile).map((name) => name.toLowerCase()));
  return header
    .filter((name) => !used.has(name.toLowerCase()))
    .map((column) => {
      const best = fieldsByName(column).find(({ field }) => !fields.has(field));
      return { column, nearest: best?.field ?? null };
    });
}
