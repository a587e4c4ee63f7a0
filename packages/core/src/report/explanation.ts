import { createInspector } from '../map/inspect.js';
import type { Mapping } from '../map/mapping.js';
import { type Cells, FIELD_INDEX, FIELDS, type FieldDefinition, type FieldName } from '../model/fields.js';
import { NO_TOKENS } from '../model/lazy-record.js';
import { readMarker } from '../normalise/marker.js';
import { trim } from '../normalise/text.js';

export type FieldState = 'recorded' | 'empty' | 'unreadable' | 'no-column';

/** What a record has in one field; its value is apart, because it may be a person's. */
export interface FieldReading {
  readonly field: FieldName;
  /** The extract's column, `null` where there is none. */
  readonly column: string | null;
  readonly state: FieldState;
  /** Why it cannot be read. */
  readonly problem: string | null;
  /** The value as the rules see it; empty where there is none. */
  readonly value: string;
}

function stateOf(
  field: FieldDefinition,
  cell: string | null,
  problem: string | undefined,
): Exclude<FieldState, 'no-column'> {
  if (field.type === 'marker' && cell !== null && trim(cell) !== '') {
    return readMarker(cell).unreadable ? 'unreadable' : 'recorded';
  }
  if (problem !== undefined) return 'unreadable';
  return cell === null || trim(cell) === '' ? 'empty' : 'recorded';
}

/** What the reading of an extract says of a record's cells, by the extract's columns. */
function problemsOf(mapping: Mapping, cells: Cells, row: readonly string[]): ReadonlyMap<string, string> {
  const problems = new Map<string, string>();
  const inspect = createInspector(mapping, ({ column, problem }) => {
    if (column !== null) problems.set(column, problem);
  });
  inspect({ cell: (position) => cells[position] ?? null, tokens: NO_TOKENS, row: () => row }, 0);
  return problems;
}

/**
 * The state of every field of a record.
 * @param row The row of the extract that it was made of; empty where it was made of several.
 */
export function readFields(
  mapping: Mapping,
  cells: Cells,
  row: readonly string[] = [],
): readonly FieldReading[] {
  const problems = problemsOf(mapping, cells, row);
  return FIELDS.map((field): FieldReading => {
    const { name } = field;
    if (!mapping.columns.has(name)) {
      return { field: name, column: null, state: 'no-column', problem: null, value: '' };
    }
    const column = mapping.columnOf(name);
    const cell = cells[FIELD_INDEX[name]] ?? null;
    const problem = problems.get(column);
    const state = stateOf(field, cell, problem);
    return {
      field: name,
      column,
      state,
      problem: state === 'unreadable' ? (problem ?? 'a marker code that the profile does not know') : null,
      value: trim(cell ?? ''),
    };
  });
}
