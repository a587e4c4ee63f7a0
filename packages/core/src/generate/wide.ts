import { FIELD_NAMES } from '../model/fields.js';
import type { CsvColumn } from './csv.js';

/** A column that no rule reads, its values in turn: what real extracts carry beside the canonical fields. */
function filler(name: string, values: readonly string[]): CsvColumn {
  return { name, value: (_record, index) => values[index % values.length] ?? '' };
}

/** Harmless columns that real extracts carry. */
export const FILLERS: readonly CsvColumn[] = [
  filler('BEAT', ['A101', 'A102', 'B210', 'B214', 'C307', 'C311', 'D402']),
  filler('DISTRICT', ['North', 'South', 'East', 'West', 'Central']),
  filler('OFFICER_ROLE', ['PC', 'DC', 'PC', 'PCSO', 'DS', 'PC', 'IO']),
  filler('MO_CODE', ['M01', 'M07', 'M12', '', 'M33', 'M40']),
  filler('PREMISES_TYPE', ['DWELLING', 'STREET', 'SHOP', 'SCHOOL', 'OTHER', '', 'LICENSED PREMISES']),
  filler('WEAPON_USED', ['N', 'N', 'N', 'Y', 'N']),
  filler('SOLVABILITY', ['3', '5', '2', '8', '1', '6']),
  filler('LAST_UPDATED', ['2026-10-30T08:15:00', '2026-10-31T17:42:10', '2026-11-01T00:05:59']),
];

/** An extract of 40 columns, as records systems export them: the canonical ones and harmless others. */
export const WIDE_COLUMNS: readonly CsvColumn[] = [...FIELD_NAMES, ...FILLERS];
