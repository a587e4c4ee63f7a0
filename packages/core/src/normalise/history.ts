import { anyCase, oneOfPatterns } from '../dialect/spelling.js';
import { MARKERS, type Marker } from '../model/markers.js';
import { DATE_PATTERN, type Day, parseDate } from './date.js';
import { upperAscii } from './text.js';
import { wordReader } from './word.js';

export interface MarkerEvent {
  readonly marker: Marker;
  readonly action: 'set' | 'removed';
  readonly on: Day;
}

const readMarker = wordReader(MARKERS);
const readAction = wordReader(['set', 'removed']);

function readEvent(part: string): MarkerEvent | null {
  const first = part.indexOf(':');
  const second = part.indexOf(':', first + 1);
  if (first < 0 || second < 0) return null;
  const marker = readMarker(part.slice(0, first));
  const action = readAction(part.slice(first + 1, second));
  const on = parseDate(part.slice(second + 1));
  return marker === null || action === null || on === null ? null : { marker, action, on };
}

/**
 * The events of a marker history, `CSE:set:2025-05-03;CSE:removed:2025-06-01`; empty parts are
 * skipped. `null` if any part is not so: half a history would make a marker look newer than it is.
 */
export function readHistory(text: string): readonly MarkerEvent[] | null {
  const events: MarkerEvent[] = [];
  for (const part of text.split(';')) {
    if (part === '') continue;
    const event = readEvent(part);
    if (event === null) return null;
    events.push(event);
  }
  return events;
}

const MARKER_PATTERN = oneOfPatterns(MARKERS.map(anyCase));
const EVENT_PATTERN = `${MARKER_PATTERN}:${oneOfPatterns([anyCase('set'), anyCase('removed')])}:${DATE_PATTERN}`;

/** A history that {@link readHistory} can read, as a pattern. */
export const HISTORY_PATTERN = `;*(?:${EVENT_PATTERN}(?:;+${EVENT_PATTERN})*;*)?`;

/** How an event of a marker begins, in upper case: its date follows. */
export function eventPrefix(marker: Marker, action: MarkerEvent['action']): string {
  return `${marker}:${upperAscii(action)}:`;
}
