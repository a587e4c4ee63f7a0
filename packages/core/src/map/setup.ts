import type { Derived } from './mapping.js';
import type { MarkersTable } from './markers-file.js';
import type { Table } from './table.js';

/** Gives one cell of the canonical record from a row; `null` is unknown by the profile's blank policy. */
export type CellReader = Derived<string | null>;

/** The files that a profile names, read. */
export interface ProfileTables {
  /** The lookups, by the name that the profile gives them. */
  readonly lookups?: ReadonlyMap<string, Table>;
  /** The second file of a marker layout `file`. */
  readonly markers?: MarkersTable;
}

/** What the parts of a mapping are made with. */
export interface Setup {
  /** Where a column of the extract is; what is not there is collected, so that all of it is said at once. */
  readonly find: (name: string, forWhat: string) => number;
  readonly isBlank: (text: string) => boolean;
  /** Whether no text but the empty one means an empty cell. */
  readonly hasNoBlanks: boolean;
  /** Says what does not fit. */
  readonly misfit: (what: string) => void;
  readonly tables: ProfileTables;
}
