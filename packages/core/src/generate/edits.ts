import { type Day, dayOf, isoDate } from '../normalise/date.js';
import { ageOn } from '../normalise/age.js';
import type { Draft, LocalMarker, MutableRecord } from './draft.js';
import { localCell, writeSuspects } from './finish.js';
import { yearsBefore } from './people.js';
import type { Random } from './random.js';
import { LOCAL_MARKERS, type LocalKind } from './tables/texts.js';

/** Writes cells: the edit of most faults. */
export function write(
  cells:
    Partial<MutableRecord> | ((draft: Draft, tools: { readonly random: Random }) => Partial<MutableRecord>),
): (draft: Draft, tools: { readonly random: Random }) => void {
  return (draft, tools) => {
    Object.assign(draft.record, typeof cells === 'function' ? cells(draft, tools) : cells);
  };
}

/** A marker that nobody set: neither the cell nor the history knows it. */
export function unset({ record }: Draft, marker: 'CSA' | 'CSE'): void {
  record[marker] = 'N';
  const events = record.markerHistory.split(';');
  record.markerHistory = events.filter((event) => !event.startsWith(`${marker}:`)).join(';');
}

export function addLocal(draft: Draft, kind: LocalKind, random: Random): void {
  const added: LocalMarker = { kind, text: random.pick<string>(LOCAL_MARKERS[kind]) };
  draft.record.localMarkers = localCell([...draft.local, added]);
}

export function dropLocal(draft: Draft, kind: LocalKind): void {
  draft.record.localMarkers = localCell(draft.local.filter((marker) => marker.kind !== kind));
}

function setBorn({ record, days }: Draft, born: Day): void {
  record.victimBornOn = isoDate(born);
  if (record.victimAge !== '') record.victimAge = String(ageOn(born, days.from));
}

/** Makes the victim older by whole years. */
export function makeOlder(draft: Draft, years: number): void {
  if (draft.victim.born !== null) setBorn(draft, yearsBefore(draft.victim.born, years));
}

/** Makes the victim younger by whole years. */
export function makeYounger(draft: Draft, years: number): void {
  if (draft.victim.born !== null) setBorn(draft, yearsBefore(draft.victim.born, -years));
}

export function addSuspect(draft: Draft): void {
  const [like] = draft.suspects;
  if (like !== undefined) writeSuspects(draft.record, [...draft.suspects, like]);
}

export function changeFirstSuspect(
  draft: Draft,
  change: { readonly age?: string; readonly ethnicity?: string },
): void {
  const [first, ...others] = draft.suspects;
  if (first !== undefined) writeSuspects(draft.record, [{ ...first, ...change }, ...others]);
}

/** Closes the record, if it is open, and takes the marker off on the day of the outcome. */
export function removeAtClosure({ record, days, asAt }: Draft, marker: 'CSA' | 'CSE', random: Random): void {
  if (record.outcomeOn === '') {
    record.outcome = random.pick(['15', '16']);
    record.outcomeOn = isoDate(random.between(days.recorded, asAt));
  }
  const events = `${marker}:set:${isoDate(days.recorded)};${marker}:removed:${record.outcomeOn}`;
  record.markerHistory = record.markerHistory === '' ? events : `${record.markerHistory};${events}`;
}

/** A first setting of CSA that came late. */
export function setLate({ record }: Draft, on: Day): void {
  const others = record.markerHistory.split(';').filter((event) => event !== '' && !event.startsWith('CSA:'));
  record.markerHistory = [`CSA:set:${isoDate(on)}`, ...others].join(';');
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LEAP_YEAR = 2024;

/** What a spreadsheet makes of a sub-code that looks like a day and a month: `19/07` becomes `19-Jul`; `null` if it leaves it alone. */
export function spreadsheetDate(code: string): string | null {
  const [day = '', month = '', ...rest] = code.split('/');
  const name = MONTHS[Number(month) - 1];
  if (rest.length > 0 || name === undefined || dayOf(LEAP_YEAR, Number(month), Number(day)) === null)
    return null;
  return `${day.padStart(2, '0')}-${name}`;
}
