import { FIELD_INDEX, type FieldName } from '../model/fields.js';
import type { InputNotice } from '../read/reader.js';
import { type ExtractReport, openExtract } from '../extract.js';
import type { Profile } from './profile.js';
import type { ProfileTables } from './setup.js';

export interface MappedRecord {
  readonly row: number;
  readonly cell: (field: FieldName) => string | null;
}

export interface Mapped {
  readonly records: readonly MappedRecord[];
  readonly notices: readonly InputNotice[];
  readonly report: ExtractReport;
}

const MARKERS: Profile['markers'] = {
  layout: 'columns',
  blank: 'unknown',
  columns: { CSA: { column: 'FLAG', set: ['Y'], notSet: ['N'] } },
};

/** A profile with these parts, and markers of one column if they say nothing of them. */
export function profileOf(parts: Partial<Profile>): Profile {
  return { name: 'test', fields: {}, markers: MARKERS, ...parts };
}

/** The canonical records of a CSV by a profile, and what was said. */
export function mapped(profile: Profile, lines: readonly string[], tables?: ProfileTables): Mapped {
  const records: MappedRecord[] = [];
  const notices: InputNotice[] = [];
  const extract = openExtract(
    'extract.csv',
    { profile, ...(tables === undefined ? {} : { tables }) },
    {
      mapping: () => undefined,
      notice: (notice) => void notices.push(notice),
      record: (cells, row) => void records.push({ row, cell: (field) => cells[FIELD_INDEX[field]] ?? null }),
    },
  );
  extract.write(new TextEncoder().encode(`${lines.join('\n')}\n`));
  return { report: extract.end(), records, notices };
}

/** What one cell becomes in a field by its source. */
export function cellOf(
  field: FieldName,
  source: unknown,
  cell: string,
  more: Partial<Profile> = {},
): string | null | undefined {
  const profile = profileOf({ fields: { [field]: source }, ...more });
  const quoted = `"${cell.replaceAll('"', '""')}"`;
  return mapped(profile, ['COL,FLAG', `${quoted},N`]).records[0]?.cell(field);
}
