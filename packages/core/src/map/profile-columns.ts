import { FIELD_NAMES } from '../model/fields.js';
import { columnsOfSource, type Profile } from './profile.js';

/**
 * The columns that a profile reads from the extract, each once, in their order: for formats without a
 * header these are the columns. Without a profile they are the canonical fields.
 */
export function profileColumns(profile: Profile | undefined): readonly string[] {
  if (profile === undefined) return FIELD_NAMES;
  const { fields, markers, rows } = profile;
  const named = [
    ...Object.values(fields).flatMap(columnsOfSource),
    ...(markers.layout === 'columns' ? Object.values(markers.columns).map(({ column }) => column) : []),
    ...(markers.layout === 'list' ? [markers.column] : []),
    ...(typeof rows?.suspects === 'object' ? [rows.suspects.key] : []),
  ];
  return [...new Map(named.map((name) => [name.toLowerCase(), name])).values()];
}
