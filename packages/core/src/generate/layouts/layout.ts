import type { CrimeRecord } from '../../model/fields.js';
import type { Profile } from '../../map/profile.js';
import type { Column } from '../columns.js';
import type { CsvStyle } from '../csv.js';

/** A second file that holds the markers: a row for each code of a record. */
export interface MarkersFileLayout {
  readonly name: string;
  readonly header: readonly string[];
  readonly rowsOf: (record: CrimeRecord) => readonly (readonly string[])[];
}

/** The shape in which a records system exports: its columns, and the profile that maps them back. */
export interface Layout {
  /** What it is like, for people. */
  readonly about: string;
  readonly columns: readonly Column[];
  readonly csv: CsvStyle;
  /** What the profile says beside the file's format; `null` where the canonical profile reads it. */
  readonly profile: ((force: string) => Pick<Profile, 'blanks' | 'constants' | 'fields' | 'markers'>) | null;
  /** Whether a marker's cell can hold what is neither yes nor no: a code that is there or not cannot. */
  readonly hasMarkerCells: boolean;
  readonly markersFile?: MarkersFileLayout;
}
