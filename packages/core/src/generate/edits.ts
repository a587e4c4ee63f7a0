import { calendarDate, type Day, dayOf, isoDate } from '../normalise/date.js';
import { ageOn } from '../normalise/age.js';
import type { Draft, LocalMarker } from './draft.js';
import { localCell, writeSuspects } from './finish.js';
import { yearsBefore } from './people.js';
import type { Random } from './random.js';
import { LOCAL_MARKERS, type LocalKind } from './tables/texts.js';

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

function setBorn({ record, from }: Draft, born: Day): void {
  record.victimBornOn = isoDate(born);
  if (record.victimAge !== '') record.victimAge = String(ageOn(born, from));
}

/** Makes the victim older by whole years. */
export function makeOlder(draft: Draft, years: number): void {
  if (draft.born !== null) setBorn(draft, yearsBefore(draft.born, years));
}

/** Makes the victim younger by whole years. */
export function makeYounger(draft: Draft, years: number): void {
  if (draft.born !== null) setBorn(draft, yearsBefore(draft.born, -years));
}

export function dropAge({ record }: Draft): void {
  record.victimBornOn = '';
  record.victimAge = '';
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
export function removeAtClosure(
  { record, recorded, asAt }: Draft,
  marker: 'CSA' | 'CSE',
  random: Random,
): void {
  if (record.outcomeOn === '') {
    record.outcome = random.pick(['15', '16']);
    record.outcomeOn = isoDate(random.between(recorded, asAt));
  }
  const events = `${marker}:set:${isoDate(recorded)};${marker}:removed:${record.outcomeOn}`;
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

/** A record's class and a class that is not its own. */
export function otherClass(offenceClass: string): string {
  return offenceClass.startsWith('19') ? '20A' : '19C';
}

/** The years by which a victim must be younger to be under 13 to the end of the offence. */
export function yearsToUnder13(ageTo: number): number {
  return ageTo - 12;
}

export function isBefore(day: Day, year: number, month: number): boolean {
  const date = calendarDate(day);
  return date.year < year || (date.year === year && date.month < month);
}
