import { FIELD_NAMES } from '../../model/fields.js';
import type { Layout } from './layout.js';
import { LIST } from './list.js';
import { RECORDS_SYSTEM } from './records-system.js';
import { SECOND_FILE } from './second-file.js';
import { YES_NO } from './yes-no.js';

const CANONICAL: Layout = {
  about: 'the canonical columns; it needs no profile',
  columns: FIELD_NAMES,
  csv: {},
  hasMarkerCells: true,
  profile: null,
};

/** The shapes in which extracts can be generated. */
export const EXTRACT_LAYOUTS = {
  canonical: CANONICAL,
  'yes-no': YES_NO,
  list: LIST,
  'second-file': SECOND_FILE,
  'records-system': RECORDS_SYSTEM,
} as const satisfies Record<string, Layout>;

export type ExtractLayout = keyof typeof EXTRACT_LAYOUTS;
