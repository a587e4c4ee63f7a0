import type { Encoding } from '../decode/decoder.js';
import type { FieldName } from '../model/fields.js';
import type { Marker } from '../model/markers.js';
import type { Delimiter } from '../read/csv/delimiter.js';
import type { ReadFormat } from '../read/format.js';

/** What an empty marker cell means: many systems export only the Ys. */
export type Blank = 'unknown' | 'not-set';

/** What a code that the profile does not name makes of the markers that are not set; `local`: what is no marker is a local one. */
export type OtherCodes = 'unknown' | 'ignore' | 'local';

/**
 * Where a field comes from and how it is written: one column, or several joined; then a part cut out
 * of the text; then what the text means.
 */
export interface SourceDetail {
  readonly column?: string;
  readonly columns?: readonly string[];
  /** What is put between the columns. */
  readonly join?: string;
  /** Only what follows the first of these in the text is read. */
  readonly after?: string;
  /** Only what stands before the first of these in the text (and after `after`) is read. */
  readonly before?: string;
  /** How its dates are written, such as `DD/MM/YYYY HH:mm`; several are tried in turn. */
  readonly date?: string | readonly string[];
  /** What its codes mean. */
  readonly values?: Readonly<Record<string, string>>;
  /** A small CSV beside the profile that says what its codes mean. */
  readonly lookup?: string;
  /** The lookup's column with the codes of the extract. */
  readonly from?: string;
  /** The lookup's column with what they mean. */
  readonly to?: string;
  /** What stands between the parts of a list. @default ";" */
  readonly separator?: string;
}

/** A column by its name, or more to say. */
export type FieldSource = string | SourceDetail;

export interface MarkerColumn {
  readonly column: string;
  readonly set: readonly string[];
  readonly notSet: readonly string[];
  readonly blank?: Blank;
}

/** One column a marker. */
export interface ColumnsLayout {
  readonly layout: 'columns';
  /** For every marker that does not say its own. */
  readonly blank?: Blank;
  readonly columns: { readonly [M in Marker]?: MarkerColumn };
}

export interface CodedLayout {
  /** What a record without any code means. */
  readonly blank: Blank;
  readonly column: string;
  /** What each code means; `null` is a code that is no marker. */
  readonly codes: Readonly<Record<string, Marker | null>>;
  /** @default "unknown" */
  readonly otherCodes?: OtherCodes;
}

/** One column with the codes of the markers that are set. */
export interface ListLayout extends CodedLayout {
  readonly layout: 'list';
  readonly separator: string;
}

/** A second file of codes, a row a code, keyed by crime reference. */
export interface FileLayout extends CodedLayout {
  readonly layout: 'file';
  /** Its path, relative to the profile's folder and within it. */
  readonly file: string;
  /** Its column with the crime reference. */
  readonly key: string;
}

export type MarkerLayout = ColumnsLayout | ListLayout | FileLayout;

/** How the suspects of a crime stand in its rows. */
export type SuspectRows = 'one-a-row' | 'repeated' | { readonly key: string };

/** Several rows a crime, made one record by the crime reference. */
export interface RowMerging {
  /** `anywhere` holds all records in memory until the end of the extract. */
  readonly merge: 'adjacent' | 'anywhere';
  /** Required where the profile has a field of suspects that is a list. */
  readonly suspects?: SuspectRows;
}

/** Which column is which field: the small file that a data-quality officer edits. */
export interface Profile {
  readonly name: string;
  /** @default by the file's ending and its first character */
  readonly format?: ReadFormat;
  /** XML: the path of a record, such as `/Extract/Crime`. JSON: the path of the array of records. */
  readonly records?: string;
  readonly delimiter?: Delimiter;
  readonly encoding?: Encoding;
  /** Texts that mean an empty cell, whatever their case. */
  readonly blanks?: readonly string[];
  /** Values that are the same on every record. */
  readonly constants?: { readonly [F in FieldName]?: string };
  readonly fields: { readonly [F in FieldName]?: FieldSource };
  readonly markers: MarkerLayout;
  /** @default a row is a record */
  readonly rows?: RowMerging;
}

/** The built-in profile: a header of canonical names, and an empty marker cell is not set. */
export const CANONICAL = 'canonical';

/** A source with all that it says, whichever way it was written. */
export function readingOf(source: FieldSource): SourceDetail {
  return typeof source === 'string' ? { column: source } : source;
}

/** The columns that a source is read from. */
export function columnsOfSource(source: FieldSource): readonly string[] {
  const { column, columns } = readingOf(source);
  return columns ?? (column === undefined ? [] : [column]);
}
