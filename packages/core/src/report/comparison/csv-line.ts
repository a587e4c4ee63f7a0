import { csvCell } from '../records/csv-text.js';

export type CsvValue = string | number | boolean | null | undefined;

/** Digits enough for a chart; what has to add up is given as it is. */
const PLACES = 6;

export function rounded(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value.toFixed(PLACES));
}

/** A number is never a formula, so a negative one stays a number for whoever reads it. */
function cell(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  return csvCell(typeof value === 'boolean' ? (value ? 'yes' : 'no') : value);
}

/** A line of a table of figures, in the order of its columns. */
export function figureLine<C extends string>(
  columns: readonly C[],
  row: Partial<Record<C, CsvValue>>,
): string {
  return `${columns.map((column) => cell(row[column])).join(',')}\r\n`;
}
