import type { Layout } from './layout.js';
import { CANONICAL_FIELDS, canonicalFields, codeMeanings, codesOf } from './parts.js';

const COLUMN = 'QUALIFIERS';
const SEPARATOR = '|';

/** One column with the codes of the markers that are set. */
export const LIST: Layout = {
  about: 'the canonical columns, with the codes of all markers in one column (QUALIFIERS)',
  columns: [...CANONICAL_FIELDS, { name: COLUMN, value: (record) => codesOf(record).join(SEPARATOR) }],
  csv: {},
  hasMarkerCells: false,
  profile: () => ({
    fields: canonicalFields(),
    markers: {
      layout: 'list',
      column: COLUMN,
      separator: SEPARATOR,
      codes: codeMeanings(),
      blank: 'not-set',
    },
  }),
};
