import type { LineColumn, LineFile } from './line-file.js';
import { createRepeats } from './repeats.js';

/** UTF-8's byte order mark: without it Excel reads a CSV as Windows-1252. */
export const BYTE_ORDER_MARK = '\uFEFF';

const FORMULA_START = /^[=+\-@\t\r\n]/;
const NEEDS_QUOTES = /[",\r\n]/;
/** Either of them. */
const NEEDS_CARE = /^[=+\-@\t]|[",\r\n]/;

/** A cell that no spreadsheet takes for a formula, and no reader for more than one cell. */
export function csvCell(value: string | number): string {
  const text = String(value);
  if (!NEEDS_CARE.test(text)) return text;
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function writerOf<T>({ cell, repeats }: LineColumn<T>): (item: T) => string {
  if (!repeats) return (item) => csvCell(cell(item) ?? '');
  const write = createRepeats(csvCell);
  return (item) => {
    const value = cell(item) ?? '';
    return typeof value === 'string' ? write(value) : csvCell(value);
  };
}

/** A CSV by its columns. */
export function csvFile<T>(name: string, columns: readonly LineColumn<T>[]): LineFile<T> {
  const [first, ...rest] = columns.map(writerOf);
  return {
    name,
    start: () => BYTE_ORDER_MARK + csvLine(columns.map((column) => column.name)),
    line: (item) => {
      let line = first?.(item) ?? '';
      for (const write of rest) line += `,${write(item)}`;
      return `${line}\r\n`;
    },
  };
}
