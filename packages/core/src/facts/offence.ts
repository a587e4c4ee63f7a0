import type { FieldName } from '../model/fields.js';
import type { OffenceEntry } from '../model/pack.js';
import type { OffenceCode } from '../normalise/offence-code.js';
import { privateFact } from './fact.js';
import type { RecordFacts } from './record-facts.js';

/**
 * What is known of the offence. `listed`: all offence facts come from the entry. `outside`: a
 * readable code of a number that no rule about sexual offences concerns, so all are false.
 * `unknown`: a code that is missing, unreadable or new under a watched number.
 */
export type Offence =
  | { readonly status: 'listed'; readonly entry: OffenceEntry }
  | { readonly status: 'outside' | 'unknown'; readonly code: string | null };

export const codeCell = privateFact((record): OffenceCode =>
  record.surroundings.readCode(record.text('offenceCode')),
);

const SUBCODE_AS_CLASS: OffenceCode = { kind: 'unreadable' };

/** A sub-code in the column of classes cannot be read there. */
export const classCell = privateFact((record): OffenceCode => {
  const read = record.surroundings.readCode(record.text('offenceClass'));
  return read.kind === 'subcode' ? SUBCODE_AS_CLASS : read;
});

function entryOf(record: RecordFacts, read: OffenceCode): OffenceEntry | undefined {
  return 'code' in read ? record.surroundings.entries.get(read.code) : undefined;
}

/** The entry of `offenceCode` alone. */
export const codeEntry = privateFact((record) => entryOf(record, record.get(codeCell)));

export const offence = privateFact((record): Offence => {
  const code = record.get(codeCell);
  const ofCode = record.get(codeEntry);
  if (ofCode !== undefined) return { status: 'listed', entry: ofCode };
  const cls = record.get(classCell);
  const ofClass = entryOf(record, cls);
  if (ofClass !== undefined) return { status: 'listed', entry: ofClass };
  const read = 'code' in code ? code : cls;
  if (!('code' in read)) return { status: 'unknown', code: null };
  const watched = read.number !== null && record.surroundings.reading.watched.includes(read.number);
  return { status: watched ? 'unknown' : 'outside', code: read.code };
});

/** The values that a listed code's category is unknown between, where the list says that it is mixed. */
export function mixedCategories(record: RecordFacts, entry: OffenceEntry): readonly string[] | undefined {
  return record.surroundings.reading.mixed[entry.code];
}

export const OFFENCE_COLUMNS: readonly FieldName[] = ['offenceCode', 'offenceClass'];

/** A specific sub-code settles every offence fact, whatever the class says. */
export function offenceLacks(): readonly FieldName[] {
  return ['offenceCode'];
}
