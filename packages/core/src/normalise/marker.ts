import { FALSE, TRUE, UNKNOWN, type Truth } from '../model/truth.js';
import { trim } from './text.js';

/** A marker cell of the canonical record: whether it is set, and whether it holds something that nobody can read. */
export interface MarkerCell {
  readonly set: Truth;
  readonly unreadable: boolean;
}

const SET: MarkerCell = { set: TRUE, unreadable: false };
const NOT_SET: MarkerCell = { set: FALSE, unreadable: false };
const NOTHING: MarkerCell = { set: UNKNOWN, unreadable: false };
const UNREADABLE: MarkerCell = { set: UNKNOWN, unreadable: true };

/** `null` is a column that does not exist, or an empty cell that the profile reads as unknown. */
export function readMarker(cell: string | null): MarkerCell {
  if (cell === null) return NOTHING;
  const text = trim(cell);
  if (text === '' || text === 'N' || text === 'n') return NOT_SET;
  return text === 'Y' || text === 'y' ? SET : UNREADABLE;
}
