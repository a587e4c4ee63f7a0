import { type Cells, FIELD_INDEX, FIELD_NAMES, type FieldName } from '../../model/fields.js';
import { trim } from '../../normalise/text.js';
import type { InputNotice } from '../../read/reader.js';
import type { Mapping } from '../mapping.js';

/** How the values of one column fit, or of several that make up a field. */
export interface ColumnFit {
  readonly column: string;
  /** The fields that are read from it. */
  readonly fields: readonly FieldName[];
  /** Records that have a value. */
  readonly filled: number;
  /** Values that fail, by what is wrong with them; never a value itself. */
  readonly failures: readonly {
    readonly problem: string;
    readonly count: number;
    readonly firstRow: number;
  }[];
  readonly failed: number;
}

export interface ColumnFitting {
  readonly mapping: (mapping: Mapping) => void;
  readonly record: (cells: Cells) => void;
  /** Takes a notice about a value; tells whether it was one. */
  readonly notice: (notice: InputNotice) => boolean;
  readonly result: () => readonly ColumnFit[];
}

interface Failure {
  readonly column: string;
  readonly problem: string;
  readonly firstRow: number;
  count: number;
}

/** Counts the values of every field, and those that fail. */
export function createColumnFit(): ColumnFitting {
  const filled = new Array<number>(FIELD_NAMES.length).fill(0);
  const failures = new Map<string, Failure>();
  let of: Mapping | null = null;
  return {
    mapping: (mapping) => (of = mapping),
    record: (cells) => {
      for (let i = 0; i < filled.length; i++) {
        const cell = cells[i];
        if (cell !== null && cell !== undefined && trim(cell) !== '') filled[i] = (filled[i] ?? 0) + 1;
      }
    },
    notice: ({ row, column, problem }) => {
      if (row === null || row === 1 || column === null) return false;
      const key = `${column}\n${problem}`;
      const failure = failures.get(key) ?? { column, problem, firstRow: row, count: 0 };
      failure.count++;
      failures.set(key, failure);
      return true;
    },
    result: () => {
      const mapping = of;
      if (mapping === null) return [];
      const fieldsOf = new Map<string, FieldName[]>();
      for (const field of FIELD_NAMES.filter((name) => mapping.columns.has(name))) {
        const column = mapping.columnOf(field);
        fieldsOf.set(column, [...(fieldsOf.get(column) ?? []), field]);
      }
      return [...fieldsOf].map(([column, fields]) => {
        const own = [...failures.values()].filter((failure) => failure.column === column);
        return {
          column,
          fields,
          filled: Math.max(...fields.map((field) => filled[FIELD_INDEX[field]] ?? 0)),
          failures: own.map(({ problem, count, firstRow }) => ({ problem, count, firstRow })),
          failed: own.reduce((sum, { count }) => sum + count, 0),
        };
      });
    },
  };
}

/** Fewer values than these may all be wrong by chance. */
const FEWEST = 10;

/** Whether a column has values and none of them can be read: the profile says something else than the extract. */
export function isMisread({ filled, failed }: ColumnFit): boolean {
  return failed >= FEWEST && failed >= filled;
}
