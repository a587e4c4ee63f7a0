import type { CrimeRecord } from '../../model/fields.js';
import { MARKERS } from '../../model/markers.js';
import type { Layout } from './layout.js';
import { CANONICAL_FIELDS, canonicalFields } from './parts.js';

const WORDS: Readonly<Record<string, string>> = { Y: 'Yes', N: 'No' };

/** A column of Yes and No for each marker, named as the system names it. */
export const YES_NO: Layout = {
  about: 'the canonical columns, with a column of Yes and No for each marker (CSA_FLAG)',
  columns: [
    ...CANONICAL_FIELDS,
    ...MARKERS.map((marker) => ({
      name: `${marker}_FLAG`,
      value: (record: CrimeRecord) => {
        const cell = record[marker] ?? '';
        return WORDS[cell] ?? cell;
      },
    })),
  ],
  csv: {},
  hasMarkerCells: true,
  profile: () => ({
    fields: canonicalFields(),
    markers: {
      layout: 'columns',
      blank: 'not-set',
      columns: Object.fromEntries(
        MARKERS.map((marker) => [marker, { column: `${marker}_FLAG`, set: ['Yes'], notSet: ['No'] }]),
      ),
    },
  }),
};
