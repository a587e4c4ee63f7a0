import { type Cells, FIELD_INDEX, FIELDS } from '../model/fields.js';
import { trim } from '../normalise/text.js';
import type { InputNotice } from '../read/reader.js';
import type { Mapping } from './mapping.js';
import { MERGES } from './merge-values.js';
import type { SuspectRows } from './profile.js';

/** A row on its way into a merged record. */
export interface MergeRow {
  readonly cells: Cells;
  readonly number: number;
  /** What tells its suspect from the others', where the profile names a column for that; empty for none. */
  readonly suspect: string;
}

const SUSPECT_LISTS = (['suspectAges', 'suspectEthnicities', 'suspectNationalities'] as const).map(
  (name) => FIELD_INDEX[name],
);

/** The rows that each add a suspect. */
function suspectRows(rows: readonly MergeRow[], how: SuspectRows): readonly MergeRow[] {
  if (typeof how === 'string') return rows;
  const seen = new Set<string>();
  return rows.filter(({ suspect }) => suspect !== '' && !seen.has(suspect) && seen.add(suspect));
}

function mergeSuspects(rows: readonly MergeRow[], index: number): string | null {
  if (rows.length === 0) return '';
  const parts = rows.map(({ cells }) => cells[index] ?? null);
  return parts.every((part) => part === null) ? null : parts.map((part) => trim(part ?? '')).join(';');
}

/**
 * Makes one record of a crime's rows: values that are the same once, markers set if a row sets them,
 * lists and texts joined. One crime has one victim, so that two dates of birth are two victims: what
 * rows say differently is unknown, and said.
 */
export function createRecordMerger(
  mapping: Mapping,
  suspects: SuspectRows | undefined,
  notice: (notice: Omit<InputNotice, 'file'>) => void,
): (rows: readonly MergeRow[]) => Cells {
  const ownWay = suspects === undefined || suspects === 'repeated' ? [] : SUSPECT_LISTS;
  const fields = FIELDS.map((field, index) => ({ name: field.name, index })).filter(
    ({ name, index }) => mapping.columns.has(name) && !ownWay.includes(index),
  );
  return (rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    if (rows.length === 1) return first.cells;
    const merged = [...first.cells];
    for (const { name, index } of fields) {
      const result = MERGES[index]?.(rows.map(({ cells }) => cells[index] ?? null));
      if (result === undefined) continue;
      merged[index] = result.cell;
      if (result.conflict) {
        notice({
          row: first.number,
          column: mapping.columnOf(name),
          problem: `the ${rows.length} rows of this crime hold different values, but a crime has one victim and one of each date and code`,
          done: 'taken as unknown; give each victim a crime reference, or leave the column out of the join',
        });
      }
    }
    const each = suspectRows(rows, suspects ?? 'repeated');
    for (const index of ownWay) merged[index] = mergeSuspects(each, index);
    return merged;
  };
}
