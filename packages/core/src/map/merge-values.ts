import { type FieldDefinition, FIELDS } from '../model/fields.js';
import { parseDate } from '../normalise/date.js';
import { readMarker } from '../normalise/marker.js';
import { readOffenceCode } from '../normalise/offence-code.js';
import { trim, upperAscii } from '../normalise/text.js';
import { FALSE, TRUE } from '../model/truth.js';
import { UNREADABLE } from './mapping.js';

/** What a field of a merged record is; `conflict` where its rows say different things. */
export interface Merged {
  readonly cell: string | null;
  readonly conflict: boolean;
}

export type MergeValues = (cells: readonly (string | null)[]) => Merged;

function agreed(cell: string | null): Merged {
  return { cell, conflict: false };
}

/** The value in one form, so that 019/16 and 19/16, or two times of one day, are no conflict. */
function formOf({ type }: FieldDefinition, text: string): string {
  if (type === 'date') return String(parseDate(text) ?? text);
  if (type === 'offence-code' || type === 'offence-class') {
    const read = readOffenceCode(text);
    return 'code' in read ? read.code : text;
  }
  if (type === 'word') return upperAscii(text);
  return type === 'number' ? text.replace(/^0+(?=\d)/, '') : text;
}

/** A value once, if all rows that have one have the same; else unknown, because the first is as good as any. */
function single(field: FieldDefinition): MergeValues {
  return (cells) => {
    const found = cells.filter((cell) => cell !== null && trim(cell) !== '');
    const [first] = found;
    if (first === undefined || first === null) return agreed(cells.includes('') ? '' : (cells[0] ?? ''));
    if (found.includes(UNREADABLE)) return agreed(UNREADABLE);
    const form = formOf(field, trim(first));
    if (found.every((cell) => cell === first || formOf(field, trim(cell ?? '')) === form))
      return agreed(first);
    // A text is never read, so that it has no form of its own that would say "unknown".
    return { cell: field.type === 'text' ? '' : UNREADABLE, conflict: true };
  };
}

/** Set if a row sets it; not set if every row says so; else unknown. */
function marker(cells: readonly (string | null)[]): Merged {
  const read = cells.map(readMarker);
  if (read.some(({ set }) => set === TRUE)) return agreed('Y');
  if (read.some(({ unreadable }) => unreadable)) return agreed(UNREADABLE);
  return agreed(read.every(({ set }) => set === FALSE) ? 'N' : null);
}

/** All parts of all rows, each once, in their order. */
function partsOnce(separator: string): MergeValues {
  return (cells) => {
    const parts = cells
      .flatMap((cell) => (cell ?? '').split(separator).map(trim))
      .filter((part) => part !== '');
    return agreed([...new Set(parts)].join(separator));
  };
}

/** Texts that differ, one after another. */
function textsOnce(cells: readonly (string | null)[]): Merged {
  const texts = cells.map((cell) => trim(cell ?? '')).filter((text) => text !== '');
  return agreed([...new Set(texts)].join('\n'));
}

/** How the rows' values of a field become one; suspects' lists are merged by their own way. */
export function mergeValuesOf(field: FieldDefinition): MergeValues {
  if (field.type === 'marker') return marker;
  if (field.type === 'history' || field.name === 'localMarkers') return partsOnce(';');
  return field.name === 'narrative' ? textsOnce : single(field);
}

export const MERGES: readonly MergeValues[] = FIELDS.map(mergeValuesOf);
