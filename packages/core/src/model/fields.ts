import { FIELDS } from './field-dictionary.js';

export { type FieldDefinition, FIELDS, type FieldType, type Sensitivity } from './field-dictionary.js';

export type FieldName = (typeof FIELDS)[number]['name'];

export const FIELD_NAMES: readonly FieldName[] = FIELDS.map((field) => field.name);

/** The position of each field in {@link FIELDS}: records are rows of cells in this order. */
export const FIELD_INDEX = Object.fromEntries(FIELDS.map((field, index) => [field.name, index])) as Readonly<
  Record<FieldName, number>
>;

export function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(FIELD_INDEX, name);
}

/**
 * One crime record: the canonical fields with values as text, as in the canonical CSV.
 * An absent field is an empty cell; `null` is a column that does not exist.
 */
export type CrimeRecord = { readonly [F in FieldName]?: string | null };

/** The same record as a row: one cell a field in the order of {@link FIELDS}, `null` where nothing could be exported. */
export type Cells = readonly (string | null)[];
