import type { Layout } from './layout.js';
import { CANONICAL_FIELDS, canonicalFields, codeMeanings, codesOf } from './parts.js';

const FILE = 'markers.csv';
const KEY = 'CRIME_REF';
const COLUMN = 'QUALIFIER';

/** A second file with the codes of the markers that are set, a row a code. */
export const SECOND_FILE: Layout = {
  about: 'the canonical columns without markers; markers.csv has a row for each marker of a record',
  columns: CANONICAL_FIELDS,
  csv: {},
  hasMarkerCells: false,
  profile: () => ({
    fields: canonicalFields(),
    markers: {
      layout: 'file',
      file: FILE,
      key: KEY,
      column: COLUMN,
      codes: codeMeanings(),
      blank: 'not-set',
    },
  }),
  markersFile: {
    name: FILE,
    header: [KEY, COLUMN],
    rowsOf: (record) => codesOf(record).map((code) => [record.crimeReference ?? '', code]),
  },
};
