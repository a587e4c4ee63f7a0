import type { Delimiter } from '../read/csv/delimiter.js';
import type { Encoding } from '../decode/decoder.js';
import type { FieldName } from '../model/fields.js';
import type { Marker } from '../model/markers.js';

/** What an empty marker cell means: many systems export only the Ys. */
export type Blank = 'unknown' | 'not-set';

/** Where a field comes from: a column by name, or more to say. */
export type FieldSource =
  | string
  | {
      readonly column: string;
      /** How its dates are written, such as `DD/MM/YYYY HH:mm`; several are tried in turn. */
      readonly date?: string | readonly string[];
      /** What its codes mean. */
      readonly values?: Readonly<Record<string, string>>;
    }
  | { readonly columns: readonly string[]; readonly join: string };

export interface MarkerColumn {
  readonly column: string;
  readonly set: readonly string[];
  readonly notSet: readonly string[];
  readonly blank?: Blank;
}

export type MarkerLayout =
  | {
      /** One column a marker. */
      readonly layout: 'columns';
      /** For every marker that does not say its own. */
      readonly blank?: Blank;
      readonly columns: { readonly [M in Marker]?: MarkerColumn };
    }
  | {
      /** One column with the codes of the markers that are set. */
      readonly layout: 'list';
      readonly blank: Blank;
      readonly column: string;
      readonly separator: string;
      /** What each code means; `null` is a code that is no marker. */
      readonly codes: Readonly<Record<string, Marker | null>>;
      /** What a code that is not named makes of the markers that are not set. @default "unknown" */
      readonly otherCodes?: 'unknown' | 'ignore';
    };

/** Which column is which field: the small file that a data-quality officer edits. */
export interface Profile {
  readonly name: string;
  readonly format?: 'csv';
  readonly delimiter?: Delimiter;
  readonly encoding?: Encoding;
  /** Texts that mean an empty cell. */
  readonly blanks?: readonly string[];
  /** Values that are the same on every record. */
  readonly constants?: { readonly [F in FieldName]?: string };
  readonly fields: { readonly [F in FieldName]?: FieldSource };
  readonly markers: MarkerLayout;
}

/** The built-in profile: a header of canonical names, and an empty marker cell is not set. */
export const CANONICAL = 'canonical';
