import { openExtract, type ExtractOptions, type ExtractReport } from '../../packages/core/src/extract.js';
import { FIELD_NAMES, type FieldName } from '../../packages/core/src/model/fields.js';
import type { InputNotice } from '../../packages/core/src/read/reader.js';

export interface ReadRecord {
  readonly row: number;
  /** The cells that hold something. */
  readonly cells: { readonly [F in FieldName]?: string };
}

export interface ReadExtract extends ExtractReport {
  readonly read: readonly ReadRecord[];
  readonly notices: readonly Omit<InputNotice, 'file'>[];
  readonly columns: readonly string[];
}

/** Everything that becomes of one file, whose bytes come in chunks of `step`. */
export function readExtract(
  name: string,
  content: Uint8Array | string,
  options: ExtractOptions = {},
  step = Infinity,
): ReadExtract {
  const read: ReadRecord[] = [];
  const notices: Omit<InputNotice, 'file'>[] = [];
  let columns: readonly string[] = [];
  const extract = openExtract(name, options, {
    mapping: (mapping) => void (columns = [...mapping.columns]),
    record: (cells, row) => {
      const filled = FIELD_NAMES.flatMap((field, i) => {
        const cell = cells[i] ?? '';
        return cell === '' ? [] : [[field, cell] as const];
      });
      read.push({ row, cells: Object.fromEntries(filled) });
    },
    notice: ({ row, column, problem, done }) => void notices.push({ row, column, problem, done }),
  });
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  for (let at = 0; at < bytes.length; at += step) extract.write(bytes.subarray(at, at + step));
  return { ...extract.end(), read, notices, columns };
}

/** Whether the whole file was read, as the command counts it: what is not costs exit 3. */
export function isWhole({ unreadable, truncated, damaged }: ExtractReport): boolean {
  return unreadable === 0 && !truncated && damaged === 0;
}
